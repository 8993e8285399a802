"""Deeds from which an attitude follows: stance_deeds.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.lexicon.load import Examples, entries
from detente.lexicon.stances import Side


@dataclass(frozen=True, slots=True)
class Deed:
    """Types of events and the side that they take."""

    id: str
    types: tuple[str, ...]
    polarity: Side
    examples: Examples
    modes: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    described: bool = False


@cache
def deeds(language: str) -> Mapping[str, tuple[Deed, ...]]:
    """Give the deeds by type of event."""
    found: dict[str, tuple[Deed, ...]] = {}
    for deed in entries(f"languages/{language}/stance_deeds.yaml", Deed).values():
        for kind in deed.types:
            found[kind] = (*found.get(kind, ()), deed)
    return found
