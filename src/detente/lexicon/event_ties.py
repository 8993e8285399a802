"""Rules that decide between two types of an event: event_ties.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.errors import LexiconError
from detente.lexicon.events import event_types
from detente.lexicon.load import Examples, entries

Joint = Literal["means", "beside", "scene"]


@dataclass(frozen=True, slots=True)
class Tie:
    """Which type wins over which others, and how the two must hang together for that."""

    id: str
    meaning: str
    gives: str
    never: tuple[str, ...]
    examples: Examples
    joined: tuple[Joint, ...] = ()
    older: str | None = None
    frames: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """The type that wins."""
        return self.gives.partition("/")[0]


@cache
def event_ties(language: str) -> Mapping[str, Tie]:
    """Give the rules by name; raise ``LexiconError`` for an unknown type."""
    ties = entries(f"languages/{language}/event_ties.yaml", Tie)
    for tie in ties.values():
        if unknown := {tie.type, *tie.never} - event_types().keys():
            raise LexiconError(f"event_ties.yaml: {tie.id}: found {', '.join(unknown)}, expected PLOVER types")
    return ties
