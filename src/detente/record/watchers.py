"""Whose turn it is to read a source: two watchers of one record never fetch the same page side by side.

What is held goes with its process, however that ends. On PostgreSQL it is a lock of the session, one for each source;
on SQLite, where one process writes at a time, a locked file beside the record, for all its sources.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

_OURS = 1692918911
"""The first number of our locks on PostgreSQL; the second is that of the source."""


@contextmanager
def alone(engine: sa.Engine, number: int) -> Iterator[bool]:
    """Hold a source while the block runs; give False, at once, where another watcher holds it."""
    if engine.dialect.name != "sqlite":
        with _on_postgresql(engine, number) as held:
            yield held
    elif engine.url.database in (None, "", ":memory:"):
        yield True
    else:
        with _beside(Path(f"{engine.url.database}-watch")) as held:
            yield held


@contextmanager
def _on_postgresql(engine: sa.Engine, number: int) -> Iterator[bool]:
    plain = engine.connect()
    with closing(plain), closing(plain.execution_options(isolation_level="AUTOCOMMIT")) as connection:
        held = bool(connection.execute(sa.select(sa.func.pg_try_advisory_lock(_OURS, number))).scalar())
        try:
            yield held
        finally:
            if held:
                connection.execute(sa.select(sa.func.pg_advisory_unlock(_OURS, number)))


@contextmanager
def _beside(file: Path) -> Iterator[bool]:
    """Lock a file, which is an empty database: its locks are the same on every system."""
    try:
        opened = sqlite3.connect(file, timeout=0, isolation_level=None)
    except sqlite3.OperationalError:  # where no file can be made, the record itself will say so
        yield True
        return
    with closing(opened) as connection:
        held = _locked(connection)
        try:
            yield held
        finally:
            if held:
                with suppress(OSError):  # a system that keeps open files keeps this one
                    file.unlink(missing_ok=True)


def _locked(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return False
    return True
