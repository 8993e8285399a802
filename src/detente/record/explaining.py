"""What a database says when something is wrong, in words that tell where, what and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from detente.errors import RecordError

_LOCKED = "another process is writing to it; try again when that has ended"
READ_ONLY = "it is read-only; expected a file and folder that may be written"
_FULL = "the disk is full; nothing was half-written"
_GONE = "the connection to the server broke; what was finished is kept"
_UNKNOWN = "there is no such database or user; expected ones that exist (createdb makes a database)"
_DAMAGED = "the database is damaged; restore it from a copy, or read the articles again into a new record"

_OF_SQLITE = {
    "locked": f"{_LOCKED}, or share a record on PostgreSQL, which takes several writers",
    "readonly": READ_ONLY,
    "not a database": "this file is not a record; expected an SQLite file that `detente read` has made",
    "constructor failed": "the file is damaged; restore it from a copy, or read the articles again into a new record",
    "malformed": "the file is damaged; restore it from a copy, or read the articles again into a new record",
    "unable to open": "it cannot be opened; expected a path in a folder that exists and may be written",
    "full": _FULL,
    "disk i/o": "the disk cannot be read or written",
    "no such module: fts5": "this SQLite has no full-text search; expected one built with FTS5",
}
_OF_POSTGRESQL = {
    "25006": "it is read-only, as on a standby server; expected the server that takes writes",
    "42501": "this user may not do that; expected one who may read and write the tables",
    "53100": _FULL,
    "53200": "the server has no memory left; nothing was half-written",
    "53300": "the server has no connection left; try again later",
    "55P03": _LOCKED,
    "40001": "another process has changed it at the same time; try again",
    "40P01": "another process has changed it at the same time; try again",
    "57014": "the server ended the query, as it was told to; try again",
    "57P01": _GONE,
    "57P02": _GONE,
    "57P03": "the server is starting or stopping; try again",
    "58030": "the server cannot read or write its disk",
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}
"""By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html"""
_OF_CONNECTING = {
    "refused": "no server answers there; expected one that runs and takes connections",
    "no such file": "no server answers there; expected one that runs and takes connections",
    "timeout": "no server answers there in time; expected one that runs and can be reached",
    "could not translate host": "the host cannot be found",
    "resolve host": "the host cannot be found",
    'database "': _UNKNOWN,
    'role "': _UNKNOWN,
    "password": "the server refuses this user; expected a user and password that it knows",
    "no pg_hba.conf entry": "the server refuses this user from this machine",
    "invalid page": _DAMAGED,
    "terminat": _GONE,
    "closed": _GONE,
    "lost": _GONE,
}


class Unfit(Exception):  # noqa: N818 - no error of its own: it becomes one where it is known which record is meant
    """What is wrong with a database that should be a record."""


@contextmanager
def explained(url: sa.URL) -> Iterator[None]:
    """Turn what the database says into a ``RecordError`` that says where and why.

    Somebody's interruption stays one, whatever a driver says while it lets go of what it was doing.
    """
    try:
        yield
    except Unfit as error:
        raise RecordError(f"record {name(url)}: {error}") from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        if _was_interrupted(error):
            raise KeyboardInterrupt from error
        raise RecordError(f"record {name(url)}: {_reason(error)}") from error


def _was_interrupted(error: BaseException | None) -> bool:
    """Say whether an error came up while an interruption was dealt with."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def name(url: sa.URL) -> str:
    """Give the record's name for messages: the path of a file, a URL without its password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _reason(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    said = " ".join(str(cause).split())
    state = getattr(cause, "sqlstate", None)
    if state in _OF_POSTGRESQL:
        return _OF_POSTGRESQL[state]
    reasons = _OF_SQLITE if isinstance(cause, sqlite3.Error) else _OF_CONNECTING
    return next((reason for words, reason in reasons.items() if words in said.lower()), said)
