"""Words that tell where an event takes place: languages/*/place_cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries

PlaceCueKind = Literal["inside", "near", "kind_of_place", "visit", "travel", "done_there", "done_from_afar"]


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """Words of one use; ``goals`` are the prepositions before where one travels."""

    id: str
    kind: PlaceCueKind
    words: tuple[str, ...]
    goals: tuple[str, ...] = ()
    examples: Examples = field(default_factory=Examples)


@cache
def place_cues(language: str) -> Mapping[tuple[PlaceCueKind, str], PlaceCue]:
    """Give the entries by their use and word."""
    found = entries(f"languages/{language}/place_cues.yaml", PlaceCue).values()
    return {(cue.kind, word): cue for cue in found for word in cue.words}
