"""Stints: how long somebody is known to have held an office without a break, from all that shows him in it."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from detente.dates import FIRST, LAST, bounds
from detente.positions.office_evidence import Days, Evidence

_Last = tuple[dt.date, str]

PAUSE = dt.timedelta(days=366)
"""Between two days that lie further apart and of which nobody tells, he may have been out of office."""


class Known(NamedTuple):
    """The first and the last date (EDTF); None where none is known."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stint:
    """One person in one office. ``runs`` are the days on which he surely held it; ``outs`` those by which he is out.

    ``end`` is the first day by which he is known to have left it, after the last of his days.
    """

    person: str
    evidence: tuple[Evidence, ...]
    runs: tuple[Days, ...]
    end: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Say whether he surely held it on a day."""
        return any(run.first <= day <= run.last for run in self.runs)

    def about(self, day: dt.date | None) -> tuple[Evidence, ...]:
        """Give the evidence that tells of a day: rows that cover it, articles that tell of days near it; or all."""
        near = tuple(each for each in self.evidence if day is None or _is_near(each, day))
        return near or self.evidence

    def contested(self, day: dt.date | None) -> bool:
        """Say whether another claims the office on a day, or somebody does not recognise him; or at any time."""
        return any(each.status == "contested" for each in self.about(day))

    @property
    def shared(self) -> bool:
        """Whether others may hold the office beside him: he acts for another, or several hold it together."""
        return any(each.joint or each.status in ("acting", "contested") for each in self.evidence)

    @property
    def beside(self) -> bool:
        """Whether another may hold the office on the very same day in his own right."""
        return any(each.joint or each.status == "contested" for each in self.evidence)

    def before(self, day: dt.date) -> dt.date | None:
        """Give the last day before another on which something shows him in office; of a month, its first day."""
        days = [run.last for run in self.runs] + [bounds(each).first for each in self._known()]
        return max((each for each in days if dt.date.min < each < day), default=None)

    def after(self, day: dt.date) -> dt.date | None:
        """Give the first such day after another; of a month, its last day."""
        days = [run.first for run in self.runs] + [bounds(each).last for each in self._known()]
        return min((each for each in days if day < each < dt.date.max), default=None)

    def _known(self) -> Iterable[str]:
        return (date for each in self.evidence for date in each.known())

    @property
    def name(self) -> str:
        """The name: of one whom articles call by a single word, the directory's."""
        names = [each.name for each in self.evidence]
        return max(names, key=lambda name: (" " in name, self.evidence[names.index(name)].origin == "text"))

    def known(self) -> "Known":
        """Give the first and last date (EDTF) at which something shows him in office."""
        known = [date for each in self.evidence for date in each.known()]
        starts = [date for date in known if bounds(date).last != LAST]
        ends = [date for date in known if bounds(date).first != FIRST]
        return Known(
            min(starts, key=lambda date: bounds(date).last, default=None),
            max(ends, key=lambda date: bounds(date).first, default=None),
        )

    def first(self, name: str) -> str | None:
        """Give what the earliest article says of a field, else the directory: of several rows, the end of the last."""
        texts = sorted((each for each in self.evidence if each.origin == "text"), key=lambda each: each.published or "")
        rows = sorted((each for each in self.evidence if each.origin != "text"), key=lambda each: each.seen or "")
        listed = rows[-1:] if name == "until" else rows
        return next((said for each in (*texts, *listed) if (said := getattr(each, name))), None)

    def order(self) -> tuple[str, str]:
        """Give the key by which stints stand in time."""
        days = [run.first for run in self.runs] + [bounds(each).last for each in self._known()]
        days += [out for each in self.evidence if (out := each.out())]
        return (min(days, default=dt.date.max).isoformat(), self.person)


def _is_near(each: Evidence, day: dt.date) -> bool:
    pause = PAUSE if each.origin == "text" else dt.timedelta()
    return any(span.first - pause <= day <= span.last + pause for span in each.spans())


