"""The periods of a relation: days, months or years, each with what was done, said and read in it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from detente.dates import bounds
from detente.positions.coverage import Coverage, over_outlets
from detente.positions.dyads import LENGTH, UNDATED, mean
from detente.positions.relation_deeds import Deed, Word

State = Literal["told", "nothing told", "no coverage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One period of a relation, as its columns stand in the table; ``one`` and ``other`` are the two sides.

    ``state`` is ``told`` where an event or words are known, ``nothing told`` where articles were read that mention
    a side and tell of none, ``no coverage`` where none was read. ``score`` is the mean over the events, None
    without any: never 0 for silence. ``q1`` to ``q4`` are events by PLOVER's quads, ``together`` what both do with
    each other, ``placed`` events whose day no text tells and which the day of their report puts here. ``one_for``
    are words of the one for the other, ``one_open`` those that bear neither way. ``articles`` were read of the
    period, ``either`` mention a side, ``both`` both; ``coverage`` tells them by outlet.
    """

    period: str
    state: State
    score: float | None
    events: int
    q1: int
    q2: int
    q3: int
    q4: int
    by_one: int
    score_by_one: float | None
    by_other: int
    score_by_other: float | None
    together: int
    placed: int
    one_for: int
    one_against: int
    one_open: int
    other_for: int
    other_against: int
    other_open: int
    articles: int
    either: int
    both: int
    coverage: tuple[Coverage, ...]
    deeds: tuple[Deed, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A change point. ``when`` (EDTF) runs from the last period with events before it to the first after it.

    ``before`` and ``after`` are the mean scores of the parts on both sides, of so many events. ``uncovered`` counts the
    periods between of which no article was read that mentions a side, of ``between`` in all. ``saves`` is how often the
    penalty is saved by it: more than 1.
    """

    when: str
    before: float
    after: float
    events_before: int
    events_after: int
    between: int
    uncovered: int
    saves: float


def stretches(deeds: Iterable[Deed], words: Iterable[Word], found: Iterable[Coverage], by: str) -> tuple[Stretch, ...]:
    """Divide what was done, said and read by periods, in their order; last what is of no known period ("undated").

    All periods between the first and the last with an article that mentions a side are there, also those of which
    nothing is known; before and after, only those of which something is told.
    """
    done, said, read = _grouped(deeds, by), _said(words, by), defaultdict(list)
    for each in found:
        read[each.period].append(each)
    sums = over_outlets(each for some in read.values() for each in some)
    mentioned = [period for period, each in sums.items() if each.either and period != UNDATED]
    known = {*done, *said, *_between(mentioned, by), *(UNDATED for each in read.get(UNDATED, ()) if each.either)}
    nothing = Coverage("", None, 0, 0, 0)
    return tuple(
        _stretch(period, done.get(period, []), said.get(period, []), read.get(period, []), sums.get(period, nothing))
        for period in sorted(known)
    )


def period_of(first: str | None, last: str | None, by: str) -> str:
    """Give the period in which two days lie, "undated" where that is not one, or where one of them is not known.

    >>> period_of("2021-08-01", "2021-08-05", "month"), period_of("2021-08-01", "2021-08-05", "day")
    ('2021-08', 'undated')
    """
    start, end = (first or "")[: LENGTH[by]], (last or "")[: LENGTH[by]]
    return start if start and start == end else UNDATED


def following(period: str, by: str) -> str:
    """Give the period after another.

    >>> following("2021-12", "month"), following("2020-02-28", "day"), following("2021", "year")
    ('2022-01', '2020-02-29', '2022')
    """
    return (bounds(period).last + dt.timedelta(days=1)).isoformat()[: LENGTH[by]]


def _between(some: Collection[str], by: str) -> Iterator[str]:
    if some:
        period, last = min(some), max(some)
        while period < last:
            yield period
            period = following(period, by)
        yield last


def _grouped(deeds: Iterable[Deed], by: str) -> Mapping[str, list[Deed]]:
    found: dict[str, list[Deed]] = defaultdict(list)
    for each in deeds:
        found[period_of(each.first, each.last, by)].append(each)
    return found


def _said(words: Iterable[Word], by: str) -> Mapping[str, list[Word]]:
    found: dict[str, list[Word]] = defaultdict(list)
    for each in words:
        first, last = (day.isoformat() for day in bounds(each.day)) if each.day else ("", "")
        found[period_of(first, last, by)].append(each)
    return found


def _stretch(period: str, deeds: list[Deed], words: list[Word], read: list[Coverage], sums: Coverage) -> Stretch:
    quads = [sum(each.quad == quad for each in deeds) for quad in (1, 2, 3, 4)]
    mine, theirs = ([each.score for each in deeds if each.by == by] for by in ("one", "other"))
    said = {(by, side): 0 for by in ("one", "other") for side in ("for", "against", "open")}
    for word in words:
        said[word.by, word.side] += 1
    return Stretch(
        period=period,
        state="told" if deeds or words else "nothing told" if sums.either else "no coverage",
        score=mean([each.score for each in deeds]),
        events=len(deeds),
        **dict(zip(("q1", "q2", "q3", "q4"), quads, strict=True)),
        by_one=len(mine),
        score_by_one=mean(mine),
        by_other=len(theirs),
        score_by_other=mean(theirs),
        together=len(deeds) - len(mine) - len(theirs),
        placed=sum(not each.dated for each in deeds),
        **{f"{by}_{side}": many for (by, side), many in said.items()},
        articles=sums.articles,
        either=sums.either,
        both=sums.both,
        coverage=tuple(read),
        deeds=tuple(deeds),
        words=tuple(words),
    )
