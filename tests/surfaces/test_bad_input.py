"""Each bad input as a user meets it: what is said, the exit status, and that everything else goes on."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

import detente
from detente.record import Record

SOURCE = str(Path(detente.__file__).parents[1])
PAGE = (Path(__file__).parents[1] / "articles" / "samples" / "page.html").read_bytes()
TEXT = "Peru rejects sanctions against Venezuela, its foreign minister said. "
SPANISH = "El ministro dijo el lunes que su país rechaza las sanciones contra Venezuela y que pide diálogo."
MENU = b'<html><head><title>Front</title></head><body><ul><li><a href="/">Home</a></li></ul></body></html>'
GOOD = {"good.txt": TEXT.encode(), "good.html": PAGE, "good.csv": f'id,text\na,"{TEXT}"\n'.encode()}
BAD = {
    "empty.txt": (b"", "found nothing; expected an article's text"),
    "blank.txt": (b" \n\n", "found only blanks; expected an article's text"),
    "empty.jsonl": (b"", "found nothing; expected a JSON object with `text` on each line"),
    "program.txt": (b"\x7fELF\x02\x01\xd0\0\0", "found binary data (a zero byte at 7); expected text"),
    "scan.txt": (b"%PDF-1.7\n", "found binary data (a PDF file); expected text"),
    "mixed.txt": ("José “spoke” in Perú. ".encode() + "José".encode("latin-1"), "mixed encodings; expected one"),
    "noise.txt": (bytes((n * 73 + 41) % 255 + 1 for n in range(3000)), "expected UTF-8"),
    "long.txt": (TEXT.encode() * 60, f"{len(TEXT) * 60} characters; expected at most 4000"),
    "menu.html": (MENU, "found HTML without an article; expected a page with paragraphs of text"),
    "broken.jsonl": (
        b'{"text": "Peru left."}\n{"text": ',
        "broken.jsonl:2: found no JSON: Expecting value at character",
    ),
    "other.jsonl": (b'{"body": "Peru left."}', "other.jsonl:1: found body; expected `text` with the article's words"),
    "other.csv": (b"id,body\na,Peru left.\n", "found the columns id, body; expected `text` among them"),
    "short.csv": (b"id,text\na\n", "short.csv:2: found 1 values; expected 2: id, text"),
    "spanish.txt": (SPANISH.encode(), "the text is written in 'es' (probability 0.9"),
    "future.txt": (f"date: 2931-01-01\n\n{TEXT}".encode(), "found the day of publication 2931-01-01, which lies ahead"),
    "cut.txt.gz": (b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x2b", "cannot be read: Compressed file ended"),
    "letter.docx": (b"PK\x03\x04", "found a file ending in .docx; expected .txt, .text, .html"),
}
ELSEWHERE = {
    "none.txt": "found no such file or folder",
    "http://no-such-host.invalid/a": "the host no-such-host.invalid cannot be found",
    "http://127.0.0.1:9/a": "found the private address 127.0.0.1 behind 127.0.0.1; expected a public one",
    "ftp://example.org/a": "expected http:// or https://",
}


@pytest.fixture
def run(tmp_path):
    def command(*arguments, record="record.db", **more):
        words = [sys.executable, "-m", "detente", *map(str, arguments), "--record", str(record)]
        environment = {**os.environ, "PYTHONPATH": SOURCE, "DETENTE_MAX_CHARACTERS": "4000"}
        given = {"capture_output": True, "encoding": "utf-8", "cwd": tmp_path, "env": environment} | more
        return subprocess.run(words, check=False, **given)

    return command


@pytest.fixture
def kept(run, address):
    """The command, with a record in each kind of store in turn."""
    return partial(run, record=address)


@pytest.fixture
def many(tmp_path):
    rows = [{"id": str(n), "text": f"The envoy of Peru said {n} times that she rejects it. " * 30} for n in range(60)]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return "many.jsonl"


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own, mounted for the test."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("not run: mounting a disk needs rights that this user does not have")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_every_bad_source_is_named_and_kept_and_the_others_are_read(kept, tmp_path):
    for name, data in GOOD.items() | {(name, data) for name, (data, _) in BAD.items()}:
        (tmp_path / name).write_bytes(data)
    expected = {name: said for name, (_, said) in BAD.items()} | ELSEWHERE
    names = ["good.txt", *expected, "good.html", "good.csv"]
    done = kept("read", *names, "--format", "json")
    said = done.stderr.splitlines()
    assert done.returncode == 1
    assert [line.split(": ")[1].partition(":")[0] for line in said] == [name.partition(":")[0] for name in expected]
    for line, (name, words) in zip(said, expected.items(), strict=True):
        assert line.startswith(f"detente: {name}")
        assert words in line
    read = [json.loads(line)["article"]["source"] for line in done.stdout.splitlines()]
    assert read == ["good.txt", "broken.jsonl:1", "good.html", "good.csv:2"]
    failures = [json.loads(line) for line in kept("failures", "--format", "json").stdout.splitlines()]
    assert [f"detente: {each['source']}: {each['reason']}" for each in failures] == said
    assert {each["stage"] for each in failures} == {"source", "language"}
    assert kept("check").returncode == 0


def test_what_failed_is_read_again_from_where_it_was(kept, tmp_path):
    (tmp_path / "below").mkdir()
    files = {
        "rows.jsonl": '{"id": "a", "text": "Peru left."}\n{\n{"id": "c", "text": "Chile left."}\n[]\n',
        "table.csv": "id,body\nd,Peru left.\n",
        "spanish.txt": SPANISH,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert kept("read", *files, "none.txt", "-", "--format", "json", input="").returncode == 1
    (tmp_path / "rows.jsonl").write_text(files["rows.jsonl"].replace("\n{\n", '\n{"id": "b", "text": "Cuba left."}\n'))
    (tmp_path / "table.csv").write_text("id,text\nd,Peru left.\n")
    (tmp_path / "none.txt").write_text(TEXT)
    done = kept("failures", "--retry", "--format", "json", cwd=tmp_path / "below")
    assert [json.loads(line)["article"]["source"] for line in done.stdout.splitlines()] == [
        "rows.jsonl:2",
        "table.csv:2",
        "none.txt",
    ]
    assert done.returncode == 1
    left = [json.loads(line)["source"] for line in kept("failures", "--format", "json").stdout.splitlines()]
    assert left == ["rows.jsonl:4", "spanish.txt", "-"]
    (tmp_path / "rows.jsonl").unlink()
    again = kept("failures", "--retry")
    assert "rows.jsonl: found no such file or folder" in again.stderr
    left = [json.loads(line)["source"] for line in kept("failures", "--format", "json").stdout.splitlines()]
    assert sorted(left) == ["-", "rows.jsonl", "rows.jsonl:4", "spanish.txt"]


def test_nothing_fails_any_more(kept, tmp_path):
    (tmp_path / "a.txt").touch()
    assert kept("read", "a.txt").returncode == 1
    (tmp_path / "a.txt").write_text(TEXT)
    assert kept("failures", "--retry").returncode == 0
    assert kept("failures").stdout == ""


def test_a_full_disk_stops_and_keeps_what_was_finished(run, many, disk):
    done = run("read", many, "--format", "json", record=disk / "r.db")
    assert done.returncode == 2
    assert done.stderr == f"detente: record {disk / 'r.db'}: the disk is full; nothing was half-written\n"
    printed = [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()]
    assert 0 < len(printed) < 60
    assert run("check", record=disk / "r.db").returncode == 0
    stats = json.loads(run("stats", "--format", "json", record=disk / "r.db").stdout)
    assert stats["articles"] == len(printed)


def test_a_record_on_a_read_only_disk_can_be_looked_into_and_not_written(run, many, disk, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert run("read", "a.txt", record=disk / "r.db").returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    done = run("read", many, record=disk / "r.db")
    assert (done.returncode, done.stdout) == (2, "")
    assert "it is read-only; expected a file and folder that may be written" in done.stderr
    assert json.loads(run("stats", "--format", "json", record=disk / "r.db").stdout)["articles"] == 1
    assert run("check", record=disk / "r.db").returncode == 0
    assert "cannot be made: Read-only file system" in run("read", many, record=disk / "new" / "r.db").stderr


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: path.write_text(TEXT * 300), "this file is not a record; expected an SQLite file"),
        (lambda path: path.write_bytes(path.read_bytes()[:6000]), "the file is damaged; restore it from a copy"),
        (lambda path: (path.unlink(), path.mkdir()), "this is a folder; expected a file"),
    ],
)
def test_a_record_that_is_corrupt(run, tmp_path, damage, said):
    (tmp_path / "a.txt").write_text(TEXT)
    assert run("read", "a.txt").returncode == 0
    damage(tmp_path / "record.db")
    done = run("read", "a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_record_that_another_process_writes_to(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    Record.open(str(tmp_path / "record.db")).close()
    with closing(sqlite3.connect(tmp_path / "record.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        done = run("read", "a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "another process is writing to it; try again when that has ended" in done.stderr
    assert run("read", "a.txt").returncode == 0


def test_an_output_that_is_full(run, many):
    if not Path("/dev/full").exists():
        pytest.skip("not run: this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = run("read", many, "--format", "json", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == (
        "detente: the output cannot be written: No space left on device; what was finished is kept in the record\n"
    )
    assert run("check").returncode == 0


def test_no_space_for_temporary_files_is_no_fault_of_the_article(run, many):
    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(
            resource.RLIMIT_FSIZE, (5_000_000, 5_000_000)
        )  # more than the record's log, less than a network

    done = run("read", many, preexec_fn=limited)
    assert done.returncode == 1
    assert "this machine could not read it now" in done.stderr.splitlines()[0]
    again = run("failures", "--retry", "--format", "json")
    assert (again.returncode, len(again.stdout.splitlines())) == (0, 60)
