"""Opening a record: from an address to an engine, and what may go wrong, said plainly."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from platformdirs import user_data_path
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from detente.errors import RecordError, UsageError
from detente.record.tables import SCHEMA, about, tables
from detente.record.upgrading import UPGRADES, upgrade

_BUSY_SECONDS = 10
_REASONS = {
    "locked": "another process is writing to it; try again when that has ended",
    "readonly": "it is read-only; expected a file and folder that may be written",
    "not a database": "this file is not a record; expected an SQLite file that `detente read` has made",
    "malformed": "the file is damaged; restore it from a copy, or read the articles again into a new record",
    "unable to open": "it cannot be opened; expected a path in a folder that exists and may be written",
    "full": "the disk is full; nothing was half-written",
    "disk i/o": "the disk cannot be read or written",
}


def default_address() -> str:
    """Give the place of the default record: ``record.db`` in the user's data folder."""
    return str(user_data_path("detente", appauthor=False) / "record.db")


def address(given: str) -> sa.URL:
    """Make a URL of a URL or a bare path; empty is the default record. Raise ``UsageError`` for anything else."""
    given = given or default_address()
    if "://" not in given:
        return sa.URL.create("sqlite", database=str(Path(given).expanduser().absolute()))
    try:
        url = sa.make_url(given)
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        raise UsageError(f"{given}: {error}; expected an SQLAlchemy URL or the path of an SQLite file") from error
    return url


def is_absent(url: sa.URL) -> bool:
    """Say whether the URL is an SQLite file that does not exist."""
    return (
        url.get_backend_name() == "sqlite"
        and url.database not in (None, "", ":memory:")
        and not Path(str(url.database)).exists()
    )


def connect(url: sa.URL, *, create: bool) -> sa.Engine:
    """Open the record at an address, its tables made where they are missing and ``create`` allows it.

    Without ``create``, a file that is absent is an empty record in memory. Raise ``RecordError`` where it is no
    record or cannot be opened.
    """
    if is_absent(url):
        if create:
            _make_folder(url)
        else:
            url = sa.URL.create("sqlite", database=":memory:")
    elif _is_file(url):
        url = _as_allowed(url, create=create)
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    engine = sa.create_engine(url, poolclass=sa.NullPool) if is_file else sa.create_engine(url, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    try:
        with explained(url):
            _prepare_tables(engine, url)
    except RecordError:
        engine.dispose()
        raise
    return engine


def _is_file(url: sa.URL) -> bool:
    return url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:") and not url.query


def _as_allowed(url: sa.URL, *, create: bool) -> sa.URL:
    """Give the URL of an existing file, marked as one that does not change where it may only be looked into.

    Without ``create``, a record on a read-only disk can be looked into, unless a writer has left work beside it.
    """
    path = Path(str(url.database))
    if path.is_dir():
        raise RecordError(f"record {name(url)}: this is a folder; expected a file")
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return url
    left = path.with_name(path.name + "-wal")
    if create or (left.exists() and left.stat().st_size):
        raise RecordError(f"record {name(url)}: {_REASONS['readonly']}")
    file = f"file:{quote(str(path))}"
    return sa.URL.create("sqlite", database=file, query={"mode": "ro", "immutable": "1", "uri": "true"})


def _make_folder(url: sa.URL) -> None:
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"record {name(url)}: the folder {folder} cannot be made: {error.strerror}") from error


@contextmanager
def explained(url: sa.URL) -> Iterator[None]:
    """Turn what the database says into a ``RecordError`` that says where and why."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        reason = next((reason for words, reason in _REASONS.items() if words in said.lower()), said)
        raise RecordError(f"record {name(url)}: {reason}") from error


def name(url: sa.URL) -> str:
    """Give the record's name for messages: the path of a file, a URL without its password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _prepare_sqlite(engine: sa.Engine) -> None:
    """Make transactions whole, table definitions included, and keep readers beside a writer (WAL)."""

    @sa.event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say so, below
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(
            "PRAGMA synchronous = NORMAL"
        )  # with WAL: a crash loses nothing, a power cut no half article

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_tables(engine: sa.Engine, url: sa.URL) -> None:
    found = set(sa.inspect(engine).get_table_names())
    if found and about.name not in found:
        raise RecordError(f"record {name(url)}: this database holds no record; found the tables {', '.join(found)}")
    if not found:
        if engine.dialect.name == "sqlite":
            plain = engine.raw_connection()  # outside of any transaction
            plain.cursor().execute("PRAGMA journal_mode = WAL")
            plain.close()
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            tables.create_all(connection)
            present = connection.execute(sa.select(about.c.value).where(about.c.name == "schema")).scalar()
            if present is None:
                connection.execute(about.insert().values(name="schema", value=SCHEMA))
    with engine.connect() as connection:
        schema = connection.execute(sa.select(about.c.value).where(about.c.name == "schema")).scalar()
    if schema in UPGRADES:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            schema = upgrade(connection)
    if schema != SCHEMA:
        raise RecordError(f"record {name(url)}: its tables are of version {schema}; this program knows {SCHEMA}")
