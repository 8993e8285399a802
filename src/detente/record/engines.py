"""The two databases: how each is reached, how its transactions begin, and how one waits for the other writers.

On SQLite, one process writes at a time and the others wait (WAL lets readers go on beside it). On PostgreSQL many
connections write; they take turns, transaction by transaction, so that the order of numbers is the order in which rows
appear, and whoever has seen a number has seen all smaller ones.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.explaining import Unfit

BUSY_SECONDS = 10
"""So long a writer waits for another."""

_SETTINGS = {
    "busy_timeout": int(BUSY_SECONDS * 1000),
    "foreign_keys": "ON",
    "synchronous": "NORMAL",  # with WAL: a crash loses nothing, a power cut no half article
    "cache_size": -65_536,  # in KiB
    "temp_store": "MEMORY",
    "wal_autocheckpoint": 16_384,  # pages: what many articles change, they write into the file once
}
"""What every connection to SQLite is told."""

_OLDEST = (15,)
_TAKE_TURN = "SELECT pg_advisory_xact_lock(1692918910), set_config('idle_in_transaction_session_timeout', '60s', true)"
"""Wait for the lock that writers take in turn, its number ours alone; a writer that hangs holds nobody up for long."""


def engine(url: sa.URL) -> sa.Engine:
    """Give the engine of a record; nothing is opened yet. Raise ``UsageError`` where its driver is missing."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        made = sa.create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        expected = "expected the package psycopg: pip install 'detente[postgresql]'"
        raise UsageError(f"{url.render_as_string()}: {error}; {expected}") from error
    _prepare_postgresql(made)
    return made


def looking(engine: sa.Engine) -> sa.Engine:
    """Give the engine for connections that only look, each of which sees one state of the record throughout."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Give a connection in a transaction that writes, once it is its turn; all of it is kept, or nothing."""
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def changing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Give a connection for changing the tables, in one transaction.

    SQLite checks no foreign keys meanwhile, so that a table may be copied and replaced; they are checked at the end.
    """
    if engine.dialect.name != "sqlite":
        with writing(engine) as connection:
            yield connection
        return
    with engine.connect() as plain:
        driver: Any = plain.connection.dbapi_connection
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken:
                    raise Unfit(f"a row of {broken[0]} names one of {broken[2]} that is not there")
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def _sqlite(url: sa.URL) -> sa.Engine:
    """Make transactions whole, table definitions included, and keep readers beside a writer (WAL).

    One connection stays open until the record is closed: with the last one SQLite ends its log and waits for the disk.
    """
    is_file = url.database not in (None, "", ":memory:")
    made = sa.create_engine(url, pool_size=1, max_overflow=-1) if is_file else sa.create_engine(url)

    @sa.event.listens_for(made, "connect")
    def _connect(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say so, below
        for name, value in _SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")

    @sa.event.listens_for(made, "begin")
    def _begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def _prepare_postgresql(made: sa.Engine) -> None:
    """Set what every connection needs, look once at what kind of server it is, and let writers take turns."""

    @sa.event.listens_for(made, "connect")
    def _connect(connection: Any, _: Any) -> None:
        connection.execute(f"SET lock_timeout = {int(BUSY_SECONDS * 1000)}")
        connection.execute("SET jit = off")  # our queries are short; compiling them takes longer than running them
        connection.execute("SET client_encoding = 'UTF8'")
        connection.commit()

    @sa.event.listens_for(made, "first_connect")
    def _first(connection: Any, _: Any) -> None:
        number, encoding = connection.info.server_version, connection.info.parameter_status("server_encoding")
        if number < _OLDEST[0] * 10_000:
            raise Unfit(f"found PostgreSQL {number // 10_000}; expected {_OLDEST[0]} or later")
        if encoding != "UTF8":
            raise Unfit(f"found a database in the encoding {encoding}; expected UTF8")

    @sa.event.listens_for(made, "begin")
    def _begin(connection: sa.Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql(_TAKE_TURN)
