"""How far something surely reached, and how far it may have reached: of positions, and of people in office."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from detente.dates import FIRST, LAST, bounds
from detente.positions import Holder, Spell, Statement


@dataclass(frozen=True, slots=True)
class Extent:
    """From ``start`` to ``end`` something surely was; it may have been from ``earliest`` and until ``latest``.

    ``start`` and ``end`` are None where nothing shows a day of it; ``earliest`` and ``latest`` where nothing bounds it.
    ``begins`` and ``ends`` say whether its first and last day are known.
    """

    earliest: dt.date | None
    start: dt.date | None
    end: dt.date | None
    latest: dt.date | None
    begins: bool = False
    ends: bool = False


def extent(since: str | None, until: str | None, shown: Sequence[dt.date] = ()) -> Extent:
    """Give the extent of what began and ended then (EDTF, None where nobody knows), and was seen on some days.

    >>> extent("../2019-03-29", None).start, extent("2017-08", "2021-08-02").earliest
    (datetime.date(2019, 3, 29), datetime.date(2017, 8, 1))
    """
    begun, over = bounds(since) if since else (FIRST, LAST), bounds(until) if until else (FIRST, LAST)
    days = sorted(day for day in (*shown, begun[1], over[0]) if FIRST < day < LAST)
    start, end = (days[0], days[-1]) if days else (None, None)
    if start and begun[1] < LAST:
        start = max(start, begun[0])
    if end and over[0] > FIRST:
        end = min(end, over[1])
    return Extent(
        begun[0] if begun[0] > FIRST else None,
        start,
        max(start, end) if start and end else end,
        over[1] if over[1] < LAST else None,
        begins=begun[0] == begun[1],
        ends=over[0] == over[1],
    )


def spell_extent(spell: Spell) -> Extent:
    """Give how far a position reached. One that was only told of later has no sure day."""
    shown = [] if spell.former else [day for each in spell.statements for day in said_on(each)]
    return extent(spell.since, spell.until, shown)


def holder_extent(holder: Holder) -> Extent:
    """Give how far somebody's time in an office reached."""
    known = [day for value in (holder.known_from, holder.known_to) if value for day in _days(value)]
    return extent(holder.since, holder.until or (f"../{holder.left_by}" if holder.left_by else None), known)


def said_on(each: Statement) -> list[dt.date]:
    """Give the first and last day on which a statement may show the position: when it was said, else when reported.

    What a deed implies shows on the day of the deed, where that is told.
    """
    return _days((each.since if each.implied else None) or each.said or each.reported)


def _days(value: str | None) -> list[dt.date]:
    return [day for day in bounds(value) if FIRST < day < LAST] if value else []
