"""Actors as single articles know them: the ground on which identity is decided."""

import json
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.record.deriving import read_guise
from detente.record.finding import Source, newest
from detente.record.guises import Days, Guise, Office, Offices
from detente.record.portions import portions
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

    ``first`` and ``last`` are the days on which these articles appeared, None where nobody knows that of any.
    """

    number: int
    guise: Guise
    many: int
    mentions: int
    first: str | None
    last: str | None


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


def find_article_actors(
    connection: sa.Connection,
    ids: Collection[str] = (),
    articles_: Collection[str] = (),
    guises_: Collection[int] = (),
) -> list[ArticleActor]:
    """Give the actors of all articles, article by article; only those with these ids, of these articles, in these guises."""
    joined = actors.join(readings, readings.c.number == actors.c.reading)
    joined = joined.join(articles, articles.c.number == readings.c.article)
    names = ("id", "name", "type", "linked", "represents", "many", "guise")
    columns = (articles.c.id.label("article"), readings.c.number, articles.c.published)
    query = sa.select(*columns, *(actors.c[name] for name in names)).select_from(joined).where(newest())
    wanted = [(actors.c.id, ids), (articles.c.id, articles_), (actors.c.guise, guises_)]
    found = _among(connection, query, [(column, sorted(values)) for column, values in wanted if values])
    return sorted((ArticleActor(*row) for row in found), key=lambda each: (each.article, each.id))


def _among(connection: sa.Connection, query: sa.Select[Any], wanted: list[tuple[Any, list[Any]]]) -> Iterator[sa.Row[Any]]:
    """Ask with all the lists of values, in portions of the first."""
    if not wanted:
        yield from connection.execute(query)
        return
    (column, values), *others = wanted
    for some in portions(values):
        yield from _among(connection, query.where(column.in_(some)), others)


def find_worn(connection: sa.Connection) -> list[Worn]:
    """Give the guises in which actors of articles are known, in the order of what they say."""
    joined = actors.join(readings, readings.c.number == actors.c.reading)
    joined = joined.join(articles, articles.c.number == readings.c.article)
    days = (sa.func.min(articles.c.published).label("first"), sa.func.max(articles.c.published).label("last"))
    numbers = (sa.func.count().label("many"), sa.func.sum(actors.c.many).label("mentions"))
    query = sa.select(actors.c.guise, *numbers, *days)
    counted = query.select_from(joined).where(newest()).group_by(actors.c.guise).subquery()
    columns = (guises.c.number, guises.c.said, counted.c.many, counted.c.mentions, counted.c.first, counted.c.last)
    rows = connection.execute(
        sa.select(*columns).join(counted, counted.c.guise == guises.c.number).order_by(guises.c.said)
    )
    return [
        Worn(number, read_guise(said), many, int(mentions), *published) for number, said, many, mentions, *published in rows
    ]


def find_holdings(connection: sa.Connection) -> list[Holding]:
    """Give the offices in which the persons of each guise are shown."""
    joined = holdings.join(readings, readings.c.number == holdings.c.reading)
    joined = joined.join(articles, articles.c.number == readings.c.article)
    mine = (actors.c.reading == holdings.c.reading) & (actors.c.id == holdings.c.actor)
    days = (sa.func.min(holdings.c.first_day), sa.func.max(holdings.c.last_day))
    by = (actors.c.guise, holdings.c.office, holdings.c.polity)
    query = sa.select(*by, *days).select_from(joined.join(actors, mine)).where(newest()).group_by(*by)
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
    return {person: offices for person, offices in found.items()}


def find_readings(connection: sa.Connection, wanted: Collection[int]) -> dict[int, set[int]]:
    """Give the readings in which actors of these guises are known, by guise."""
    joined = actors.join(readings, readings.c.number == actors.c.reading)
    query = sa.select(actors.c.guise, actors.c.reading)
    query = query.select_from(joined.join(articles, articles.c.number == readings.c.article)).where(newest())
    found: dict[int, set[int]] = {number: set() for number in wanted}
    for guise, reading in _among(connection, query, [(actors.c.guise, sorted(wanted))] if wanted else []):
        found.setdefault(guise, set()).add(reading)
    return found


def find_places(connection: sa.Connection, wanted: Collection[int], ids: Collection[str] = ()) -> Iterator[Place]:
    """Give where actors are mentioned in some readings, those with these ids or all; by article and id."""
    names = ("id", "title", "outlet", "published", "text", "sha256")
    query = sa.select(readings.c.number, *(articles.c[name] for name in names))
    query = query.join(articles, articles.c.number == readings.c.article)
    mentioned = sa.select(actors.c.reading, actors.c.id, actors.c.mentions)
    sources: dict[int, tuple[Source, str]] = {}
    rows: list[tuple[str, str, int, str]] = []
    for some in portions(sorted(set(wanted))):
        for number, *source, sha256 in connection.execute(query.where(readings.c.number.in_(some))):
            sources[number] = Source(*source), sha256
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
