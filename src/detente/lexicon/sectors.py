"""How event data names actors: sectors.yaml, sector_words.yaml, actor_codes.yaml, codebooks.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.lexicon.load import Examples, entries, read_csv
from detente.lexicon.offices import OfficeKind
from detente.lexicon.own_world import per_world
from detente.lexicon.world import KnownType, directory, words

_KOSOVO = {"XKX": "KOS"}


@dataclass(frozen=True, slots=True)
class Sector:
    """A PLOVER sector, and by which row, office or type an actor belongs to it; those of a code in ``never`` do not."""

    id: str
    meaning: str
    examples: Examples
    ids: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    kinds: tuple[OfficeKind, ...] = ()
    types: tuple[KnownType, ...] = ()
    never: tuple[str, ...] = ()
    former: bool = False


@dataclass(frozen=True, slots=True)
class SectorWords:
    """Words of one language that tell a sector."""

    id: str
    words: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class ActorCode:
    """A PLOVER code for actors that belong to no state."""

    id: str
    meaning: str
    examples: Examples
    ids: tuple[str, ...] = ()
    types: tuple[KnownType, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherCoding:
    """Events, by the rules that found them, which another codebook gives another type and mode."""

    id: str
    rules: tuple[str, ...]
    type: str
    mode: str
    examples: Examples


def sectors() -> Mapping[str, Sector]:
    """Give the sectors by their codes."""
    return entries("taxonomy/sectors.yaml", Sector)


def actor_codes() -> Mapping[str, ActorCode]:
    """Give the codes of actors that belong to no state."""
    return entries("taxonomy/actor_codes.yaml", ActorCode)


def other_codings() -> Mapping[str, OtherCoding]:
    """Give the points in which codebooks differ."""
    return entries("taxonomy/codebooks.yaml", OtherCoding)


@cache
def sector_words(language: str) -> Mapping[tuple[str, ...], str]:
    """Give the sector of every word or phrase, in the form in which names are compared."""
    found: dict[tuple[str, ...], str] = {}
    for entry in entries(f"languages/{language}/sector_words.yaml", SectorWords).values():
        for phrase in entry.words:
            found.setdefault(words(phrase), entry.id)
    return found


@per_world
def state_codes() -> Mapping[str, str]:
    """Give the code by which event data names each state of the directory, by its id.

    >>> state_codes()["PER"], state_codes()["XKX"]
    ('PER', 'KOS')
    """
    return {known.id: _KOSOVO.get(known.id, known.id) for known in directory().values() if known.type == "state"}


@cache
def cow_codes() -> Mapping[str, str]:
    """Give the Correlates of War code by the code of a state; states that have none are left out.

    >>> cow_codes()["PER"], cow_codes()["KOS"]
    ('135', '347')
    """
    return {state_codes()[row["id"]]: row["cow"] for row in read_csv("world/states.csv") if row["cow"]}


@cache
def outlet_states() -> Mapping[str, str]:
    """Give the state in which an outlet is based, by the outlet's id."""
    return {row["id"]: row["state"] for row in read_csv("world/outlets.csv") if row["state"]}
