"""How one name may be spelled, and which of its words do not tell it from others: name_spellings.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import entries


@dataclass(frozen=True, slots=True)
class NameSpelling:
    """Letters that spell the same, short forms of a given name, or words by which names are not told apart.

    ``spelled`` is what stands for those that are ``written`` when names are compared. ``alike`` and
    ``unlike`` are pairs of names that the entry makes equal, or leaves unequal.
    """

    id: str
    kind: Literal["spelling", "nickname", "particle", "suffix"]
    written: tuple[str, ...]
    alike: tuple[str, ...]
    unlike: tuple[str, ...]
    spelled: str = ""


@cache
def name_spellings(language: str) -> tuple[tuple[str, str], ...]:
    """Give what is written and how we spell it, in the order in which it is replaced."""
    found = (entry for entry in _entries(language).values() if entry.kind == "spelling")
    return tuple((written, entry.spelled) for entry in found for written in entry.written)


@cache
def left_out_of_names(language: str) -> frozenset[str]:
    """Give the words by which names are not told apart: "von", "al", "Jr"."""
    found = (entry for entry in _entries(language).values() if entry.kind in ("particle", "suffix"))
    return frozenset(word for entry in found for word in entry.written)


@cache
def nicknames(language: str) -> Mapping[str, str]:
    """Give the given name for which a short form usually stands: "Bob" for "Robert"."""
    found = (entry for entry in _entries(language).values() if entry.kind == "nickname")
    return {written: entry.spelled for entry in found for written in entry.written}


def _entries(language: str) -> Mapping[str, NameSpelling]:
    return entries(f"languages/{language}/name_spellings.yaml", NameSpelling)
