"""Counting what a record holds."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.record.finding import newest
from detente.record.tables import articles, claims, failures, readings


class Stats(NamedTuple):
    """So many articles, versions of them, readings and open failures; the claims that views show, by kind."""

    articles: int
    versions: int
    readings: int
    failures: int
    claims: Mapping[str, int]


def count(connection: sa.Connection) -> Stats:
    """Count articles, their versions and readings, open failures, and the claims of the newest readings, by kind."""
    shown = claims.join(readings, readings.c.number == claims.c.reading)
    shown = shown.join(articles, articles.c.number == readings.c.article)
    kinds = sa.select(claims.c.kind, sa.func.count().label("many")).select_from(shown).where(newest())
    looked_for = connection.execute(sa.select(readings.c.kinds).distinct()).scalars()
    none = {kind: 0 for kinds_ in looked_for for kind in json.loads(kinds_)}
    rows = connection.execute(kinds.group_by(claims.c.kind))

    def number(query: sa.Select[Any]) -> int:
        return int(connection.execute(query).scalar_one())

    return Stats(
        articles=number(sa.select(sa.func.count(articles.c.id.distinct()))),
        versions=number(sa.select(sa.func.count()).select_from(articles)),
        readings=number(sa.select(sa.func.count()).select_from(readings)),
        failures=number(sa.select(sa.func.count()).where(failures.c.resolved_at.is_(None))),
        claims=none | {row.kind: row.many for row in rows},
    )


def size(connection: sa.Connection) -> int:
    """Give how many bytes the database takes."""
    if connection.dialect.name == "sqlite":
        query = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    else:
        query = "SELECT pg_database_size(current_database())"
    return int(connection.exec_driver_sql(query).scalar_one())
