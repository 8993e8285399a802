"""Words by which a text shows that it is a statement, and whose: statement_words.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from detente.lexicon.load import entries

StatementUse = Literal[
    "paper",
    "author",
    "subject",
    "issue",
    "write",
    "spokesman",
    "following",
    "behalf",
    "signatory",
    "mutual",
    "together",
    "partner",
    "shared",
    "publisher",
    "release",
]


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Words of one use."""

    id: str
    words: tuple[str, ...]
    use: StatementUse


@cache
def statement_words(language: str) -> Mapping[StatementUse, frozenset[str]]:
    """Give the words of each use."""
    found = entries(f"languages/{language}/statement_words.yaml", StatementWords).values()
    return MappingProxyType({entry.use: frozenset(entry.words) for entry in found})
