"""Words by which somebody pledges something: commitment_cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class CommitmentCue:
    """A word of pledging: where the pledged thing stands and whose word counts."""

    id: str
    words: tuple[str, ...]
    pos: Literal["auxiliary", "verb", "noun", "adjective"]
    object: tuple[str, ...]
    by: Literal["self", "any"]
    examples: Examples
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@cache
def commitment_cues(language: str) -> Mapping[str, tuple[CommitmentCue, ...]]:
    """Give the words of pledging by lemma, in the order of the file."""
    found: dict[str, tuple[CommitmentCue, ...]] = {}
    for cue in entries(f"languages/{language}/commitment_cues.yaml", CommitmentCue).values():
        for word in cue.words:
            found[word] = (*found.get(word, ()), cue)
    return found
