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
    """Give the entries of labels by their words."""
    labels = (entry for entry in _entries(language) if entry.part != "talk")
    return MappingProxyType({word: entry for entry in labels for word in entry.words})


@cache
def words_of_talk(language: str) -> frozenset[str]:
    """Give the lemmas by which the lead of an interview tells that somebody talked."""
    return frozenset(word for entry in _entries(language) if entry.part == "talk" for word in entry.words)


def _entries(language: str) -> tuple[TranscriptWord, ...]:
    return tuple(entries(f"languages/{language}/transcript_words.yaml", TranscriptWord).values())
