"""Words in the labels of transcripts that name a part in the talk: transcript_words.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from detente.lexicon.load import Examples, entries

TalkPart = Literal["asker", "host", "nameless", "talk"]


@dataclass(frozen=True, slots=True)
class TranscriptWord:
    """Words for those who talk without a name, and their part in the talk."""

    id: str
    words: tuple[str, ...]
    part: TalkPart
    examples: Examples


@cache
def transcript_words(language: str) -> Mapping[str, TranscriptWord]:
    """Give the entries by their words."""
    found = entries(f"languages/{language}/transcript_words.yaml", TranscriptWord).values()
    return MappingProxyType({word: entry for entry in found for word in entry.words})
