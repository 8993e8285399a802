"""Readings of the same texts by two versions of the program, side by side."""

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa

from detente.record.keeping import show
from detente.record.moments import NOW, When, retracted
from detente.record.readings import Reading
from detente.record.tables import articles, readings
from detente.versions import Version

_PORTION = 200


class ReadBy(NamedTuple):
    """A version of the program that has read something: how many texts, and when it first and last did (ISO 8601)."""

    version: Version
    texts: int
    first: str
    last: str


def read_by(connection: sa.Connection, when: When = NOW) -> list[ReadBy]:
    """Give the versions that have read something by a moment, the one that began first before the others."""
    own = [readings.c[name] for name in Version._fields]
    times = (sa.func.min(readings.c.recorded_at), sa.func.max(readings.c.recorded_at))
    query = sa.select(*own, sa.func.count(readings.c.article.distinct()), *times).group_by(*own)
    if when.known is not None:
        query = query.where(readings.c.recorded_at <= when.known)
    width = len(own)
    found = [ReadBy(Version(*row[:width]), *row[width:]) for row in connection.execute(query)]
    return sorted(found, key=lambda each: (each.first, each.version))


def both(
    connection: sa.Connection, one: Version, other: Version, when: When = NOW
) -> Iterator[tuple[Reading, Reading]]:
    """Give the last readings of each text that both versions have read, by the articles' ids; of none retracted."""
    mine, theirs = _last(one), _last(other)
    joined = articles.join(mine, mine.c.article == articles.c.number)
    joined = joined.join(theirs, theirs.c.article == articles.c.number)
    query = sa.select(articles.c.id, articles.c.number, mine.c.number.label("one"), theirs.c.number.label("other"))
    query = query.select_from(joined).where(~retracted(articles.c.id, when.known))
    query = query.order_by(articles.c.id, articles.c.number).limit(_PORTION)
    rows = connection.execute(query).all()
    while rows:
        for row in rows:
            yield Reading(show(connection, row.one)), Reading(show(connection, row.other))
        last = rows[-1]
        after = (articles.c.id > last.id) | ((articles.c.id == last.id) & (articles.c.number > last.number))
        rows = connection.execute(query.where(after)).all()


def _last(version: Version) -> sa.Subquery:
    """Give the last reading of each text by a version, which may have read it again after another."""
    by = (readings.c[name] == value for name, value in version._asdict().items())
    last = sa.func.max(readings.c.number).label("number")
    return sa.select(readings.c.article, last).where(*by).group_by(readings.c.article).subquery()
