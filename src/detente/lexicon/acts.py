"""Verbs of deeds and attitudes, which are no speech: act_verbs.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class Act:
    """Verbs of one kind of deed; ``wishing`` where an infinitive makes them speech."""

    id: str
    verbs: tuple[str, ...]
    examples: Examples
    wishing: bool = False


@cache
def acts(language: str) -> Mapping[str, Act]:
    """Give the kind of deed by the verb's lemma."""
    found = entries(f"languages/{language}/act_verbs.yaml", Act).values()
    return {verb: act for act in found for verb in act.verbs}
