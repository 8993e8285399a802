"""What the picture of a timeline shows: all that is drawn, found in the record, and the days from first to last."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from detente.dates import FIRST, LAST, bounds
from detente.errors import UsageError
from detente.lexicon import directory
from detente.positions import (
    Coverage,
    Deed,
    Holder,
    Timeline,
    Turn,
    coverage,
    deed,
    happenings,
    timeline,
    who,
)
from detente.record import Record
from detente.surfaces.plot_extents import said_on

OFFICES = {"state": ("head of state", "head of government", "foreign minister")}
OF_BODIES = ("secretary general",)
_LONG = 3660
"""From so many days on, coverage is shown by years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The holders of an office of the holder of the positions."""

    office: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is drawn; ``first`` and ``last`` are the days between which it is."""

    timeline: Timeline
    deeds: tuple[Deed, ...]
    bands: tuple[Band, ...]
    coverage: tuple[Coverage, ...]
    by: str
    first: dt.date
    last: dt.date


def scene(record: Record, holder: str, object_: str, on: str | dt.date | None = None) -> Scene:
    """Find what is drawn of a holder's positions on an object; arguments and errors are those of ``timeline``."""
    found = timeline(record, holder, object_, on)
    sides = [found.holder.id, *([found.object.actor.id] if found.object.actor else [])]
    sides = list(dict.fromkeys(sides))
    deeds = tuple(_deeds(record, sides))
    read = coverage(record, sides)
    first, last = _span(found, deeds, read)
    by = "month" if (last - first).days < _LONG else "year"
    return Scene(
        timeline=found,
        deeds=deeds,
        bands=tuple(_bands(record, found.holder.id)),
        coverage=read if by == "month" else coverage(record, sides, by),
        by=by,
        first=first,
        last=last,
    )


def _deeds(record: Record, sides: Sequence[str]) -> Iterator[Deed]:
    """Give the events between the two sides; none where there is but one, or the record knows one of them not.

    Events are told of states and bodies, so of a person there are none.
    """
    if len(sides) < 2:
        return
    try:
        found = happenings(record, *sides)
    except UsageError:
        return
    for event in found:
        parties = {*event.actors, *event.recipients}
        if parties >= set(sides) and (each := deed(event, *sides)) and each.first and each.last:
            yield each


def _bands(record: Record, polity: str) -> Iterator[Band]:
    """Give the offices of a state or body of which a holder is known, each set of people once."""
    shown: list[frozenset[str]] = []
    known = directory().get(polity)
    for office in OFFICES.get(known.type, OF_BODIES) if known else ():
        holders = who(record, office, polity).holders
        people = frozenset(each.person for each in holders)
        if people and people not in shown:
            shown.append(people)
            yield Band(office=office, holders=holders)


def _span(found: Timeline, deeds: Sequence[Deed], read: Sequence[Coverage]) -> tuple[dt.date, dt.date]:
    """Give the first and last day of what was said, done, changed and read, with some room on both sides.

    What a text tells of long before (a position held since 1941) does not widen it.
    """
    spells = [day for spell in found.spells for each in spell.statements for day in said_on(each)]
    turns = [day for turn in found.changes for day in _came(turn)]
    done = chain.from_iterable(_days(f"{each.first}/{each.last}") for each in deeds)
    issued = chain.from_iterable(_days(each.period) for each in read if each.both and each.period[:1].isdigit())
    days = [*spells, *turns, *done, *issued]
    if not days:
        today = dt.date(2000, 1, 1)
        return today, today + dt.timedelta(days=365)
    first, last = min(days), max(days)
    room = dt.timedelta(days=max(15, (last - first).days // 25))
    return first - min(room, first - FIRST), last + min(room, LAST - last)


def _came(turn: Turn) -> list[dt.date]:
    return _days(turn.when if turn.when and not turn.when.startswith("..") else turn.reported)


def _days(value: str | None) -> list[dt.date]:
    return [day for day in bounds(value) if FIRST < day < LAST] if value else []
