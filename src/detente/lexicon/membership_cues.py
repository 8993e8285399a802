"""Words for joining, leaving and belonging to a bloc: membership_cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class MembershipCue:
    """A verb or noun that says who belongs to what."""

    id: str
    words: tuple[str, ...]
    part: Literal["verb", "by", "noun", "act"]
    effect: Literal["joins", "leaves", "belongs"]
    examples: Examples
    after: tuple[str, ...] = ()
    role: str = "member"


@cache
def membership_cues(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], MembershipCue], ...]]:
    """Give by head word the phrases that end in it, longest first, each with its entry."""
    found: dict[str, list[tuple[tuple[str, ...], MembershipCue]]] = {}
    for cue in entries(f"languages/{language}/membership_cues.yaml", MembershipCue).values():
        for words in cue.words:
            phrase = tuple(words.split())
            found.setdefault(phrase[-1], []).append((phrase, cue))
    return {word: tuple(sorted(some, key=lambda each: -len(each[0]))) for word, some in found.items()}
