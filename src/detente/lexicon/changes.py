"""Words that tell of a change of position: change_cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class ChangeCue:
    """A word of change and what must stand beside it."""

    id: str
    words: tuple[str, ...]
    form: Literal[
        "noun",
        "new",
        "verb",
        "drop",
        "back",
        "over",
        "about",
        "moved",
        "alone",
        "coming",
        "stop",
        "adverb",
        "inclined",
        "waived",
        "adjective",
    ]
    examples: Examples
    policies: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    particle: str | None = None
    before: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    handling: tuple[str, ...] = ()
    shape: Literal["reversal", "softening", "hardening"] = "reversal"


@cache
def change_cues(language: str) -> Mapping[str, tuple[ChangeCue, ...]]:
    """Give the words of change by lemma, in the order of the file."""
    found: dict[str, tuple[ChangeCue, ...]] = {}
    for cue in entries(f"languages/{language}/change_cues.yaml", ChangeCue).values():
        for word in cue.words:
            found[word] = (*found.get(word, ()), cue)
    return found
