"""Opening a record: from an address to an engine with the right tables."""

import os
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from platformdirs import user_data_path
from sqlalchemy.exc import ArgumentError

from detente.errors import RecordError, UsageError
from detente.record import deriving, engines, migrating
from detente.record.explaining import READ_ONLY, explained, name

_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def default_address() -> str:
    """Give the place of the default record: ``record.db`` in the user's data folder."""
    return str(user_data_path("detente", appauthor=False) / "record.db")


def address(given: str) -> sa.URL:
    """Make a URL of a URL or a bare path; empty is the default record. Raise ``UsageError`` for anything else."""
    given = given or default_address()
    if "://" not in given:
        return sa.URL.create("sqlite", database=str(Path(given).expanduser().absolute()))
    expected = "expected the path of an SQLite file, sqlite:///PATH or postgresql+psycopg://USER@HOST/DATABASE"
    try:
        url = sa.make_url(given)
    except (ArgumentError, ValueError) as error:
        raise UsageError(f"found an address that is no URL; {expected}") from error
    if url.drivername not in _DRIVERS:
        raise UsageError(f"found {url.drivername}:// in {name(url)}; {expected}")
    return url.set(drivername=_DRIVERS[url.drivername])


def is_absent(url: sa.URL) -> bool:
    """Say whether the URL is an SQLite file that does not exist."""
    return _is_file(url) and not Path(str(url.database)).exists()


def connect(url: sa.URL, *, create: bool) -> sa.Engine:
    """Open the record at an address, its tables made where they are missing and ``create`` allows it.

    Without ``create``, a file that is absent and a database without tables are an empty record in memory. Raise
    ``RecordError`` where it is no record or cannot be opened.
    """
    if is_absent(url):
        if not create:
            return _empty()
        _make_folder(url)
    elif _is_file(url) and not url.query:
        url = _as_allowed(url, create=create)
    engine = engines.engine(url)
    try:
        with explained(url):
            if not create and url.get_backend_name() != "sqlite" and migrating.is_empty(engine):
                engine.dispose()
                return _empty()
            migrating.prepare(engine)
            deriving.prepare(engine)
    except RecordError:
        engine.dispose()
        raise
    return engine


def _empty() -> sa.Engine:
    engine = engines.engine(sa.URL.create("sqlite", database=":memory:"))
    migrating.prepare(engine)
    deriving.prepare(engine)
    return engine


def _is_file(url: sa.URL) -> bool:
    path = url.database or ""
    return url.get_backend_name() == "sqlite" and path not in ("", ":memory:") and not path.startswith("file:")


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
        raise RecordError(f"record {name(url)}: {READ_ONLY}")
    file = f"file:{quote(str(path))}"
    return sa.URL.create("sqlite", database=file, query={"mode": "ro", "immutable": "1", "uri": "true"})


def _make_folder(url: sa.URL) -> None:
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"record {name(url)}: the folder {folder} cannot be made: {error.strerror}") from error
