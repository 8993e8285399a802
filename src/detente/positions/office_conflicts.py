"""Where what is known of an office contradicts itself: two in it at once, dates that differ, in and out at once."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from detente.dates import bounds
from detente.positions.office_evidence import Days, Evidence
from detente.positions.stints import Stint

_CHANGE = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A contradiction that is kept: ``says`` holds one piece of evidence of each side.

    ``about`` is ``holder`` (two who shut each other out), ``since`` or ``until`` (dates of one that cannot both be
    true), or ``left`` (one says that he had left, the other that he still held it). ``first`` and ``last`` bound the
    days of which they contradict each other.
    """

    about: Literal["holder", "since", "until", "left"]
    first: str
    last: str
    says: tuple[Evidence, Evidence]


def conflicts(stints: Sequence[Stint], day: dt.date | None = None) -> tuple[Conflict, ...]:
    """Give the contradictions between stints and within them; with a day, those that concern it."""
    found = [*_holders(stints), *(each for stint in stints for each in (*_dates(stint), *_left(stint)))]
    on = day.isoformat() if day else None
    kept = [each for each in found if on is None or each.first <= on <= each.last]
    return tuple(sorted(kept, key=lambda each: (each.first, each.last, each.about, each.says[0].order())))


def _holders(stints: Sequence[Stint]) -> Iterator[Conflict]:
    """Go through the runs by their first days; only those that have not ended yet can have a day in common."""
    alone = (stint for stint in stints if not stint.shared)
    runs = sorted(((run, n, stint) for n, stint in enumerate(alone) for run in stint.runs), key=lambda each: each[:2])
    under_way: list[tuple[Days, int, Stint]] = []
    for mine, place, one in runs:
        under_way = [each for each in under_way if each[0].last >= mine.first]
        for theirs, number, other in under_way:
            if one.person != other.person and not _is_change(mine, theirs):
                both = Days(mine.first, min(mine.last, theirs.last))
                sides = (one, other) if place < number else (other, one)
                says = (_speaker(sides[0], both), _speaker(sides[1], both))
                yield Conflict(about="holder", first=str(both.first), last=str(both.last), says=says)
        under_way.append((mine, place, one))


def _is_change(one: Days, other: Days) -> bool:
    """Say whether the one follows the other, with no more than the day of the change in common."""
    early, late = sorted((one, other))
    return early.first < late.first and early.last < late.last and early.last - late.first <= _CHANGE


def _speaker(stint: Stint, days: Days) -> Evidence:
    """Give the evidence that comes nearest to the days."""

    def distance(each: Evidence) -> tuple[int, tuple[str, ...]]:
        gaps = [max((span.first - days.last).days, (days.first - span.last).days, 0) for span in each.spans()]
        return (min(gaps, default=1_000_000), each.order())

    return min(stint.evidence, key=distance)


def _dates(stint: Stint) -> Iterator[Conflict]:
    about: Literal["since", "until"]
    for about in ("since", "until"):
        dated: dict[tuple[str, ...], list[Evidence]] = {}
        for each in stint.evidence:
            if getattr(each, about):
                dated.setdefault((each.origin, each.article or ""), []).append(each)
        for mine, theirs in combinations(dated.values(), 2):
            if gap := _gap([getattr(each, about) for each in mine], [getattr(each, about) for each in theirs]):
                yield Conflict(about=about, first=str(gap.first), last=str(gap.last), says=(mine[0], theirs[0]))


def _gap(ones: Sequence[str], others: Sequence[str]) -> Days | None:
    """Give the days between dates of which none may be one of the others; None where two of them may be the same."""
    pairs = [(bounds(one), bounds(other)) for one in ones for other in others]
    gaps = [Days(*sorted((min(a.last, b.last), max(a.first, b.first)))) for a, b in pairs]
    return None if any(a.first <= b.last and b.first <= a.last for a, b in pairs) else min(gaps, default=None)


def _left(stint: Stint) -> Iterator[Conflict]:
    outs = [(each, out) for each in stint.evidence if not each.until and (out := each.out())]
    for other in stint.evidence if outs else ():
        for span in other.spans():
            for one, out in outs:
                if span.first < out < span.last:
                    yield Conflict(about="left", first=str(out), last=str(span.last), says=(one, other))
