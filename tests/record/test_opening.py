import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from handmade import VERSION, printed

from detente.errors import RecordError, UsageError
from detente.record import Record, engines, opening
from detente.record.explaining import explained
from detente.settings import Settings

TEXT = "Peru rejects sanctions."


@pytest.fixture
def path(tmp_path):
    return tmp_path / "below" / "record.db"


def test_the_folder_is_made_and_the_tables_with_it(path):
    Record.open(str(path)).close()
    assert Record.open(f"sqlite:///{path}").stats().articles == 0


def test_the_default_record_lies_in_the_users_folder():
    assert opening.default_address().endswith("record.db")
    assert opening.address(Settings().record).database == opening.default_address()


def test_a_record_that_is_absent_is_looked_into_without_making_it(path):
    with Record.open(str(path), create=False) as record:
        assert record.is_absent
        assert (record.stats().articles, record.faults()) == (0, [])
    assert not path.exists()


@pytest.mark.parametrize("address", ["nosuch://x", "mongodb+x://y", "://"])
def test_addresses_that_cannot_be_used(address):
    with pytest.raises(UsageError, match="expected the path of an SQLite file"):
        Record.open(address)


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT * 300)
    with pytest.raises(RecordError, match="not a record"):
        Record.open(str(tmp_path / "a.txt"))


def test_a_database_that_is_no_record(tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE birds (name)")
    with pytest.raises(RecordError, match="holds no record; found the tables birds"):
        Record.open(str(tmp_path / "other.db"))


def test_a_record_of_another_version(path):
    Record.open(str(path)).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE about SET value = '99'")
    with pytest.raises(RecordError, match="of version 99"):
        Record.open(str(path))


def test_a_locked_record(path, monkeypatch):
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    record = Record.open(str(path))
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another process is writing"):
            record.add(printed(TEXT), VERSION)
        assert record.stats().articles == 0  # readers go on
    other.close()
    record.close()


def test_a_read_only_record(path):
    Record.open(str(path)).close()
    record = Record.open(f"sqlite:///file:{path}?mode=ro&uri=true")
    with pytest.raises(RecordError, match="read-only"):
        record.add(printed(TEXT), VERSION)


def test_a_damaged_record(path):
    record = Record.open(str(path))
    record.add(printed(TEXT * 5000), VERSION)
    record.close()
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    path.write_bytes(data)
    with pytest.raises(RecordError, match="damaged"):
        Record.open(str(path)).claims("stances")


def test_an_empty_file_is_a_record_cut_off_while_being_created(path):
    path.parent.mkdir()
    path.touch()
    with Record.open(str(path), create=False) as record:
        assert record.faults() == []


MAKES = "import sys; from detente.record import Record; print(flush=True); Record.open(sys.argv[1])"


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.006, 0.012])
def test_killed_while_being_created(path, delay):
    with subprocess.Popen([sys.executable, "-c", MAKES, str(path)], stdout=subprocess.PIPE, env=os.environ) as process:
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
    with Record.open(str(path), create=False) as record:
        assert record.faults() == []
    assert Record.open(str(path)).stats().articles == 0


def test_two_who_create_at_once(path):
    command = [sys.executable, "-c", MAKES, str(path)]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait() for process in both] == [0, 0, 0]
    assert Path(path).exists()


def test_without_the_driver_it_is_said_how_to_get_it():
    code = (
        "import sys; sys.modules['psycopg'] = None; from detente.record import Record; Record.open('postgresql://h/d')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ)
    assert "UsageError: " in done.stderr
    assert "expected the package psycopg: pip install 'detente[postgresql]'" in done.stderr


def clean_up_after_an_interruption():
    try:
        raise KeyboardInterrupt
    finally:
        raise sqlite3.OperationalError("cannot change it now")  # as a driver says while it lets go


def test_an_interruption_stays_one_whatever_the_driver_says_then():
    with pytest.raises(KeyboardInterrupt), explained(sa.make_url("sqlite://")):
        clean_up_after_an_interruption()
