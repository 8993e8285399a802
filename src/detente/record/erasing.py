"""Erasing the text of a retracted article: its words go, its digest, all offsets and all times stay."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.record import deriving, fulltext
from detente.record.tables import article_sketches, articles, claims, judgements, readings
from detente.record.words import searched

_WORDS = ("venue", "audience", "place", "location")
"""Fields of claims that hold words of the text; of an object, its ``text``."""


class Erased(NamedTuple):
    """An article whose text was erased, when (ISO 8601), and how much of its evidence can no longer be read."""

    article: str
    erased_at: str
    evidence: int


def erase(connection: sa.Connection, article: str, now: str) -> None:
    """Erase the text of an article, by its id, in all its versions, and its words wherever else they are kept."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what is freed in the file is overwritten
    nothing = searched(None, "")
    for number in connection.execute(sa.select(articles.c.number).where(articles.c.id == article)).scalars().all():
        empty = {"text": "", "title": None, "extras": "{}", "notice_span": None, "erased_at": now}
        connection.execute(articles.update().where(articles.c.number == number).values(**empty))
        fulltext.replace(connection, number, nothing)
        connection.execute(article_sketches.update().where(article_sketches.c.article == number).values(hashes="[]"))
        _erase_claims(connection, number)
    mine = judgements.c.one_article == article
    connection.execute(judgements.update().where(mine, judgements.c.other.is_(None)).values(one_name=""))
    for number, body in connection.execute(sa.select(judgements.c.number, judgements.c.claim).where(mine)).all():
        if body:
            row = {"claim": _json(_wordless(json.loads(body)))}
            connection.execute(judgements.update().where(judgements.c.number == number).values(**row))


def forget(engine: sa.Engine) -> None:
    """Leave no words behind in what SQLite keeps beside the tables; PostgreSQL's own vacuum does so in its time."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        driver.execute("PRAGMA secure_delete = ON")
        driver.execute("INSERT INTO article_index (article_index) VALUES ('optimize')")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _erase_claims(connection: sa.Connection, article: int) -> None:
    mine = connection.execute(sa.select(readings.c.number).where(readings.c.article == article)).scalars().all()
    deriving.forget_words(connection, mine)
    bodies = sa.select(claims.c.number, claims.c.body).where(claims.c.reading.in_(mine))
    for number, body in connection.execute(bodies).all():
        connection.execute(
            claims.update().where(claims.c.number == number).values(body=_json(_wordless(json.loads(body))))
        )


def _wordless(body: Mapping[str, Any]) -> dict[str, Any]:
    """Give a claim without words of the text."""
    found = {name: None if name in _WORDS else value for name, value in body.items()}
    if isinstance(about := body.get("object"), Mapping):
        found["object"] = {**about, "text": ""}
    return found


def find_erased(connection: sa.Connection) -> Iterator[Erased]:
    """Give the articles whose text was erased, by their ids."""
    joined = articles.outerjoin(readings, readings.c.article == articles.c.number)
    joined = joined.outerjoin(claims, claims.c.reading == readings.c.number)
    columns = (articles.c.id, sa.func.min(articles.c.erased_at), sa.func.count(claims.c.number))
    query = sa.select(*columns).select_from(joined).where(articles.c.erased_at.is_not(None))
    yield from (Erased(*row) for row in connection.execute(query.group_by(articles.c.id).order_by(articles.c.id)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
