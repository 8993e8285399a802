"""Guises: an actor as an article knows him, in a form that many articles may share.

What a reading says of an actor, but for where and when, is one of far fewer guises than there are actors: an id, a
name, a type, whom he speaks for. Actors in one guise, and those whose guises have the same ``key``, cannot be told
apart by what is known of them. A guise is worked out from its reading alone, so it never depends on what else is in
the record.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from detente.dates import FIRST, LAST, bounds
from detente.record.spelling import person_name

HOLDS = ("current", "acting", "elect", "contested")
_OF = " of "
_DAYS = ("since", "holding", "until")

Key = tuple[str, ...]


class Office(NamedTuple):
    """An office and the state or body to which it belongs."""

    name: str
    polity: str


class Days(NamedTuple):
    """The first and the last day, ISO 8601."""

    first: str
    last: str

    def meet(self, other: "Days") -> bool:
        """Say whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


Offices = Mapping[Office, Days | None]
"""The offices in which somebody is shown, and the days of which that is known."""


class Guise(NamedTuple):
    """An actor as an article knows him: ``side`` is whom he speaks for, or to whom his office belongs."""

    key: Key
    id: str
    name: str
    type: str
    linked: bool
    represents: str | None
    side: str | None


def guise(article: str, actor: Mapping[str, Any], offices: Offices, *, alone: bool = False) -> Guise:
    """Give the guise of an actor of an article; ``alone`` where he shares a key with nobody."""
    side = actor["represents"] or min((office.polity for office in offices), default=None)
    key = (actor["id"], "@", article) if alone or _is_alone(actor, side, offices) else _key(actor, side, offices)
    told = {name: actor[name] for name in ("id", "name", "type", "linked", "represents")}
    return Guise(key=key, side=side, **told)


def _is_alone(actor: Mapping[str, Any], side: str | None, offices: Offices) -> bool:
    """Say whether what his article tells of him is too little to tell who he is in others."""
    if actor["linked"]:
        return False
    if is_crowd(actor["id"]):
        return True
    if actor["type"] == "person":
        return is_described(actor["name"]) or not (person_name(actor["name"]).full or offices)
    return actor["type"] == "government" and not side


def _key(actor: Mapping[str, Any], side: str | None, offices: Offices) -> Key:
    if actor["linked"]:
        return (actor["id"],)
    if actor["type"] == "person" and not person_name(actor["name"]).full:
        return (actor["id"], side or "", *sorted(f"{office.name} of {office.polity}" for office in offices))
    return (actor["id"], side or "")


def is_crowd(id_: str) -> bool:
    """Say whether an actor is a group without a name, which only its own article knows: "the protesters"."""
    return id_.startswith("crowd/")


def is_described(name: str) -> bool:
    """Say whether a person's name is none, but an office and its polity, as articles call whom they do not name.

    >>> is_described("foreign minister of Peru"), is_described("von Linden"), is_described("Lord of Ross")
    (True, False, False)
    """
    return name[:1].islower() and _OF in name


def offices_of(
    published: str | None, actors: Iterable[Mapping[str, Any]], tenures: Iterable[Mapping[str, Any]]
) -> dict[str, Offices]:
    """Give the offices in which an article shows its persons, by id; of one without a name, the one named instead."""
    found: dict[str, dict[Office, Days | None]] = {}
    for body in tenures:
        if body["person"] and body["polity"] and body["status"] in (*HOLDS, "former"):
            own = found.setdefault(body["person"], {})
            office = Office(body["office"], body["polity"])
            own[office] = joined(own.get(office), _days(body, published))
    day = Days(published, published) if published else None
    for actor in actors:
        if actor["type"] == "person" and actor["represents"] and is_described(actor["name"]):
            called = Office(actor["name"].partition(_OF)[0], actor["represents"])
            found.setdefault(actor["id"], {called: day})
    return dict(found)


def _days(body: Mapping[str, Any], published: str | None) -> Days | None:
    """Give the days on which a tenure shows somebody in office: those it names, and that of the report."""
    named = [bounds(body[name]) for name in _DAYS if body[name]]
    days = [day.isoformat() for each in named for day in each if day not in (FIRST, LAST)]
    if body["status"] in HOLDS and published:
        days.append(published)
    return Days(min(days), max(days)) if days else None


def joined(one: Days | None, other: Days | None) -> Days | None:
    """Give the days from the first to the last of both."""
    if one and other:
        return Days(min(one.first, other.first), max(one.last, other.last))
    return one or other
