"""What PostgreSQL refuses, lacks or loses is said plainly, and nothing is half-written."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from handmade import VERSION, printed
from stores import plain

from detente.errors import RecordError
from detente.record import Record, engines

TEXT = "Peru rejects sanctions."


pytestmark = pytest.mark.parametrize("store", ["postgresql"], indirect=True)


def other(address, **parts):
    return sa.make_url(address).set(**parts).render_as_string()


def execute(address, *statements):
    with psycopg.connect(plain(address), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def test_no_server_no_database_no_user(address, tmp_path):
    for wrong, said in (
        (other(address, query={"host": str(tmp_path)}), "no server answers there"),
        ("postgresql://detente@127.0.0.1:9/news", "no server answers there"),
        (other(address, database="nowhere"), "there is no such database or user"),
        (other(address, username="nobody_known"), "there is no such database or user"),
    ):
        with pytest.raises(RecordError, match=said):
            Record.open(wrong)


def test_addresses_are_understood_without_the_driver_and_shown_without_the_password(address):
    short = other(address, drivername="postgres", password="a secret")  # noqa: S106 - it goes nowhere
    with Record.open(sa.make_url(short).render_as_string(hide_password=False)) as record:
        assert record.name.startswith("postgresql+psycopg://detente:***@")


def test_a_database_that_is_no_record_or_in_another_encoding(store, tmp_path):
    address = store.new(tmp_path, tables=False)
    execute(address, "CREATE TABLE birds (name TEXT)", "DROP DATABASE IF EXISTS old")
    with pytest.raises(RecordError, match="holds no record; found the tables birds"):
        Record.open(address)
    execute(address, "CREATE DATABASE old ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(RecordError, match="in the encoding LATIN1; expected UTF8"):
        Record.open(other(address, database="old"))


def test_who_may_only_look_looks(address, record):
    record.add(printed(TEXT), VERSION)
    execute(address, "DROP ROLE IF EXISTS reader", "CREATE ROLE reader LOGIN", "GRANT pg_read_all_data TO reader")
    with Record.open(other(address, username="reader"), create=False) as looked:
        assert (looked.stats().articles, looked.faults()) == (1, [])
        with pytest.raises(RecordError, match="this user may not do that"):
            looked.add(printed(TEXT, "two"), VERSION)
    read_only = sa.make_url(address).update_query_dict({"options": "-c default_transaction_read_only=on"})
    with Record.open(read_only.render_as_string(), create=False) as standby:
        assert standby.stats().articles == 1
        with pytest.raises(RecordError, match="it is read-only, as on a standby server"):
            standby.add(printed(TEXT, "two"), VERSION)


def test_who_writes_too_long_makes_the_others_give_up_and_readers_go_on(address, monkeypatch):
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.1)
    with Record.open(address) as slow, Record.open(address) as record:
        with slow._writing():
            with pytest.raises(RecordError, match="another process is writing to it"):
                record.add(printed(TEXT), VERSION)
            assert record.stats().articles == 0
        assert record.add(printed(TEXT), VERSION)


def test_a_connection_that_breaks(address, record):
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"

    def break_off():
        with record._writing() as connection:
            connection.execute(sa.text("DELETE FROM about"))
            execute(address, f"{others} AND datname = current_database()")
            connection.execute(sa.text("DELETE FROM about"))

    with pytest.raises(RecordError, match="the connection to the server broke"):
        break_off()
    assert record.add(printed(TEXT), VERSION)  # connects again
    assert record.faults() == []


@pytest.fixture
def disk(store):
    """A small disk of its own, mounted for the test, on which the server may write."""
    folder = Path(tempfile.mkdtemp(prefix="detente-"))
    ((data,),) = store.rows(store.server, "SELECT current_setting('data_directory')")
    owner = Path(data).stat()
    mount = ["mount", "-t", "tmpfs", "-o", f"size=14m,uid={owner.st_uid}", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("not run: mounting a disk needs rights that this user does not have")
    execute(store.server, f"CREATE TABLESPACE small LOCATION '{folder}'", "CREATE DATABASE filled TABLESPACE small")
    yield other(store.server, database="filled")
    execute(store.server, "DROP DATABASE filled", "DROP TABLESPACE small")
    subprocess.run(["umount", str(folder)], check=True)


def fill(record):
    for n in range(3000):
        record.add(printed(f"{TEXT} {os.urandom(20_000).hex()}", str(n)), VERSION)


def test_a_full_disk(disk):
    with Record.open(disk) as record:
        with pytest.raises(RecordError, match="the disk is full; nothing was half-written"):
            fill(record)
        assert 0 < record.stats().articles < 3000
        assert record.faults() == []


def test_damaged_pages(store, address, record):
    for n in range(40):
        record.add(printed(TEXT, str(n)), VERSION)
    record.close()
    name = sa.make_url(address).database
    execute(store.server, f"CREATE DATABASE damaged TEMPLATE {name} STRATEGY file_copy")
    broken = other(address, database="damaged")
    ((path,),) = store.rows(
        broken, "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('readings')"
    )
    with Path(path).open("r+b") as pages:
        pages.write(b"\xff" * 8192)
    with Record.open(broken, create=False) as looked, pytest.raises(RecordError, match="the database is damaged"):
        looked.faults()
