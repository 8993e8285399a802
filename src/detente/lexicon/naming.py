"""Words that tell what a name is: name_words.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries
from detente.lexicon.reference import Gender

NameKind = Literal["person", "government", "organisation", "party", "outlet", "place", "title", "modifier", "nothing"]


@dataclass(frozen=True, slots=True)
class NameWord:
    """Words that stand before or in a name, and what they tell of it."""

    id: str
    words: tuple[str, ...]
    place: Literal["before", "end", "between", "beside", "alone"]
    kind: NameKind
    examples: Examples
    gender: Gender | None = None


@cache
def titles_of_people(language: str) -> Mapping[str, NameWord]:
    """Give the words that may stand before a person's name; of two entries the first holds."""
    return _by_word(language, "before")


@cache
def honorifics(language: str) -> frozenset[str]:
    """Give the words that may stand between an office and its holder's name: "Foreign Minister *Prince* Faisal"."""
    return frozenset(_by_word(language, "between"))


@cache
def kinds_of_names(language: str) -> Mapping[str, NameWord]:
    """Give the words that tell what a name stands for; of two entries the first holds."""
    return _by_word(language, "end")


@cache
def bodies_beside(language: str) -> Mapping[str, NameWord]:
    """Give the words that name a body in small letters too, where its state stands beside: "the Turkish parliament"."""
    return _by_word(language, "beside")


@cache
def chambers(language: str) -> Mapping[str, NameWord]:
    """Give the words that name a body all alone: "the Senate"."""
    return _by_word(language, "alone")


def _by_word(language: str, place: str) -> Mapping[str, NameWord]:
    found: dict[str, NameWord] = {}
    for entry in entries(f"languages/{language}/name_words.yaml", NameWord).values():
        for word in entry.words if entry.place == place else ():
            found.setdefault(word, entry)
    return found
