"""Where a holder stood on a day, and where all stood on one thing: a position, and a matrix of positions."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from detente.dates import LAST, bounds
from detente.positions.asked_days import day_of
from detente.positions.collecting import in_one_go
from detente.positions.identified import Identified, identified
from detente.positions.lines import lines
from detente.positions.naming import About, Directory, Named
from detente.positions.position_changes import holders
from detente.positions.silences import Scope, mentioned, scope
from detente.positions.spells import Spell
from detente.positions.statements import KINDS, limits
from detente.positions.timelines import with_incumbents
from detente.record import Record

Status = Literal["stated", "neutral", "several sides", "no statement found", "no coverage read"]
_PERIOD = dt.timedelta(days=366)
"""So long before a day count articles that could have shown a position on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a holder stood on an object, on a day or by all that is known.

    ``status`` is *stated* (one side, in ``polarity``), *neutral* (said in words that no side is taken), *several sides*
    (his statements take different ones, see ``spells``), *no statement found* or *no coverage read*. ``spells`` are
    those that were stated by that day and not left; ``perhaps`` are those that only may have held: first stated later.
    """

    holder: str
    name: str
    object: str
    on: str | None
    status: Status
    polarity: str | None
    since: str | None
    until: str | None
    spells: tuple[Spell, ...]
    perhaps: tuple[Spell, ...]
    coverage: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Where all stood on one object, side by side: those with a position by its side, then the silent ones by name."""

    object: str
    on: str | None
    positions: tuple[Position, ...]


_ORDER = ("for", "against", "mixed", "neutral", None)


@in_one_go
def position(record: Record, holder: str, object_: str, on: str | dt.date | None = None) -> Position:
    """Say where a holder stood on an object, named as in ``timeline``, on a day or by all that is known.

    Raise ``UsageError`` where a name may mean several, and for a day that is none.
    """
    seen = identified(record)
    directory = Directory.of(seen)
    who = directory.find(holder) or Named(holder, holder, known=False)
    return _View(seen, directory, directory.about(object_), _day(on)).position(who)


@in_one_go
def matrix(record: Record, object_: str, on: str | dt.date | None = None) -> Matrix:
    """Say where states, blocs and other bodies stood on an object; single people speak for themselves and are left out.

    Those of whom nothing was found are listed if articles mention them beside the object's actor. Raise ``UsageError``
    as ``position`` does.
    """
    seen = identified(record)
    directory = Directory.of(seen)
    view = _View(seen, directory, directory.about(object_), _day(on))
    found = [view.position(who) for who in view.bodies()]
    kept = [each for each in found if each.spells or each.perhaps or each.coverage.articles]
    ordered = sorted(kept, key=lambda each: (_ORDER.index(each.polarity), each.status, each.name))
    return Matrix(object=object_, on=view.on, positions=tuple(ordered))


def _day(on: str | dt.date | None) -> dt.date | None:
    return day_of(on) if on is not None else None


class _View:
    """One object on one day."""

    def __init__(self, seen: Identified, directory: Directory, about: About, day: dt.date | None) -> None:
        self._seen, self._directory, self._about, self._day = seen, directory, about, day
        self.on = day.isoformat() if day else None

    def position(self, who: Named) -> Position:
        day = self._day
        found = lines(self._seen, self._directory, who, self._about, whole=True).spells
        may = tuple(each for each in found if (each.may_hold(day) if day else not _is_over(each)))
        may = with_incumbents(self._seen, who, may, day)
        stated = tuple(each for each in may if not day or _is_stated(each, day))
        sides = {each.polarity for each in stated}
        read = scope(self._seen, self._directory, who.id, self._about, since=day - _PERIOD if day else None, until=day)
        return Position(
            holder=who.id,
            name=who.name,
            object=self._about.name,
            on=self.on,
            status=_status(sides, read),
            polarity=next(iter(sides)) if len(sides) == 1 else "mixed" if sides else None,
            since=_first(each.since for each in stated),
            until=_first(each.until for each in stated) if len(stated) == 1 else None,
            spells=stated,
            perhaps=tuple(each for each in may if each not in stated),
            coverage=read,
        )

    def bodies(self) -> Iterator[Named]:
        """Give the states, blocs and other bodies that stand somewhere on the object, or are mentioned beside it."""
        types = self._seen.identities.type_of
        named = set(
            holders(self._seen, self._directory, *KINDS, limits=limits(self._seen, self._directory, self._about))
        )
        if self._about.actor:
            beside = mentioned(self._seen, self._directory, self._about.actor.id)
            named |= set(_states(self._seen, beside)) - {self._about.actor.id}
        for each in sorted(named):
            known = self._seen.name(each) is not None and (not self._about.actor or each != self._about.actor.id)
            if known and types(each) not in ("person", "outlet", "place", "group"):
                yield Named(each, self._directory.name(each))


def _states(seen: Identified, articles: Iterable[str]) -> Iterator[str]:
    """Give the states that some articles mention."""
    wanted = set(articles)
    for profile in seen.identities.profiles:
        if profile.type == "state" and any(unit.article in wanted for unit in profile.units):
            yield seen.identities.of_profile(profile)


def _is_over(each: Spell) -> bool:
    return each.until is not None and bounds(each.until).last != LAST


def _is_stated(each: Spell, day: dt.date) -> bool:
    """Say whether a position had been shown by a day, or a text tells that it was held from before it."""
    if each.since and bounds(each.since).last <= day:
        return True
    return each.former or any(one.first <= day.isoformat() for one in each.statements)


def _status(sides: set[str], read: Scope) -> Status:
    if not sides:
        return read.silence
    if len(sides) > 1:
        return "several sides"
    return "neutral" if sides == {"neutral"} else "stated"


def _first(dates: Iterable[str | None]) -> str | None:
    return next((date for date in dates if date), None)
