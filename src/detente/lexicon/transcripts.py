"""Words in the labels of transcripts that name a part in the talk: transcript_words.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class TranscriptWord:
    """Words for those who talk without a name; ``asks``: what they say is answered by the next turn."""

    id: str
    words: tuple[str, ...]
    examples: Examples
    asks: bool = False


@cache
def transcript_words(language: str) -> Mapping[str, TranscriptWord]:
    """Give the entries by their words."""
    found = entries(f"languages/{language}/transcript_words.yaml", TranscriptWord).values()
    return MappingProxyType({word: entry for entry in found for word in entry.words})
