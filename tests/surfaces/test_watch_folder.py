"""Following a folder: files are read once, when they are whole, and again when they have changed."""

import os
import threading
import time

import pytest
from stores import Store

from detente.record import Failure
from detente.settings import Settings
from detente.surfaces import watched_folder
from detente.surfaces.watching import Plan, watch

TEXT = "title: {}\n\nThe foreign minister of Peru said on Monday that her country rejects sanctions. "


@pytest.fixture
def store():
    return Store("sqlite")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "news"
    made.mkdir()
    return made


@pytest.fixture
def told():
    return []


@pytest.fixture
def follow(record, folder, told):
    def once():
        outcomes = watch([str(folder)], record, Settings(learned=False), Plan(once=True), told.append)
        return [each.printed["article"]["title"] if each.printed else each.failure.reason for each in outcomes]

    return once


def put(path, title, age=60.0):
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT.format(title))
    os.utime(path, (time.time() - age,) * 2)


def test_files_are_read_once_and_again_when_they_have_changed(follow, folder, record, told):
    put(folder / "b.txt", "B")
    put(folder / "below" / "a.txt", "A")
    put(folder / ".hidden.txt", "no")
    put(folder / "notes.md", "no")
    assert follow() == ["B", "A"]
    assert told == [f"{folder}: 2 new of 2"]
    assert follow() == []
    put(folder / "b.txt", "B", 30)  # another time, the same text
    assert follow() == []
    put(folder / "b.txt", "B, corrected", 20)
    put(folder / "c.txt", "C")
    assert sorted(follow()) == ["B, corrected", "C"]
    assert record.stats()[:2] == (3, 4)
    assert record.faults() == []


def test_a_file_with_many_articles_goes_on_where_it_was_broken_off(record, folder, follow):
    rows = [f'{{"id": "{n}", "title": "{n}", "text": "The envoy of Peru spoke {n} times."}}' for n in range(5)]
    (folder / "rows.jsonl").write_text("\n".join(rows))
    watching = watch([str(folder)], record, Settings(learned=False), Plan(once=True))
    assert [next(watching).printed["article"]["title"] for _ in range(2)] == ["0", "1"]
    watching.close()
    assert follow() == ["2", "3", "4"]
    assert follow() == []


def test_a_bad_file_fails_once_and_is_read_when_it_is_mended(follow, folder, record):
    (folder / "a.txt").write_bytes(b"%PDF-1.7")
    put(folder / "b.txt", "B")
    assert follow() == ["found binary data (a PDF file); expected text", "B"]
    assert follow() == []
    put(folder / "a.txt", "A")
    assert follow() == ["A"]
    assert record.failures() == []


def test_a_file_that_somebody_is_writing_is_left_until_it_is_whole(follow, folder, monkeypatch):
    monkeypatch.setattr(watched_folder, "QUIET_SECONDS", 0.5)
    put(folder / "b.txt", "B")
    path = folder / "a.txt"
    path.write_text(TEXT.format("A"))

    def write():
        for _ in range(8):
            time.sleep(0.1)
            with path.open("a") as file:
                file.write("It was said. ")

    writing = threading.Thread(target=write)
    writing.start()
    assert follow() == ["B"]
    writing.join()
    assert follow() == ["A"]


def test_a_file_that_has_just_been_put_there_is_read_a_moment_later(follow, folder):
    put(folder / "a.txt", "A", 0)
    assert follow() == ["A"]


def test_a_name_that_is_no_utf_8_and_a_time_ahead(follow, folder):
    put(folder / os.fsdecode(b"caf\xe9.txt"), "Coffee", -3600)
    assert follow() == ["Coffee"]
    assert follow() == []


def test_a_folder_that_is_gone_and_comes_back(record, folder, store):
    put(folder / "a.txt", "A")
    watching = watch([str(folder)], record, Settings(learned=False), Plan(every=0.1))
    assert next(watching).printed["article"]["title"] == "A"
    watching.close()
    away = folder.with_name("away")
    once = watch([str(folder)], record, Settings(), Plan(once=True))
    folder.rename(away)
    (outcome,) = once
    assert isinstance(outcome.failure, Failure)
    assert outcome.failure.reason == "found no such folder; expected one to follow"
    away.rename(folder)
    store.rows(record, "UPDATE feeds SET due_at = NULL")
    assert list(watch([str(folder)], record, Settings(), Plan(once=True))) == []
    assert record.failures() == []
