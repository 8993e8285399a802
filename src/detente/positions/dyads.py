"""Dyads: how often one side did what to another in a period, each event counted once and its reports apart.

An event of several actors and recipients stands in every pair of them, once in each. What its actors do to each other
(a meeting) stands in the pairs of its actors, in both directions. Sides are codes: states and PLOVER's bodies; an event
of which one side is unknown, or both are the same, makes no dyad.
"""

import math
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, permutations, product
from typing import Literal, NamedTuple, get_args

from detente.dates import bounds
from detente.errors import UsageError
from detente.lexicon import cow_codes
from detente.positions.coded import CodedEvent
from detente.positions.coding import Coded

Period = Literal["day", "month", "year"]
Undated = Literal["row", "publication", "drop"]
Grouping = Callable[[CodedEvent], Hashable]
"""From a report of an event to the event: reports with the same key are reports of one event."""

UNDATED = "undated"
LENGTH = {"day": len("2021-08-05"), "month": len("2021-08"), "year": len("2021")}


@dataclass(frozen=True, slots=True)
class Dyad:
    """A pair of sides in a period, from source to target; the fields are the columns of the export, in order.

    ``ccode1`` and ``ccode2`` are Correlates of War codes, empty for those who have none; ``q1`` to ``q4`` are the
    events by PLOVER's quads; ``reports`` counts the articles that tell them, ``articles`` all that the record holds of
    the period. Scores are means over events, None where there is none.
    """

    ccode1: str
    ccode2: str
    iso1: str
    iso2: str
    period: str
    q1: int
    q2: int
    q3: int
    q4: int
    events: int
    reports: int
    score_q1: float | None
    score_q2: float | None
    score_q3: float | None
    score_q4: float | None
    score: float | None
    articles: int


def same_day(event: CodedEvent) -> Hashable:
    """Group reports of one type by the same sides on the same day; without a whole day, each is an event of its own."""
    if not event.date or len(event.date) != LENGTH["day"]:
        return event.id
    return event.type, _ids(event.actors), _ids(event.recipients), event.date


def _ids(actors: Iterable[Coded]) -> frozenset[str]:
    return frozenset(each.id for each in actors)


class _Report(NamedTuple):
    """What one report says of an event; the least of several tells it: one with a period and a mode, if any has."""

    undated: bool
    modeless: bool
    id: str
    period: str
    quad: int
    score: float


@dataclass(slots=True)
class _Deed:
    """An event: the report that tells it, the pairs that any report names, and the articles that report it."""

    told: _Report
    pairs: set[tuple[str, str]] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)


def dyads(  # noqa: PLR0913
    events: Iterable[CodedEvent],
    by: str = "year",
    articles: Mapping[str | None, int] | None = None,
    *,
    copies: Mapping[str, str] | None = None,
    grouping: Grouping = same_day,
    undated: str = "row",
    undirected: bool = False,
) -> tuple[Dyad, ...]:
    """Count events by pairs of sides and periods, sorted by sides and period.

    ``articles`` counts the articles of the record by day of publication, ``copies`` gives for an article that is a copy
    the first of its text, and both count as one report. ``undated`` says what becomes of events whose
    period is not known: a ``row`` of the period "undated", the period of their ``publication`` where the date of the
    event does not speak against it, or ``drop``. Undirected, a pair stands in alphabetical order. Raise ``UsageError``
    for another period or treatment.
    """
    _check(by, get_args(Period), "period")
    _check(undated, get_args(Undated), "treatment of undated events")
    deeds: dict[Hashable, _Deed] = {}
    for event in events:
        pairs = {_ordered(pair) for pair in _pairs(event)} if undirected else set(_pairs(event))
        if pairs:
            period = _period(event, by, by_publication=undated == "publication")
            report = _Report(period == UNDATED, not event.mode, event.id, period, event.quad, event.score)
            deed = deeds.setdefault(grouping(event), _Deed(report))
            deed.told = min(deed.told, report)
            deed.pairs |= pairs
            deed.stories.add((copies or {}).get(event.story.id, event.story.id))
    cells: dict[tuple[str, str, str], list[_Deed]] = {}
    for deed in deeds.values():
        for one, other in () if deed.told.undated and undated == "drop" else deed.pairs:
            cells.setdefault((one, other, deed.told.period), []).append(deed)
    read = _read(articles or {}, by)
    return tuple(_dyad(key, cells[key], read.get(key[2], 0)) for key in sorted(cells))


def _check(given: str, known: tuple[str, ...], name: str) -> None:
    if given not in known:
        raise UsageError(f"found the {name} {given!r}; expected one of {', '.join(known)}")


def _pairs(event: CodedEvent) -> Iterator[tuple[str, str]]:
    sources = [each.code for each in event.actors if each.code]
    targets = [each.code for each in event.recipients if each.code]
    each_other = permutations(sources, 2) if event.mutual else ()
    return (pair for pair in chain(product(sources, targets), each_other) if pair[0] != pair[1])


def _ordered(pair: tuple[str, str]) -> tuple[str, str]:
    return min(pair), max(pair)


def _period(event: CodedEvent, by: str, *, by_publication: bool) -> str:
    """Give the period in which the whole date lies; by publication only where the event may lie in that period."""
    dated = bounds(event.date) if event.date else None
    if dated and (first := dated.first.isoformat()[: LENGTH[by]]) == dated.last.isoformat()[: LENGTH[by]]:
        return first
    published = event.story.published[: LENGTH[by]]
    if not by_publication or not published:
        return UNDATED
    there = bounds(published)
    apart = dated and (dated.last < there.first or there.last < dated.first)
    return UNDATED if apart else published


def _read(articles: Mapping[str | None, int], by: str) -> dict[str, int]:
    read: dict[str, int] = {}
    for day, many in articles.items():
        period = day[: LENGTH[by]] if day else UNDATED
        read[period] = read.get(period, 0) + many
    return read


def _dyad(key: tuple[str, str, str], deeds: list[_Deed], read: int) -> Dyad:
    one, other, period = key
    scores = [[deed.told.score for deed in deeds if deed.told.quad == quad] for quad in (1, 2, 3, 4)]
    q1, q2, q3, q4 = map(len, scores)
    score_q1, score_q2, score_q3, score_q4 = map(mean, scores)
    return Dyad(
        ccode1=cow_codes().get(one, ""),
        ccode2=cow_codes().get(other, ""),
        iso1=one,
        iso2=other,
        period=period,
        q1=q1,
        q2=q2,
        q3=q3,
        q4=q4,
        events=len(deeds),
        reports=sum(len(deed.stories) for deed in deeds),
        score_q1=score_q1,
        score_q2=score_q2,
        score_q3=score_q3,
        score_q4=score_q4,
        score=mean([deed.told.score for deed in deeds]),
        articles=read,
    )


def mean(scores: Collection[float]) -> float | None:
    """Give the mean to four decimals; None where there is nothing."""
    return round(math.fsum(scores) / len(scores), 4) if scores else None