class _Shown:
    """The days of all evidence, worked out once, and those that shut out others, in order."""

    def __init__(self, of: Mapping[str, list[Evidence]]) -> None:
        self._spans = {id(each): each.spans() for some in of.values() for each in some}
        alone = (
            (span, person) for person, some in of.items() for each in some if _is_alone(each) for span in self.of(each)
        )
        self._alone = sorted(alone)
        self._firsts = [span.first for span, _ in self._alone]
        self._latest: list[tuple[_Last, _Last]] = []
        one = other = (dt.date.min, "")
        for span, person in self._alone:
            mine = (span.last, person)
            if person == one[1]:
                one = max(one, mine)
            elif mine > one:
                one, other = mine, one
            else:
                other = max(other, mine)
            self._latest.append((one, other))

    def of(self, each: Evidence) -> tuple[Days, ...]:
        """Give the days on which a piece of evidence surely shows him in office."""
        return self._spans[id(each)]

    def between(self, person: str, last: dt.date, first: dt.date) -> bool:
        """Say whether somebody else surely held it between two days."""
        place = bisect_left(self._firsts, first)
        return place > 0 and any(until > last and who != person for until, who in self._latest[place - 1])

    def after(self, person: str, last: dt.date) -> dt.date | None:
        """Give the first day from a day on at which somebody else surely held it."""
        place = bisect_left(self._firsts, last)
        while place < len(self._alone) and self._alone[place][1] == person:
            place += 1
        return self._alone[place][0].first if place < len(self._alone) else None


def stints(evidence: Iterable[Evidence]) -> list[Stint]:
    """Give the stints of all whom the evidence shows, in the order of their first days."""
    of: dict[str, list[Evidence]] = {}
    for each in sorted(evidence, key=Evidence.order):
        of.setdefault(each.person, []).append(each)
    shown = _Shown(of)
    outs = _outs(of, shown)
    found = [stint for person in of for stint in _stints(person, of[person], outs[person], shown)]
    return sorted(found, key=Stint.order)


def _outs(of: Mapping[str, list[Evidence]], shown: _Shown) -> dict[str, list[dt.date]]:
    """Give the days by which each has left the office: those told of him, and those on which who followed him began."""
    outs = {person: [out for each in some if (out := each.out())] for person, some in of.items()}
    for some in of.values():
        for each in some:
            spans = shown.of(each)
            if each.predecessor in outs and each.predecessor != each.person and spans:
                outs[each.predecessor].append(spans[0].first)
    return outs


def _stints(person: str, own: list[Evidence], outs: list[dt.date], shown: _Shown) -> list[Stint]:
    parts: list[list[Days]] = []
    latest = dt.date.min
    for span in sorted(span for each in own for span in shown.of(each)):
        if not parts or _is_broken(person, latest, span.first, outs, shown):
            parts.append([span])
            latest = span.last
        else:
            parts[-1].append(span)
            latest = max(latest, span.last)
    if not parts:
        return [Stint(person=person, evidence=tuple(own), runs=(), end=min(outs, default=None))]
    begun = [part[0].first for part in parts]
    mine: list[list[Evidence]] = [[] for _ in parts]
    for each in own:
        mine[_nearest(each, begun, shown)].append(each)
    for n, part in enumerate(parts):
        mine[n] = mine[n] or [each for each in own if not set(part).isdisjoint(shown.of(each))]
    return [_stint(person, part, some, outs, shown) for part, some in zip(parts, mine, strict=True)]


def _is_alone(each: Evidence) -> bool:
    """Say whether who holds it shuts out others."""
    return each.status == "current" and not each.joint


def _is_broken(person: str, last: dt.date, first: dt.date, outs: list[dt.date], shown: _Shown) -> bool:
    """Say whether between two days on which he held it he is known not to have held it."""
    left = any(last <= out < first for out in outs)
    return last < first and (left or shown.between(person, last, first))


def _stint(person: str, part: list[Days], mine: list[Evidence], outs: list[dt.date], shown: _Shown) -> Stint:
    last = max(each.last for each in part)
    followed = shown.after(person, last)
    ends = [out for out in outs if out >= last] + ([followed] if followed else [])
    return Stint(person=person, evidence=tuple(mine), runs=_runs(part), end=min(ends, default=None))


def _nearest(each: Evidence, begun: list[dt.date], shown: _Shown) -> int:
    """Give the stint, by its place, to which a piece of evidence belongs: that of its days, else the last before it."""
    spans = shown.of(each)
    day = spans[0].first if spans else each.out() or next((bounds(date).last for date in each.known()), dt.date.max)
    return max(bisect_right(begun, day) - 1, 0)


def _runs(spans: list[Days]) -> tuple[Days, ...]:
    """Join days that lie near enough to each other."""
    runs: list[Days] = []
    for span in spans:
        if runs and span.first - runs[-1].last <= PAUSE:
            runs[-1] = Days(runs[-1].first, max(runs[-1].last, span.last))
        else:
            runs.append(span)
    return tuple(runs)
