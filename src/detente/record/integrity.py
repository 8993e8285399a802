"""Is the record whole? Every key holds, every piece of JSON can be read, every evidence lies in its text."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from detente.record import fulltext
from detente.record.superseding import superseding
from detente.record.tables import article_words, articles, claims, readings, tables
from detente.record.words import searched

_JSON = {
    "articles": ("extras",),
    "readings": ("kinds", "times"),
    "actors": ("mentions",),
    "judgements": ("one_evidence",),
    "article_sketches": ("hashes",),
}

_PORTION = 500
_MOST_NAMED = 5
_HELP = "`detente check --mend` makes them anew"


def faults(connection: sa.Connection) -> Iterator[str]:
    """Say what is broken, one sentence a fault; nothing when the record is whole."""
    if connection.dialect.name == "sqlite":
        yield from _file(connection)
    yield from _keys(connection)
    yield from _json(connection)
    yield from _texts(connection)
    yield from fulltext.faults(connection)
    yield from _evidence(connection)
    yield from _clocks(connection)


def _file(connection: sa.Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield f"the file is damaged: {said}"


def _keys(connection: sa.Connection) -> Iterator[str]:
    for table in tables.sorted_tables:
        for key in table.foreign_keys:
            there = sa.exists().where(key.column == key.parent)
            lost = connection.execute(sa.select(sa.func.count()).select_from(table).where(~there)).scalar()
            if lost:
                yield f"{lost} rows of {table.name} name a row of {key.column.table.name} that is not there"


def _json(connection: sa.Connection) -> Iterator[str]:
    for name, columns in _JSON.items():
        table = tables.tables[name]
        for column in columns:
            values = connection.execute(sa.select(table.c[column]).execution_options(yield_per=_PORTION)).scalars()
            for number, value in enumerate(values, start=1):
                if _loaded(value) is None:
                    yield f"{name}, row {number}: {column} is no JSON"


def _texts(connection: sa.Connection) -> Iterator[str]:
    joined = sa.outerjoin(articles, article_words, article_words.c.article == articles.c.number)
    names = ("id", "title", "text", "sha256", "erased_at")
    columns = (*(articles.c[name] for name in names), article_words.c.folded)
    query = sa.select(*columns).select_from(joined).execution_options(yield_per=_PORTION)
    for name, title, text, digest, erased_at, folded in connection.execute(query):
        if folded is None:
            yield f"{name}: searching cannot find it: its folded words are missing; {_HELP}"
        elif folded != searched(title, text):
            yield f"{name}: its folded words are not those of its text; {_HELP}"
        if not erased_at and hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() != digest:
            yield f"{name}: the text is not the one that was read: its digest differs"


def _evidence(connection: sa.Connection) -> Iterator[str]:
    joined = claims.join(readings, readings.c.number == claims.c.reading)
    joined = joined.join(articles, articles.c.number == readings.c.article)
    columns = (articles.c.number, articles.c.id.label("article"), claims.c.kind, claims.c.id, claims.c.evidence)
    query = sa.select(*columns, claims.c.body, sa.func.length(articles.c.text).label("length")).select_from(joined)
    query = query.add_columns(articles.c.erased_at)
    for row in connection.execute(query.execution_options(yield_per=_PORTION)):
        body, evidence = _loaded(row.body), _loaded(row.evidence)
        where = f"{row.article}, {row.id}"
        if not isinstance(body, dict):
            yield f"{where}: the claim is no JSON object"
        elif not evidence or body.get("evidence") != evidence:
            yield f"{where}: the evidence is missing"
        elif not row.erased_at and any(not 0 <= start < end <= row.length for start, end in evidence):
            yield f"{where}: the evidence {evidence} lies outside of the text of {row.length} characters"


def _clocks(connection: sa.Connection) -> Iterator[str]:
    """Say of which articles the readings are not superseded when, and only when, another came to count."""
    kept = connection.execute(sa.select(readings.c.number, readings.c.superseded_at))
    told = {row.number: row.superseded_at for row in kept}
    wrong = [number for number, at in superseding(connection) if told[number] != at]
    if wrong:
        yield f"{len(wrong)} readings are superseded at another time than another came: {wrong[:_MOST_NAMED]}"


def _loaded(value: str) -> Any:
    try:
        return json.loads(value)
    except (TypeError, ValueError):
        return None
