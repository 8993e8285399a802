"""Retractions: articles that support nothing any more in what is known now, by whom, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.decisions import add, rows
from detente.record.moments import RETRACT, When, retracted, standing
from detente.record.tables import articles, judgements


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """The retraction of an article, in all its versions; times are ISO 8601 in UTC, not withdrawn: it stands."""

    article: str
    title: str | None
    by: str
    why: str
    version: str | None = None
    judged_at: str = ""
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    number: int = 0
    kind: str = RETRACT


def retract(connection: sa.Connection, article: str, by: str, why: str, now: str) -> int:
    """Retract an article by its id; give the number. Raise ``UsageError`` where it is retracted already."""
    known = sa.select(articles.c.title).where(articles.c.id == article).order_by(articles.c.number.desc())
    if is_retracted(connection, article):
        raise UsageError(f"{article} is retracted already; `detente judgements` says by whom and why")
    title = connection.execute(known).scalars().first()
    row = {"kind": RETRACT, "one": article, "one_article": article, "one_name": title or "", "one_evidence": "[]"}
    return add(connection, row | {"by": by, "why": why}, now)


def is_retracted(connection: sa.Connection, article: str) -> bool:
    """Say whether an article, by its id, is retracted now."""
    return bool(connection.execute(sa.select(retracted(sa.literal(article), None))).scalar())


def find(connection: sa.Connection, known: str | None = None) -> list[Retraction]:
    """Give all retractions, withdrawn ones too, as they stood at a moment."""
    return [
        Retraction(
            article=row["one"],
            title=row["one_name"] or None,
            by=row["by"],
            why=row["why"],
            version=row["rule_version"],
            judged_at=row["judged_at"],
            withdrawn_at=row["withdrawn_at"],
            withdrawn_by=row["withdrawn_by"],
            number=row["number"],
        )
        for row in rows(connection, (RETRACT,), known)
    ]


def retracted_since(connection: sa.Connection, when: When) -> Mapping[str, str]:
    """Give the articles that are retracted today and were not at the moment that is asked for, with the time."""
    if when.known is None:
        return {}
    later = sa.select(judgements.c.one, judgements.c.judged_at).where(
        judgements.c.kind == RETRACT, judgements.c.judged_at > when.known, standing(None)
    )
    return {row.one: row.judged_at for row in connection.execute(later)}
