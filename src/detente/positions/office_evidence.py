"""What shows somebody in an office, or out of it: claims of articles, and tenures of the directory."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, Self

from detente.dates import FIRST, LAST, bounds
from detente.lexicon import Leader, tenures_of
from detente.positions.identified import Identified
from detente.record import Kept, Limits, Record, is_described, person_name, plain_office
from detente.text import Span, fold, quote, slug

HOLDS = ("current", "acting", "contested")
Origin = Literal["text", "directory", "own directory"]


class Days(NamedTuple):
    """The first and the last day of a stretch, both included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence: a claim of an article, or a row of the shipped or of the user's own directory.

    ``since`` and ``until`` are the dates (EDTF) that it names, ``holding`` one at which it shows him in office.
    ``quote`` and ``article`` are those of a claim; ``source`` is the outlet, or where the row can be checked;
    ``seen`` bounds the days on which a row is sure. ``judged`` and ``retracted`` are as in a ``Statement``.
    """

    origin: Origin
    person: str
    name: str
    office: str
    status: str
    since: str | None = None
    until: str | None = None
    holding: str | None = None
    seen: str | None = None
    published: str | None = None
    quote: str | None = None
    article: str | None = None
    claim: str | None = None
    source: str | None = None
    predecessor: str | None = None
    designated_by: str | None = None
    joint: bool = False
    judged: str | None = None
    retracted: str | None = None

    def known(self) -> Iterator[str]:
        """Give the dates (EDTF) on which it shows him in office."""
        dates = (self.since, self.holding, self.until)
        if self.origin == "text":
            yield from (each for each in dates if each)
            if self.published and self.status in HOLDS:
                yield self.published
        else:
            spans = self.spans()
            yield from (day.isoformat() for span in spans for day in span)

    def spans(self) -> tuple[Days, ...]:
        """Give the days on which it surely shows him in office; of a month that is all it tells, none."""
        if self.seen:
            return (self._listed(self.seen),)
        points = []
        if self.holding and len(set(bounds(self.holding))) == 1:
            points.append(bounds(self.holding).first)
        if self.published and self.status in HOLDS:
            points.append(bounds(self.published).first)
        named = (last_of(self.since), first_of(self.until))
        points += [dt.date.fromisoformat(each) for each in named if each]
        if len(points) == 1:
            return (Days(points[0], points[0]),)
        if self.since and points:
            return (Days(min(points), max(points)),)
        return tuple(Days(day, day) for day in sorted(set(points)))

    def _listed(self, seen: str) -> Days:
        first, _, last = seen.partition("/")
        begin = min(filter(None, (last_of(self.since), first)))
        end = max(begin, last or first)  # the day by which he is out does not tell that he was in until then
        return Days(dt.date.fromisoformat(begin), dt.date.fromisoformat(end))

    def out(self) -> dt.date | None:
        """Give a day by which he has left it."""
        if self.until:
            last = bounds(self.until).last
            return last if last != LAST else None
        past = self.origin == "text" and self.status == "former" and self.published
        return dt.date.fromisoformat(self.published) if past and self.published else None

    def order(self) -> tuple[str, ...]:
        """Give the key by which evidence is sorted."""
        given = (self.published, self.article, self.claim, self.since, self.seen, self.source)
        return (self.origin, *(each or "" for each in given))


def first_of(date: str | None) -> str | None:
    """Give the first day that a date may mean; None where it has none."""
    day = bounds(date).first if date else FIRST
    return None if day == FIRST else day.isoformat()


def last_of(date: str | None) -> str | None:
    """Give the last day that a date may mean; None where it has none."""
    day = bounds(date).last if date else LAST
    return None if day == LAST else day.isoformat()


class Words:
    """The words of evidence, by where they stand in their articles, as far as these have been read."""

    def __init__(self, spans: Mapping[tuple[str, str], Sequence[Sequence[int]]], texts: Mapping[str, str]) -> None:
        self._spans = spans
        self._texts = texts

    def read(self, record: Record, some: Iterable[Evidence]) -> "Words":
        """Give the same with the articles of some evidence, read all at once."""
        wanted = {each.article for each in some if each.article}
        return Words(self._spans, {id_: source.text for id_, source in record.sources(wanted).items()})

    def of(self, each: Evidence) -> Evidence:
        """Give evidence with its words; the articles of this have been read."""
        if each.article is None or each.claim is None:
            return each
        spans = tuple(Span(*span) for span in self._spans[each.article, each.claim])
        return replace(each, quote=quote(self._texts[each.article], spans))


def told(seen: Identified, polity: str, offices: Iterable[str]) -> tuple[list[Evidence], Words]:
    """Give what articles say of an office of a polity; who has no name but his office is nobody's evidence.

    The evidence comes without quotes, since much of it is looked at and little shown; ``Words`` adds them.
    """
    wanted = {plain_office(office) for office in offices}
    found, spans = [], {}
    names: dict[str, str | None] = {}
    for kept in seen.claims("tenures", who={polity}, roles=("polity",), limits=Limits(offices=wanted, bare=True)):
        body = kept.body
        person = body["person"]
        if body["polity"] != polity or not person or plain_office(body["office"]) not in wanted:
            continue
        if person not in names:
            name = seen.name(person) or person
            names[person] = None if is_described(name) else name
        if (called := names[person]) is not None:
            found.append(_told(kept, called))
            spans[kept.article.id, body["id"]] = body["evidence"]
    return sorted(found, key=Evidence.order), Words(spans, {})


def _told(kept: Kept, name: str) -> Evidence:
    body, article = kept.body, kept.article
    return Evidence(
        origin="text",
        person=body["person"],
        name=name,
        office=body["office"],
        status=body["status"],
        published=article.published,
        article=article.id,
        claim=body["id"],
        source=article.outlet,
        judged=kept.judged,
        retracted=article.retracted,
        since=body["since"],
        until=body["until"],
        holding=body["holding"],
        predecessor=body["predecessor"],
        designated_by=body["designated_by"],
    )


def listed(polity: str, offices: Iterable[str], texts: list[Evidence]) -> list[Evidence]:
    """Give the directory's tenures of an office of a polity; who is named in texts stands under the id he has there."""
    rows = [row for office in offices for row in tenures_of(polity, plain_office(office))]
    people = {each.person: each.name for each in texts} if rows else {}
    called = [(row, _Name.of(row)) for row in rows]
    days: dict[str, list[Days]] = defaultdict(list)
    for each in texts:
        days[each.person].extend(each.spans())
    ids = {row: f"person/{slug(row.usual)}" for row in rows}
    for person, name in sorted(people.items()):
        same = [row for row, known in called if known.is_meant(name)]
        if len({fold(row.name) for row in same}) > 1:
            same = [row for row in same if any(_covers(row, span) for span in days[person])]
        if len({fold(row.name) for row in same}) == 1:
            ids |= dict.fromkeys(same, person)
    return sorted((_listed(row, ids[row]) for row in rows), key=Evidence.order)


