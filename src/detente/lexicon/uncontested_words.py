"""Words for what nobody is against, or for: uncontested_words.yaml."""

from functools import cache

from detente.lexicon.load import entries
from detente.lexicon.object_words import ObjectWords


@cache
def uncontested_words(language: str) -> frozenset[str]:
    """Give the words for goods that all profess to want and for evils that nobody does."""
    found = entries(f"languages/{language}/uncontested_words.yaml", ObjectWords).values()
    return frozenset(word for entry in found for word in entry.words)
