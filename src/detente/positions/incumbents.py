"""Under whom a state's position ran: a minister's successor inherits it until somebody says otherwise."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.dates import FIRST, LAST, bounds
from detente.positions.statements import Statement
from detente.positions.tenures import Holder, held
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
    known = held(record, OFFICE, holder) if len(holder) == _STATE else ()
    times = sorted((time for each in known if (time := _time(each))), key=lambda time: (time[0], time[1]))
    firsts, latest = [first for first, _, _ in times], max((last for _, last, _ in times), default=LAST)

    def under(statements: Iterable[Statement], since: str | None, until: str | None) -> tuple[Incumbent, ...]:
        shown = sorted({said for each in statements if each.status != "former" and (said := _day(each))})
        start = shown[0] if shown else bounds(since).last if since else FIRST
        end = min(max(start, bounds(until).last if until else latest), day or LAST)
        return tuple(_ran(times[: bisect_right(firsts, end)], shown, start))

    return under


def _ran(
    times: Iterable[tuple[dt.date, dt.date, Holder]], shown: Sequence[dt.date], start: dt.date
) -> Iterator[Incumbent]:
    for first, last, each in times:
        if start <= last:
            said = bisect_left(shown, first)
            yield Incumbent(
                person=each.person,
                name=each.name,
                office=each.office,
                since=each.since or each.known_from,
                until=each.until or each.left_by or each.known_to,
                says=said < len(shown) and shown[said] <= last,
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
