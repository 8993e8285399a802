"""The two stores on which the record is tested, alike for every test: a new record, and a look past our own code."""

import itertools
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa

from detente.record import Record
from detente.record.tables import HEAD, tables
from detente.record.upgrading import MIGRATED

STORES = tuple(os.environ.get("DETENTE_TEST_STORES", "sqlite,postgresql").split(","))
"""On which stores the tests run; both, unless somebody chooses."""

_MADE = "made"
_ALL = ", ".join(table.name for table in tables.sorted_tables)
_EMPTY = f"""TRUNCATE {_ALL} RESTART IDENTITY CASCADE;
INSERT INTO about VALUES ('schema', '{MIGRATED}');
INSERT INTO alembic_version VALUES ('{HEAD}')"""  # noqa: S608 - names of our own


@dataclass
class Store:
    """One kind of database. ``server`` is the URL of PostgreSQL's first database, empty for SQLite."""

    kind: str
    server: str = ""
    _numbers: Any = field(default_factory=itertools.count)
    _free: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.server:
            self._server(f"CREATE DATABASE {_MADE}")
            Record.open(self._url(_MADE)).close()

    @property
    def is_file(self) -> bool:
        """Whether a record is a file."""
        return not self.server

    def new(self, folder: Path, *, tables: bool = True) -> str:
        """Give the address of a record that nobody has used yet; ``tables`` says whether it may have tables already."""
        name = f"record{next(self._numbers)}"
        if self.is_file:
            return str(folder / f"{name}.db")
        if self._free and tables:
            return self._free.pop()
        self._server(f"CREATE DATABASE {name} TEMPLATE {_MADE if tables else 'template1'}")
        return self._url(name)

    def give_back(self, address: str) -> None:
        """Empty a record, for whoever needs one next: that takes a tenth of the time of making one."""
        if not self.is_file:
            self.rows(address, _EMPTY)
            self._free.append(address)

    @contextmanager
    def record(self) -> Iterator[Record]:
        """Give a new record, and take it back."""
        with tempfile.TemporaryDirectory() as folder:
            address = self.new(Path(folder))
            with Record.open(address) as opened:
                yield opened
            self.give_back(address)

    def rows(self, record: Record | str, query: str) -> list[tuple[Any, ...]]:
        """Run a statement past our own code, and keep what it changes."""
        address = record if isinstance(record, str) else record.name
        if self.is_file:
            with closing(sqlite3.connect(address)) as connection, connection:
                return connection.execute(query).fetchall()
        with psycopg.connect(plain(address)) as connection:
            connection.execute("SET session_replication_role = replica")  # foreign keys are not looked after
            done = connection.execute(query)
            return done.fetchall() if done.description else []

    def _url(self, database: str) -> str:
        return sa.make_url(self.server).set(database=database).render_as_string()

    def _server(self, statement: str) -> None:
        with psycopg.connect(plain(self.server), autocommit=True) as connection:
            connection.execute(statement)


def plain(address: str) -> str:
    """Give an address as psycopg takes it."""
    return sa.make_url(address).set(drivername="postgresql").render_as_string()


class Place:
    """Where a test keeps records, as a folder does: the same place is the same record."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store, self._folder = store, folder
        self._within: dict[str, Place] = {}
        self._opened: list[Record] = []
        self._address = ""

    def __truediv__(self, name: str) -> "Place":
        return self._within.setdefault(name, Place(self._store, self._folder)) if name else self

    def open(self) -> Record:
        """Open the record of this place, a new one the first time."""
        self._address = self._address or self._store.new(self._folder)
        self._opened.append(Record.open(self._address))
        return self._opened[-1]

    def leave(self) -> None:
        """Close all records, whoever has left them open, and give them back."""
        for each in (self, *self._within.values()):
            for opened in each._opened:
                opened.close()
            if each._address:
                self._store.give_back(each._address)
