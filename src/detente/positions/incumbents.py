"""Under whom a state's position ran: a minister's successor inherits it until somebody says otherwise."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.dates import FIRST, LAST, bounds
from detente.positions.identified import Identified
from detente.positions.office_asked import offices_of
from detente.positions.remembering import remembered
from detente.positions.statements import Statement
from detente.positions.stints import Stint
from detente.positions.tenures import best_of, held

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


def incumbents(seen: Identified, holder: str, day: dt.date | None = None) -> Incumbents:
    """Give what tells under whom a holder's position ran, up to a day; nobody, where the holder is no state."""
    times = remembered(seen, (incumbents, holder), lambda: _times(seen, holder)) if len(holder) == _STATE else ()
    firsts, latest = [time.first for time in times], max((time.last for time in times), default=LAST)

    def under(statements: Iterable[Statement], since: str | None, until: str | None) -> tuple[Incumbent, ...]:
        shown = sorted({said for each in statements if each.status != "former" and (said := _day(each))})
        start = shown[0] if shown else bounds(since).last if since else FIRST
        end = min(max(start, bounds(until).last if until else latest), day or LAST)
        ran = (time for time in times[: bisect_right(firsts, end)] if start <= time.last)
        return tuple(time.confirmed if _says(time, shown) else time.inherited for time in ran)

    return under


def _says(time: "_Time", shown: Sequence[dt.date]) -> bool:
    """Say whether on one of some days, sorted, he may have been in office."""
    said = bisect_left(shown, time.first)
    return said < len(shown) and shown[said] <= time.last


def _day(statement: Statement) -> dt.date | None:
    return None if statement.first == "9999" else dt.date.fromisoformat(statement.first)


@dataclass(frozen=True)
class _Time:
    """The first and last day on which somebody may have been in office, and the dates that bound it, as they are known.

    ``told`` says for how long, ``stint`` who he is.
    """

    first: dt.date
    last: dt.date
    told: tuple[str, str]
    stint: Stint

    @cached_property
    def confirmed(self) -> Incumbent:
        """He, as one who states the position."""
        since, until = self.told
        stint, office = self.stint, best_of(self.stint, None).office
        return Incumbent(person=stint.person, name=stint.name, office=office, since=since, until=until, says=True)

    @cached_property
    def inherited(self) -> Incumbent:
        """He, as one who has the position from those before him."""
        return replace(self.confirmed, says=False)


def _times(seen: Identified, holder: str) -> Sequence[_Time]:
    """Give all of whom it is known in the order of their days."""
    known, _ = held(seen, holder, offices_of(OFFICE, holder, None))
    return sorted((time for each in known if (time := _time(each))), key=lambda time: (time.first, time.last))


def _time(each: Stint) -> _Time | None:
    """Give the days on which somebody may have been in office, as far as they are known."""
    known = each.known()
    start = each.first("since") or known.first
    end = each.first("until") or (each.end.isoformat() if each.end else known.last)
    if not start or not end:
        return None
    first, last = bounds(start).first, bounds(end).last
    return _Time(first, max(first, last), (start, end), each) if first != FIRST else None