def _covers(row: Leader, span: Days) -> bool:
    return any(row.holds_on(day.isoformat()) for day in span)


def _listed(row: Leader, person: str) -> Evidence:
    begins = row.first_seen or last_of(row.since) or ""
    return Evidence(
        origin="own directory" if row.own else "directory",
        person=person,
        name=row.usual,
        office=row.office,
        status=row.mark if row.mark in HOLDS else "current",
        since=row.since or None,
        until=row.until or None,
        seen=f"{begins}/{max(row.last_seen, begins)}",
        source=row.source,
        joint=row.mark == "joint",
    )


class _Name(NamedTuple):
    """The words of a row's name: all, those of the family, and the first letter of the given name, if it has one."""

    whole: frozenset[str]
    family: frozenset[str]
    given: str

    @classmethod
    def of(cls, row: Leader) -> Self:
        whole = person_name(row.name)
        family = (word for part in row.family for word in person_name(part).spelled)
        return cls(frozenset(whole.spelled), frozenset(family), row.given[0][:1] if row.given else "")

    def is_meant(self, name: str) -> bool:
        """Say whether the name that articles give may be this one: all words of one stand in the other.

        A given name may be short, or another one, for the same first letter: "Joe" for "Joseph".
        """
        mine = person_name(name)
        words = set(mine.spelled)
        if not words & self.family:
            return False
        if words <= self.whole or self.whole <= words:
            return True
        given = [word for word in mine.spelled if word not in self.family]
        return bool(self.given) and bool(given) and mine.full and given[0][0] == self.given
