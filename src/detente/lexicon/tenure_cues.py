"""Words for taking, holding and leaving an office: tenure_cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries

Part = Literal[
    "takes",
    "gives",
    "leaves",
    "ousts",
    "follows",
    "receives",
    "before",
    "after",
    "same",
    "rule",
    "claims",
    "post",
    "giving",
    "heads",
    "body",
]


@dataclass(frozen=True, slots=True)
class TenureCue:
    """A word that ties somebody to an office, or two holders to each other."""

    id: str
    words: tuple[str, ...]
    part: Part
    status: Literal["current", "former", "acting", "elect", "contested"] = "current"
    office: str | None = None
    begins: bool = True
    examples: Examples = field(default_factory=Examples)


@cache
def tenure_cues(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], TenureCue], ...]]:
    """Give by first word the phrases that begin with it, longest first, each with its entry."""
    found: dict[str, list[tuple[tuple[str, ...], TenureCue]]] = {}
    for cue in entries(f"languages/{language}/tenure_cues.yaml", TenureCue).values():
        for words in cue.words:
            phrase = tuple(words.split())
            found.setdefault(phrase[0], []).append((phrase, cue))
    return {word: tuple(sorted(some, key=lambda each: -len(each[0]))) for word, some in found.items()}
