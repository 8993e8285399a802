"""A record copied as a whole, while others use it: to a file, and from a file into an empty record of either store.

What is copied is one state of the record: an article that is being written meanwhile is in it as a whole or not at all.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from detente.record import engines, fulltext, migrating
from detente.record.explaining import Unfit, explained
from detente.record.tables import about, alembic_version, articles, failures, judgements, tables

_PORTION = 500
_OWN = (about.name, alembic_version.name)
"""What every record has of its own."""


def to_file(engine: sa.Engine, file: Path) -> None:
    """Copy a record to a new SQLite file, there as a whole or not at all; raise ``RecordError`` where that fails."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    url = sa.URL.create("sqlite", database=str(file.absolute()))
    try:
        with explained(url):
            if engine.dialect.name == "sqlite":
                _pages(engine, part)
            else:
                with _made(part) as target, engines.looking(engine).connect() as source:
                    _rows(source, target)
            part.replace(file)
    finally:
        for name in (part.name, f"{part.name}-wal", f"{part.name}-shm"):
            part.with_name(name).unlink(missing_ok=True)


def into(engine: sa.Engine, source: sa.Engine) -> None:
    """Copy a record into an empty one, in one transaction; raise ``Unfit`` where that holds something already."""
    with engines.looking(source).connect() as given, engines.writing(engine) as target:
        for table in (articles, judgements, failures):
            there = target.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            if there:
                raise Unfit(f"it has {there} {table.name}; expected an empty record, into which a whole one is copied")
        _rows(given, target)


def _pages(engine: sa.Engine, part: Path) -> None:
    """Copy the pages of an SQLite file as they are at one moment; writers go on meanwhile."""
    with closing(sqlite3.connect(part)) as target, engine.connect() as connection:
        source: Any = connection.connection.dbapi_connection
        source.backup(target)


@contextmanager
def _made(part: Path) -> Iterator[sa.Connection]:
    made = engines.engine(sa.URL.create("sqlite", database=str(part.absolute())))
    try:
        migrating.prepare(made)
        with engines.writing(made) as connection:
            yield connection
    finally:
        made.dispose()


def _rows(source: sa.Connection, target: sa.Connection) -> None:
    for table in tables.sorted_tables:
        if table.name in _OWN:
            continue
        rows = source.execute(sa.select(table).execution_options(yield_per=_PORTION)).mappings()
        for some in rows.partitions(_PORTION):
            target.execute(table.insert(), [dict(row) for row in some])
        if target.dialect.name == "postgresql" and "number" in table.c:
            _go_on_counting(target, table)
    fulltext.fill(target)


def _go_on_counting(target: sa.Connection, table: sa.Table) -> None:
    """Let PostgreSQL number the next row after those that were copied."""
    last = sa.select(sa.func.coalesce(sa.func.max(table.c.number), 0) + 1).scalar_subquery()
    target.execute(sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table.name, "number"), last, sa.false())))
