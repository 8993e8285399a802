"""Events across articles: reports of one deed are linked, and every report is kept.

Two reports may tell of one event when they are of one family of types, agree on whether it is told as done, planned or
supposed, name no sides that exclude each other (ministers count as their states), and their days lie within a window.
A report joins only a group with each of whose reports it agrees, in the order of the days: so a long war is not one
event, and the order of reading does not matter.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from detente.dates import FIRST, LAST
from detente.errors import UsageError
from detente.lexicon import event_family
from detente.positions.asked_days import day_of
from detente.positions.collecting import in_one_go
from detente.positions.copies import first_of
from detente.positions.identified import identified
from detente.positions.naming import Directory
from detente.positions.reports import Report, report_of
from detente.record import Limits, Record
from detente.text import Span, Spans, quote

WINDOW = 3
"""So many days apart may two reports put one event: a night, a time zone, a weekday misread."""

_ROLES = ("actors", "recipients")


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with all its reports. ``first`` and ``last`` bound its day as far as the reports agree.

    ``texts`` counts the articles that report it, a text and its copies in other outlets once.
    """

    type: str
    mode: str | None
    told: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    texts: int
    reports: tuple[Report, ...]

    def may_be(self, day: dt.date) -> bool:
        """Say whether it may have been on a day; where nothing tells its day, it is of none."""
        said = day.isoformat()
        return bool(self.first or self.last) and (self.first or said) <= said <= (self.last or said)


class Happenings(NamedTuple):
    """Some events in the order of their days, and of how many events, in how many reports, they are."""

    shown: tuple[Happening, ...]
    events: int
    reports: int


def happenings(
    record: Record, actor: str | None = None, other: str | None = None, on: str | dt.date | None = None
) -> tuple[Happening, ...]:
    """Give all events, as ``find_happenings`` does."""
    return find_happenings(record, actor, other, on).shown


@in_one_go
def find_happenings(
    record: Record,
    actor: str | None = None,
    other: str | None = None,
    on: str | dt.date | None = None,
    *,
    limit: int | None = None,
) -> Happenings:
    """Give the events of a record, in the order of their days; of one actor or between two, given by id or name.

    Between two: the one acts upon the other, or they act together and upon nobody else. Raise ``UsageError`` where a
    name may mean several or nobody, where both are one, and for a day that is none. With a day, only events that may
    have been on it; not those of which nothing tells the day. With a limit, only so many are shown: the latest, and
    those without a day where there are too few others.
    """
    day = day_of(on) if on is not None else None
    told = unquoted(record, actor, other)
    found = [each for each in told.events if not day or each.may_be(day)]
    reports = sum(len(each.reports) for each in found)
    return Happenings(with_words(record, told, _latest(found, limit)), len(found), reports)


class Unquoted(NamedTuple):
    """Events in the order of their days, without words, and by article and claim where these stand."""

    events: Sequence[Happening]
    spans: Mapping[tuple[str, str], Sequence[tuple[int, int]]]


def unquoted(record: Record, actor: str | None = None, other: str | None = None) -> Unquoted:
    """Give the events of a record as ``find_happenings`` does, without their words: those few that are shown need them.

    Raise ``UsageError`` where a name may mean several or nobody, and where both are one.
    """
    seen = identified(record)
    directory = Directory.of(seen)
    wanted = [known_side(directory, name) for name in (actor, other) if name is not None]
    if len(wanted) > len(set(wanted)):
        raise UsageError(f"found {wanted[0]} twice; expected two actors")
    who: Collection[str] = seen.finding(wanted[0]) if wanted else ()
    with_: Collection[str] = seen.finding(wanted[1]) if len(wanted) > 1 else ()
    limits = Limits(about=with_, parts=_ROLES, bare=True)
    kept = seen.claims("events", who=who, roles=_ROLES if who else (), limits=limits)
    spans = {(each.article.id, each.body["id"]): each.body["evidence"] for each in kept}
    linked = link(report for each in kept if (report := report_of(each, directory, wanted)))
    return Unquoted([_happening(group) for group in linked], spans)


def _latest(found: Sequence[Happening], limit: int | None) -> Sequence[Happening]:
    if limit is None or len(found) <= limit:
        return found
    dated = [each for each in found if each.first or each.last]
    undated = [each for each in found if not (each.first or each.last)]
    return [*dated[max(len(dated) - limit, 0) :], *undated][:limit]


def with_words(record: Record, told: Unquoted, some: Sequence[Happening]) -> tuple[Happening, ...]:
    """Give some events with the words of their reports, and how many texts report each, copies counted once."""
    return tuple(_with_words(record, some, told.spans)) if some else ()


