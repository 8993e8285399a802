"""What several tests share: reading a text with the default settings, and the stores on which a record is kept."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from stores import STORES, Place, Store

from detente.articles import Article
from detente.pipeline import Extraction, read
from detente.record import Record
from detente.settings import Settings
from evaluate.cluster import NONE, cluster, programs

Reader = Callable[..., Extraction]

signal.signal(signal.SIGINT, signal.default_int_handler)
"""A shell's job in the background ignores interruption, and so would every command that the tests start."""


@pytest.fixture(scope="session")
def reading() -> Reader:
    """Read a text as the command does, from the article on."""

    def read_text(text: str, published: str | None = None, **fields: str) -> Extraction:
        return read(Article(id="test", source="test", text=text, published=published, **fields), Settings())

    return read_text


@pytest.fixture(scope="session", params=STORES)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give each kind of database in turn; PostgreSQL is started once. Without it, tests fail where ``CI`` is set."""
    if request.param not in STORES:
        pytest.skip(f"not run: DETENTE_TEST_STORES leaves out {request.param}")
    if request.param == "sqlite":
        yield Store("sqlite")
        return
    if programs() is None and not os.environ.get("CI"):
        pytest.skip(NONE)
    with cluster() as server:
        yield Store("postgresql", server)


@pytest.fixture
def address(store: Store, tmp_path: Path) -> Iterator[str]:
    """Give the address of a new record."""
    made = store.new(tmp_path)
    yield made
    store.give_back(made)


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    """Give a new record."""
    with Record.open(address) as opened:
        yield opened


@pytest.fixture
def place(store: Store, tmp_path: Path) -> Iterator[Place]:
    """Give a place for records, for tests that need several."""
    made = Place(store, tmp_path)
    yield made
    made.leave()
