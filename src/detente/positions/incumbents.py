"""Under whom a state's position ran: a minister's successor inherits it until somebody says otherwise."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from detente.dates import FIRST, LAST, bounds
from detente.positions.statements import Statement
from detente.positions.tenures import Holder, who
from detente.record import Record

OFFICE = "foreign minister"
_STATE = 3
"""Letters of a state's id: only states have such ministers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incumbent:
    """A minister in whose time a position ran. ``since`` and ``until`` are EDTF, as far as they are known.

    ``says`` says that in his time somebody stated it for the state; else he has it from those before him, and nothing
    shows that he has confirmed it.
    """

    person: str
    name: str
    office: str
    since: str | None
    until: str | None
    says: bool


Incumbents = Callable[[Iterable[Statement], str | None, str | None], tuple[Incumbent, ...]]
"""From statements and the bounds of a spell to those under whom it ran, in the order of their days."""


def incumbents(record: Record, holder: str, day: dt.date | None = None) -> Incumbents:
    """Give what tells under whom a holder's position ran, up to a day; nobody, where the holder is no state."""
    known = who(record, OFFICE, holder).holders if len(holder) == _STATE else ()
    times = sorted((time for each in known if (time := _time(each))), key=lambda time: (time[0], time[1]))

    def under(statements: Iterable[Statement], since: str | None, until: str | None) -> tuple[Incumbent, ...]:
        shown = [said for each in statements if each.status != "former" and (said := _day(each))]
        start = min(shown, default=bounds(since).last if since else FIRST)
        end = bounds(until).last if until else max((last for _, last, _ in times), default=LAST)
        return tuple(_ran(times, shown, start, min(max(start, end), day or LAST)))

    return under


def _ran(
    times: Iterable[tuple[dt.date, dt.date, Holder]], shown: list[dt.date], start: dt.date, end: dt.date
) -> Iterator[Incumbent]:
    for first, last, each in times:
        if first <= end and start <= last:
            yield Incumbent(
                person=each.person,
                name=each.name,
                office=each.office,
                since=each.since or each.known_from,
                until=each.until or each.left_by or each.known_to,
                says=any(first <= day <= last for day in shown),
            )


def _day(statement: Statement) -> dt.date | None:
    return None if statement.first == "9999" else dt.date.fromisoformat(statement.first)


def _time(each: Holder) -> tuple[dt.date, dt.date, Holder] | None:
    """Give the first and last day on which somebody may have been in office, as far as it is known."""
    start, end = each.since or each.known_from, each.until or each.left_by or each.known_to
    if not start or not end:
        return None
    first, last = bounds(start).first, bounds(end).last
    return (first, max(first, last), each) if first != FIRST else None