def _with_words(
    record: Record, found: Sequence[Happening], spans: Mapping[tuple[str, str], Sequence[tuple[int, int]]]
) -> Iterator[Happening]:
    first = first_of(record, {each.article for event in found if len(event.reports) > 1 for each in event.reports})
    sources = record.sources({each.article for event in found for each in event.reports})
    for event in found:
        reports = tuple(
            replace(each, quote=quote(sources[each.article].text, _spans(spans[each.article, each.claim])))
            for each in event.reports
        )
        yield replace(event, reports=reports, texts=len({first.get(each.article, each.article) for each in reports}))


def _spans(given: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in given)


def known_side(directory: Directory, name: str) -> str:
    """Give the id of the side that a name means, of a person his state; raise ``UsageError`` where nobody knows it."""
    found = directory.find(name)
    if found is None:
        raise UsageError(f"found {name!r}, whom the record does not know; expected an actor's id or name")
    return directory.state(found.id)


def link(reports: Iterable[Report]) -> list[list[Report]]:
    """Divide reports by the event of which they tell; the order in which they come does not matter.

    They come in the order of their first days: what lies more than the window before one is not looked at again.
    """
    groups: list[list[Report]] = []
    ends: list[dt.date] = []
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for report in sorted(reports, key=Report.order):
        days = report.days
        keys = list(_pairs(report)) if days else []
        begin = _after(days[0], dt.timedelta(days=WINDOW)) if days else LAST
        for key in keys:
            having[key] = [number for number in having[key] if ends[number] >= begin]
        near = sorted({number for key in keys for number in having[key]})
        fitting = next((n for n in near if all(_agree(report, other) for other in groups[n])), None)
        if fitting is None:
            fitting = len(groups)
            groups.append([])
            ends.append(LAST)
        groups[fitting].append(report)
        ends[fitting] = min(ends[fitting], days[1] if days else LAST)
        for key in keys:
            if not having[key] or having[key][-1] != fitting:
                having[key].append(fitting)
    return groups


def _pairs(report: Report) -> Iterator[tuple[str, ...]]:
    """Give what two reports of one event have in common: how it is told, and two of the people in it."""
    people = sorted({*report.actors, *report.recipients})
    yield from ((report.told, event_family(report.type), *pair) for pair in combinations(people, 2))


def _agree(one: Report, other: Report) -> bool:
    modes = {one.mode, other.mode} - {None}
    alike = one.type == other.type and len(modes) < 2
    family = alike or (one.type != other.type and event_family(one.type) == event_family(other.type))
    return family and one.told == other.told and _are_close(one, other) and _are_same_people(one, other)


def _are_close(one: Report, other: Report) -> bool:
    if one.days is None or other.days is None:
        return False
    window = dt.timedelta(days=WINDOW if one.date and other.date else 0)
    (first, last), (begin, end) = one.days, other.days
    return _after(first, window) <= end and _after(begin, window) <= last


def _after(day: dt.date, window: dt.timedelta) -> dt.date:
    return day - window if day > FIRST + window else day


def _are_same_people(one: Report, other: Report) -> bool:
    """Say whether the sides fit: none excludes the other, and both sides, or all who are known, are shared."""
    both, others = {*one.actors, *one.recipients}, {*other.actors, *other.recipients}
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    fits = all(not mine or not theirs or set(mine) & set(theirs) for mine, theirs in sides)
    mutual = both == others
    return (fits or mutual) and bool(both) and (both <= others or others <= both) and min(len(both), len(others)) > 1


def _happening(group: list[Report]) -> Happening:
    types = Counter(each.type for each in group)
    kind = min(types, key=lambda name: (-types[name], name))
    modes = sorted(each.mode for each in group if each.mode and each.type == kind)
    days = [each.days for each in group if each.days]
    first = max((day for day, _ in days), default=FIRST)
    last = min((day for _, day in days), default=LAST)
    first, last = min(first, last), max(first, last)
    return Happening(
        type=kind,
        mode=modes[0] if modes else None,
        told=group[0].told,
        actors=tuple(sorted({actor for each in group for actor in each.actors})),
        recipients=tuple(sorted({actor for each in group for actor in each.recipients})),
        first=None if first == FIRST else first.isoformat(),
        last=None if last == LAST else last.isoformat(),
        outlets=tuple(sorted({each.outlet for each in group if each.outlet})),
        texts=0,
        reports=tuple(group),
    )
