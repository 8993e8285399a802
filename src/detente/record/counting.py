"""Counting what a record holds."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.record.moments import NOW, When, retracted, shown
from detente.record.tables import articles, claims, failures, readings
from detente.record.verdicts import NO_VERDICTS, Verdicts


class Stats(NamedTuple):
    """So many articles, versions of them, readings and open failures; the claims that views show, by kind.

    Retracted articles are counted apart, and their versions, readings and claims not at all.
    """

    articles: int
    versions: int
    readings: int
    failures: int
    retracted: int
    claims: Mapping[str, int]


def count(connection: sa.Connection, when: When = NOW, verdicts: Verdicts = NO_VERDICTS) -> Stats:
    """Count articles, their versions and readings, open failures, and the claims that views show, by kind."""
    joined = readings.join(articles, articles.c.number == readings.c.article)
    gone = retracted(articles.c.id, when.known)
    known = [] if when.known is None else [readings.c.recorded_at <= when.known]
    read = [*known, *([] if when.published is None else [articles.c.published <= when.published])]

    def number(what: sa.ColumnElement[Any], *conditions: sa.ColumnElement[bool]) -> int:
        query = sa.select(sa.func.count(what)).select_from(joined).where(*conditions)
        return int(connection.execute(query).scalar_one())

    looked_for = sa.select(readings.c.kinds).select_from(joined).where(shown(when)).distinct()
    none = {kind: 0 for kinds in connection.execute(looked_for).scalars() for kind in json.loads(kinds)}
    return Stats(
        articles=number(articles.c.id.distinct(), shown(when)),
        versions=number(articles.c.number.distinct(), *read, ~gone),
        readings=number(readings.c.number, *read, ~gone),
        failures=_open(connection, when),
        retracted=number(articles.c.id.distinct(), *read, gone),
        claims=none | _by_kind(connection, when, verdicts),
    )


def _open(connection: sa.Connection, when: When) -> int:
    query = sa.select(sa.func.count()).select_from(failures).where(is_open(when))
    return int(connection.execute(query).scalar_one())


def is_open(when: When) -> sa.ColumnElement[bool]:
    """Give the condition for the failures that were recorded by a moment and not resolved by then."""
    if when.known is None:
        return failures.c.resolved_at.is_(None)
    later = failures.c.resolved_at.is_(None) | (failures.c.resolved_at > when.known)
    return (failures.c.recorded_at <= when.known) & later


def _by_kind(connection: sa.Connection, when: When, verdicts: Verdicts) -> dict[str, int]:
    of_claims = claims.join(readings, readings.c.number == claims.c.reading)
    of_claims = of_claims.join(articles, articles.c.number == readings.c.article)
    query = sa.select(claims.c.kind, sa.func.count().label("many")).select_from(of_claims).where(shown(when))
    if verdicts.rejected:
        query = query.where(claims.c.number.not_in(verdicts.rejected))
    return {row.kind: row.many for row in connection.execute(query.group_by(claims.c.kind))}


def size(connection: sa.Connection) -> int:
    """Give how many bytes the database takes."""
    if connection.dialect.name == "sqlite":
        query = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    else:
        query = "SELECT pg_database_size(current_database())"
    return int(connection.exec_driver_sql(query).scalar_one())
