"""Decisions of any kind, about actors, claims or articles: one table, one numbering, and one way to take them back."""

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.tables import articles, judgements


def add(connection: sa.Connection, row: Mapping[str, Any], now: str) -> int:
    """Keep a decision; give its number. Raise ``UsageError`` where it does not say who decided and why."""
    said = {}
    for name in ("by", "why"):
        said[name] = row[name].strip()
        if not said[name]:
            raise UsageError(f"found no {name}; a judgement says who judged and why")
    values = {**row, **said, "judged_at": row.get("judged_at") or now}
    key = connection.execute(judgements.insert().values(**values)).inserted_primary_key
    assert key is not None  # noqa: S101 - the table is numbered
    return int(key[0])


def rows(connection: sa.Connection, kinds: Collection[str], known: str | None = None) -> list[dict[str, Any]]:
    """Give the decisions of some kinds, withdrawn ones too, in the order in which they were kept.

    At a moment, only those that had been made by then, and what was withdrawn later stands.
    """
    query = sa.select(judgements).where(judgements.c.kind.in_(kinds)).order_by(judgements.c.number)
    if known is not None:
        query = query.where(judgements.c.judged_at <= known)
    found = [dict(row) for row in connection.execute(query).mappings()]
    for row in found:
        if known is not None and row["withdrawn_at"] and row["withdrawn_at"] > known:
            row["withdrawn_at"] = row["withdrawn_by"] = None
    return found


def withdraw(connection: sa.Connection, number: int | None, by: str, now: str) -> int:
    """Withdraw a decision, the last one that stands where no number is given; give its number.

    Raise ``UsageError`` where there is none to withdraw, and for the retraction of an article whose text is erased.
    """
    columns = (judgements.c.number, judgements.c.one_article, judgements.c.kind, judgements.c.withdrawn_at)
    query = sa.select(*columns).order_by(judgements.c.judged_at.desc(), judgements.c.number.desc())
    found = connection.execute(query.where(judgements.c.number == number) if number is not None else query).all()
    row = next((each for each in found if number is not None or each.withdrawn_at is None), None)
    if row is None:
        told = f"there is no judgement {number}; `detente judgements` lists them"
        raise UsageError(told if number is not None else "there is no judgement to undo")
    if row.withdrawn_at is not None:
        raise UsageError(f"judgement {number} was withdrawn already, at {row.withdrawn_at}")
    erased = sa.select(articles.c.number).where(articles.c.id == row.one_article, articles.c.erased_at.is_not(None))
    if row.kind == "retract" and connection.execute(erased).first():
        raise UsageError(f"the text of {row.one_article} was erased; its retraction cannot be undone")
    mine = (judgements.c.number == row.number, judgements.c.withdrawn_at.is_(None))
    connection.execute(judgements.update().where(*mine).values(withdrawn_at=now, withdrawn_by=by))
    return int(row.number)
