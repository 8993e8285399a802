"""From every released version to the present tables; and the tables made anew are those that migrating leads to."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from handmade import VERSION, printed

from detente.errors import RecordError
from detente.record import Record, engines, migrating, opening
from detente.record.migrations import released
from detente.record.tables import HEAD, tables

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def older(request, tmp_path):
    with closing(sqlite3.connect(tmp_path / "older.db")) as connection:
        connection.executescript(request.param.read_text("utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return request.param.stem, str(tmp_path / "older.db")


def test_a_record_of_every_released_version_is_brought_up_and_keeps_all(older):
    version, address = older
    with Record.open(address) as record:
        assert record.faults() == []
        assert record.stats()[:4] == (2, 3, 3, 1)
        assert [hit.article for hit in record.search("lodz")] == ["one"]
        assert [hit.article for hit in record.search("peru")] == ["one", "two"]
        assert len(record.judgements()) == (version >= "4")
        record.add(printed("Chad spoke.", "three"), VERSION)
        assert record.faults() == []
    with Record.open(address) as again:
        assert again.stats().articles == 3


def test_an_upgraded_record_has_the_tables_of_a_new_one(older, tmp_path):
    with Record.open(older[1]), Record.open(tmp_path / "new.db"):
        pass
    assert _shape(older[1]) == _shape(str(tmp_path / "new.db"))


def test_migrations_lead_to_the_tables_as_they_are(store, tmp_path):
    address = store.new(tmp_path, tables=False)
    engine = engines.engine(opening.address(address))
    with engines.changing(engine) as connection:
        released.released.create_all(connection)
        connection.execute(released.about.insert().values(name="schema", value="4"))
    migrating.prepare(engine)
    options = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("article_index")}
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), tables)
    assert [each for each in differences if "comment" not in str(each[0])] == []
    engine.dispose()
    if not store.is_file:
        for query in _DESCRIBED:
            assert store.rows(address, query) == store.rows(store.new(tmp_path), query)


_DESCRIBED = (
    "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2",
    """SELECT table_name, column_name, udt_name, is_nullable, collation_name FROM information_schema.columns
    WHERE table_schema = 'public' ORDER BY 1, 2""",
)


def test_the_head_is_the_last_migration():
    assert ScriptDirectory(Path(migrating.__file__).parent / "migrations").get_heads() == [HEAD]


def test_a_record_that_a_newer_program_made_is_refused(store, record):
    store.rows(record, "UPDATE alembic_version SET version_num = 'z999'")
    with pytest.raises(RecordError, match=f"of version z999; this program knows {HEAD}"):
        Record.open(record.name)


def test_older_programs_see_that_the_record_is_newer(store, record):
    assert store.rows(record, "SELECT value FROM about WHERE name = 'schema'") == [("5",)]


def test_a_migration_that_fails_leaves_the_record_as_it_was(older, monkeypatch):
    def fail(connection):
        connection.execute(sa.text("DELETE FROM articles"))
        raise RecordError("no")

    monkeypatch.setattr(migrating, "_upgrade", fail)
    monkeypatch.setattr(migrating, "HEAD", "later")
    with pytest.raises(RecordError):
        Record.open(older[1])
    monkeypatch.undo()
    with Record.open(older[1]) as record:
        assert (record.stats().articles, record.faults()) == (2, [])


def _shape(path):
    """Say what each table is, its columns in whatever order, and all else that the file holds."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        shapes = {(kind, name): sql for kind, name, sql in made if "VIRTUAL" in (sql or "") or kind != "table"}
        for kind, name, _ in made:
            if kind == "table":
                columns = [row[1:] for row in connection.execute(f"PRAGMA table_info({name})")]
                keys = [row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({name})")]
                shapes[kind, name] = shapes.get((kind, name)), sorted(map(str, columns)), sorted(map(str, keys))
    return shapes
