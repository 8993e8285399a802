"""Actors as single articles know them: the ground on which identity is decided."""

import json
from collections.abc import Collection, Iterator
from typing import NamedTuple

import sqlalchemy as sa

from detente.record.finding import Source, portions
from detente.record.moments import NOW, When, shown
from detente.record.retractions import retracted_since
from detente.record.tables import actors, articles, judgements, readings
from detente.text import Span, Spans


class ArticleActor(NamedTuple):
    """An actor of one article, in its newest reading; ``mentions`` counts the places in which he is named or meant."""

    article: str
    reading: int
    published: str | None
    id: str
    name: str
    type: str
    linked: bool
    represents: str | None
    mentions: int


class Place(NamedTuple):
    """The mentions of an actor in one article."""

    id: str
    source: Source
    sha256: str
    spans: Spans


def find_article_actors(connection: sa.Connection, when: When = NOW) -> list[ArticleActor]:
    """Give the actors of all articles, article by article."""
    joined = readings.join(articles, articles.c.number == readings.c.article)
    query = sa.select(readings.c.number, articles.c.id, articles.c.published).select_from(joined).where(shown(when))
    read = {number: (article, published) for number, article, published in connection.execute(query)}
    names = ("reading", "id", "name", "type", "linked", "represents", "mentions")
    known = [
        ArticleActor(read[reading][0], reading, read[reading][1], id_, name, kind, linked, represents, _many(mentions))
        for reading, id_, name, kind, linked, represents, mentions in connection.execute(
            sa.select(*(actors.c[column] for column in names))
        )
        if reading in read
    ]
    return sorted(known, key=lambda each: (each.article, each.id))


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
        yield Place(id_, *sources[reading], tuple(Span(*span) for span in json.loads(mentions)))


def state(connection: sa.Connection) -> tuple[object, ...]:
    """Give the numbers of the last reading and judgement, and how many judgements are withdrawn."""
    columns = (sa.func.max(judgements.c.number), sa.func.count(judgements.c.withdrawn_at))
    last = connection.execute(sa.select(sa.func.max(readings.c.number))).scalar()
    return (last, *connection.execute(sa.select(*columns)).one())


def _many(mentions: str) -> int:
    """Count the spans in JSON without reading it; half a million of them are counted at every look."""
    return max(mentions.count("[") - 1, 0)
