"""Actors as single articles know them: the ground on which identity is decided."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.record.deriving import read_guises
from detente.record.finding import Source
from detente.record.guises import Days, Guise, Office, Offices
from detente.record.moments import NOW, When, shown
from detente.record.portions import portions
from detente.record.retractions import retracted_since
from detente.record.tables import actors, articles, guises, holdings, judgements, readings
from detente.text import Span, Spans


class ArticleActor(NamedTuple):
    """An actor of one article, in its newest reading; ``mentions`` counts the places in which he is named or meant.

    ``guise`` is the number of the guise in which the article knows him.
    """

    article: str
    reading: int
    published: str | None
    id: str
    name: str
    type: str
    linked: bool
    represents: str | None
    mentions: int
    guise: int


class Worn(NamedTuple):
    """A guise, by its number, and how many actors of articles are known in it, with how many mentions.

    ``first`` and ``last`` are the days on which these articles appeared, None where nobody knows that of any;
    ``earliest`` is the day (``9999`` where nobody knows it), a blank, and the id of the first of them.
    """

    number: int
    guise: Guise
    many: int
    mentions: int
    first: str | None
    last: str | None
    earliest: str


class Holding(NamedTuple):
    """An office in which persons of one guise are shown, and the days from the first to the last of them all."""

    guise: int
    office: Office
    days: Days | None


class Place(NamedTuple):
    """The mentions of an actor in one article."""

    id: str
    source: Source
    sha256: str
    spans: Spans
    reading: int


UNDATED = "9999"
"""Sorts after every day."""

NO_LIMIT: Mapping[str, Collection[Any]] = {}
_LIMITS: Mapping[str, sa.Column[Any]] = {
    "ids": actors.c.id,
    "articles": articles.c.id,
    "guises": actors.c.guise,
    "readings": actors.c.reading,
}


def find_article_actors(
    connection: sa.Connection, wanted: Mapping[str, Collection[Any]] = NO_LIMIT, when: When = NOW
) -> list[ArticleActor]:
    """Give the actors of all articles, article by article.

    ``wanted`` may limit them to some ``ids``, ``articles``, ``guises`` or ``readings``.
    """
    joined = actors.join(readings, readings.c.number == actors.c.reading)
    joined = joined.join(articles, articles.c.number == readings.c.article)
    names = ("id", "name", "type", "linked", "represents", "many", "guise")
    columns = (articles.c.id.label("article"), readings.c.number, articles.c.published)
    query = sa.select(*columns, *(actors.c[name] for name in names)).select_from(joined).where(shown(when))
    limits = [(_LIMITS[name], sorted(values)) for name, values in wanted.items()]
    found = _among(connection, query, limits)
    return sorted((ArticleActor._make(row) for row in found), key=lambda each: (each.article, each.id))


def _among(connection: sa.Connection, query: sa.Select[Any], wanted: list[tuple[Any, list[Any]]]) -> Iterator[Any]:
    """Ask with all the lists of values, in portions of the first."""
    if not wanted:
        yield from connection.execute(query)
        return
    (column, values), *others = wanted
    for some in portions(values):
        yield from _among(connection, query.where(column.in_(some)), others)


def find_worn(connection: sa.Connection, when: When = NOW) -> list[Worn]:
    """Give the guises in which actors of articles are known, in the order of what they say.

    The readings that are shown are looked up once, and beside them all actors in the order of their guises.
    """
    day = articles.c.published
    first = (sa.func.coalesce(day, UNDATED) + " " + articles.c.id).label("earliest")
    joined = readings.join(articles, articles.c.number == readings.c.article)
    there = sa.select(readings.c.number, day, first).select_from(joined).where(shown(when)).subquery()
    mentions = sa.func.sum(sa.case((there.c.number.is_not(None), actors.c.many)))
    days = (sa.func.min(there.c.published), sa.func.max(there.c.published), sa.func.min(there.c.earliest))
    query = sa.select(actors.c.guise, sa.func.count(there.c.number), mentions, *days)
    query = query.select_from(actors.outerjoin(there, there.c.number == actors.c.reading))
    query = query.where(actors.c.guise.is_not(None))
    counted = query.group_by(actors.c.guise).having(sa.func.count(there.c.number) > 0)
    of = {guise: (many, int(mentioned), *rest) for guise, many, mentioned, *rest in connection.execute(counted)}
    kept = connection.execute(sa.select(guises.c.number, guises.c.said).order_by(guises.c.said)).all()
    worn = [(number, said) for number, said in kept if number in of]
    known = read_guises([said for _, said in worn])
    return [Worn(number, guise, *of[number]) for (number, _), guise in zip(worn, known, strict=True)]


def find_holdings(connection: sa.Connection, when: When = NOW) -> list[Holding]:
    """Give the offices in which the persons of each guise are shown."""
    joined = holdings.join(readings, readings.c.number == holdings.c.reading)
    joined = joined.join(articles, articles.c.number == readings.c.article)
    mine = (actors.c.reading == holdings.c.reading) & (actors.c.id == holdings.c.actor)
    days = (sa.func.min(holdings.c.first_day), sa.func.max(holdings.c.last_day))
    by = (actors.c.guise, holdings.c.office, holdings.c.polity)
    query = sa.select(*by, *days).select_from(joined.join(actors, mine)).where(shown(when)).group_by(*by)
    return [
        Holding(guise, Office(office, polity), Days(first, last) if first and last else None)
        for guise, office, polity, first, last in connection.execute(query)
    ]


def find_offices(connection: sa.Connection, wanted: Collection[int]) -> dict[tuple[int, str], Offices]:
    """Give the offices in which single persons are shown in some readings, by reading and id."""
    found: dict[tuple[int, str], dict[Office, Days | None]] = {}
    query = sa.select(holdings)
    for some in portions(sorted(wanted)):
        for row in connection.execute(query.where(holdings.c.reading.in_(some))):
            days = Days(row.first_day, row.last_day) if row.first_day and row.last_day else None
            found.setdefault((row.reading, row.actor), {})[Office(row.office, row.polity)] = days
    return dict(found)


def find_readings(connection: sa.Connection, wanted: Collection[int], when: When = NOW) -> dict[int, set[int]]:
    """Give the readings in which actors of these guises are known, by guise."""
    joined = actors.join(readings, readings.c.number == actors.c.reading)
    query = sa.select(actors.c.guise, actors.c.reading)
    query = query.select_from(joined.join(articles, articles.c.number == readings.c.article)).where(shown(when))
    found: dict[int, set[int]] = {number: set() for number in wanted}
    for some in portions(sorted(wanted)):
        for guise, reading in connection.execute(query.where(actors.c.guise.in_(some))):
            found[guise].add(reading)
    return found


def find_places(
    connection: sa.Connection, wanted: Collection[int], ids: Collection[str] = (), when: When = NOW
) -> Iterator[Place]:
    """Give where actors are mentioned in some readings, those with these ids or all; by article and id."""
    names = ("id", "title", "outlet", "published", "text", "sha256")
    query = sa.select(readings.c.number, *(articles.c[name] for name in names))
    query = query.join(articles, articles.c.number == readings.c.article)
    mentioned = sa.select(actors.c.reading, actors.c.id, actors.c.mentions)
    since = retracted_since(connection, when)
    sources: dict[int, tuple[Source, str]] = {}
    rows: list[tuple[str, str, int, str]] = []
    for some in portions(sorted(set(wanted))):
        for number, *source, sha256 in connection.execute(query.where(readings.c.number.in_(some))):
            id_, title, outlet, published, text = source
            sources[number] = Source(id_, title, outlet, published, text, since.get(id_)), sha256
        for reading, id_, mentions in connection.execute(mentioned.where(actors.c.reading.in_(some))):
            if not ids or id_ in ids:
                rows.append((sources[reading][0].id, id_, reading, mentions))
    for _, id_, reading, mentions in sorted(rows):
        yield Place(id_, *sources[reading], tuple(Span(*span) for span in json.loads(mentions)), reading)


def state(connection: sa.Connection) -> tuple[object, ...]:
    """Give the numbers of the last reading and judgement, and how many judgements are withdrawn."""
    columns = (sa.func.max(judgements.c.number), sa.func.count(judgements.c.withdrawn_at))
    last = connection.execute(sa.select(sa.func.max(readings.c.number))).scalar()
    return (last, *connection.execute(sa.select(*columns)).one())
