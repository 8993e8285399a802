"""Words for the founding and the end of a bloc: bloc_cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class BlocCue:
    """A verb or noun that says that a bloc begins or ends."""

    id: str
    words: tuple[str, ...]
    part: Literal["made", "came", "noun", "member"]
    effect: Literal["founded", "dissolved"]
    examples: Examples


@cache
def bloc_cues(language: str) -> Mapping[str, BlocCue]:
    """Give the cues of a language by lemma."""
    by_id = entries(f"languages/{language}/bloc_cues.yaml", BlocCue)
    return {word: cue for cue in by_id.values() for word in cue.words}
