"""Words that do not tell what an object is: object_words.yaml."""

from dataclasses import dataclass
from functools import cache

from detente.lexicon.load import entries


@dataclass(frozen=True, slots=True)
class ObjectWords:
    """Words by which objects are not told apart; ``alike`` and ``unlike`` are pairs of objects."""

    id: str
    words: tuple[str, ...]
    alike: tuple[str, ...]
    unlike: tuple[str, ...]


@cache
def empty_words(language: str) -> frozenset[str]:
    """Give the words that do not tell what an object is."""
    found = entries(f"languages/{language}/object_words.yaml", ObjectWords).values()
    return frozenset(word for entry in found for word in entry.words)
