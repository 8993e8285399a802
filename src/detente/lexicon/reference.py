"""Words that refer back: descriptions.yaml, pronouns.yaml, given_names.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries

Gender = Literal["female", "male"]
DescriptionKind = Literal[
    "state",
    "side",
    "several",
    "body",
    "people",
    "bloc",
    "party",
    "outlet",
    "paper",
    "person",
    "peer",
    "realm",
    "crowd",
    "gathering",
    "short",
    "firm",
]

CROWD = ("crowd", "people", "gathering")
"""The kinds of nouns that describe a group without a name."""


@dataclass(frozen=True, slots=True)
class Description:
    """A common noun and what kind of actor it stands for."""

    id: str
    words: tuple[str, ...]
    kind: DescriptionKind
    examples: Examples
    gender: Gender | None = None
    below: bool = False
    led: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    apt: tuple[str, ...] = ()
    qualified: bool = False
    national: bool = False


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun and whom it may stand for."""

    id: str
    words: tuple[str, ...]
    number: Literal["singular", "plural"]
    kind: Literal["person", "thing", "several", "speaker", "hearer"]
    examples: Examples
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names of women or of men."""

    id: str
    words: tuple[str, ...]
    gender: Gender
    examples: Examples


@cache
def descriptions(language: str) -> Mapping[str, tuple[Description, ...]]:
    """Give the descriptions of a language by lemma; a word may be of several kinds."""
    found: dict[str, tuple[Description, ...]] = {}
    for entry in entries(f"languages/{language}/descriptions.yaml", Description).values():
        for word in entry.words:
            found[word] = (*found.get(word, ()), entry)
    return found


@cache
def pronouns(language: str) -> Mapping[str, Pronoun]:
    """Give the pronouns of a language by form."""
    by_id = entries(f"languages/{language}/pronouns.yaml", Pronoun)
    return {word: entry for entry in by_id.values() for word in entry.words}


@cache
def pronouns_of(language: str, *kinds: str) -> frozenset[str]:
    """Give the forms of the pronouns of some kinds: of "hearer" all of "you"."""
    return frozenset(word for word, entry in pronouns(language).items() if entry.kind in kinds)


@cache
def given_names(language: str) -> Mapping[str, GivenNames]:
    """Give the entry of every given name."""
    by_id = entries(f"languages/{language}/given_names.yaml", GivenNames)
    return {word: entry for entry in by_id.values() for word in entry.words}
