"""Words beside a predicate that tell who takes part in an event and whether it happened: event_words.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from detente.lexicon.load import Examples, entries

EventUse = Literal[
    "adding",
    "closing",
    "faced",
    "defends",
    "helped",
    "visits",
    "harming",
    "facing",
    "inside",
    "aside",
    "condition",
    "open",
    "since",
    "during",
    "perfect",
    "purpose",
    "must",
    "will",
    "thing",
    "bond",
    "whole",
    "hoping",
    "apart",
    "effect",
    "avowed",
    "definite",
    "greet",
    "freed",
    "earlier",
]


@dataclass(frozen=True, slots=True)
class EventWords:
    """Words of one use."""

    id: str
    words: tuple[str, ...]
    use: EventUse
    examples: Examples


@cache
def event_words(language: str) -> Mapping[EventUse, frozenset[str]]:
    """Give the words of each use; none for a use of which the language has no entry."""
    found = entries(f"languages/{language}/event_words.yaml", EventWords).values()
    uses: tuple[EventUse, ...] = get_args(EventUse)
    return MappingProxyType(
        {use: frozenset(word for entry in found if entry.use == use for word in entry.words) for use in uses}
    )
