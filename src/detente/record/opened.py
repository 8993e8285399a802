"""A record that is open: its connections, its clock, and as of which moment it is asked."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record import engines, opening
from detente.record.explaining import explained, name
from detente.record.moments import NOW, When, day, moment, written

Clock = Callable[[], dt.datetime]
"""Tells the time, with its zone."""


def _utc() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Opened:
    """A database that is open; whoever only looks sees one state of it, whoever writes has his turn."""

    def __init__(self, url: sa.URL, engine: sa.Engine, clock: Clock, when: When = NOW) -> None:
        self._url = url
        self._engine = engine
        self._looking = engines.looking(engine)
        self._clock = clock
        self._when = when

    @classmethod
    def open(cls, address: str | os.PathLike[str] = "", *, create: bool = True, clock: Clock = _utc) -> Self:
        """Open the record at a URL or path, empty for the default one; raise ``RecordError`` where that fails.

        Without ``create``, a record that does not exist is read as an empty one, and no file is made. In a ``with``
        block it is closed at the end. ``clock`` tells when something is recorded.
        """
        url = opening.address(os.fspath(address))
        return cls(url, opening.connect(url, create=create), clock)

    def as_of(self, known_on: str | dt.date | None = None, *, published_by: str | dt.date | None = None) -> Self:
        """Give the record as it was known at the end of a day, or at a moment (UTC); it cannot be written.

        With ``published_by``, only the articles that had been published by a day of the world. Every view of it is as
        if nothing else had been read. Raise ``UsageError`` for what is no day or moment.
        """
        known = moment(known_on) if known_on is not None else self._when.known
        published = day(published_by) if published_by is not None else self._when.published
        return type(self)(self._url, self._engine, self._clock, When(known, published))

    @property
    def name(self) -> str:
        """The path or URL, for messages."""
        return name(self._url)

    @property
    def is_absent(self) -> bool:
        """Whether there is no such file, or no table there yet, so that the record is an empty one in memory."""
        return self._engine.url.database == ":memory:" != self._url.database

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the record."""
        with explained(self._url), self._looking.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        if self._when != NOW:
            raise UsageError("found a record as of an earlier day; expected the record itself to write to")
        with explained(self._url), engines.writing(self._engine) as connection:
            yield connection

    def _now(self) -> str:
        return written(self._clock())
