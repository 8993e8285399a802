"""Following feeds where everything is against it: bodies without end, bombs, drips, and whoever kills the command."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from webserver import Page, serving

import detente
from detente.record import Record

SOURCE = str(Path(detente.__file__).parents[1])
MEBIBYTE = b"Peru left. " * 95_325
GIBI = 1024
MEASURE = """
import resource, sys
from detente.record import Record
from detente.settings import Settings
from detente.surfaces.watching import Plan, watch
with Record.open(sys.argv[1]) as record:
    here = Settings(allow_loopback=True, fetch_pause=0, fetch_seconds=20, learned=False)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for outcome in watch(sys.argv[2:], record, here, Plan(once=True)):
        print(outcome.source.rpartition("/")[2], outcome.failure.reason if outcome.failure else "read")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.fixture
def site():
    with serving() as site:
        yield site


def environment(**more):
    given = {"PYTHONPATH": SOURCE, "DETENTE_ALLOW_LOOPBACK": "1", "DETENTE_FETCH_PAUSE": "0", "DETENTE_LEARNED": "0"}
    return {**os.environ, **given, **more}


def endless(site, kind="text/html", encoding=None, length=None):
    """A body of 2 GB, streamed, and counted as far as somebody takes it."""
    packer = zlib.compressobj(wbits=31) if encoding else None

    def speak(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        for name, value in (("Content-Encoding", encoding), ("Content-Length", length)):
            if value:
                handler.send_header(name, str(value))
        handler.end_headers()
        for _ in range(2 * GIBI):
            data = packer.compress(MEBIBYTE) + packer.flush(zlib.Z_SYNC_FLUSH) if packer else MEBIBYTE
            handler.wfile.write(data)
            site.sent += len(data)

    return speak


def test_bodies_without_end_and_gzip_bombs_are_broken_off_and_never_held(site, tmp_path):
    site.article("/good", "Good")
    site.pages |= {
        "/endless": endless(site),
        "/told": endless(site, length=2**31),
        "/bomb": endless(site, encoding="gzip"),
        "/rows": endless(site, kind="text/csv"),
        "/file.gz": Page(gzip.compress(b"\0" * 2**27), "application/gzip"),
    }
    feed = site.feed("/feed", *({"link": path} for path in (*site.pages, "/good")))
    site.pages |= {"/feed1": endless(site, "application/rss+xml"), "/feed2": endless(site, "text/xml", "gzip")}
    command = [sys.executable, "-c", MEASURE, str(tmp_path / "r.db"), feed, f"{site.url}/feed1", f"{site.url}/feed2"]
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True)
    *said, grown = done.stdout.splitlines()
    assert time.monotonic() - start < 60
    found = dict(line.split(" ", 1) for line in said)
    assert found["good"] == "read"
    assert found["told"] == "found 2,147,483,648 bytes; expected at most 67,108,864"
    assert {found[name] for name in ("endless", "bomb")} == {"found more than 67,108,864 bytes; expected an article"}
    assert {found[name] for name in ("feed1", "feed2")} == {"found more than 8,388,608 bytes; expected an article"}
    assert found["file.gz"].startswith("found more than 67,108,864 bytes")
    assert int(grown) < 400 * 1024  # kibibytes; one page may be 64 MiB, as bytes and as text
    assert site.sent < 300 * 2**20


def test_a_drip_costs_only_its_time(site, tmp_path):
    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(1000):
            handler.wfile.write(b"<")
            time.sleep(0.02)

    site.pages |= {"/drip": drip, "/feed2": drip}
    site.article("/good", "Good")
    feed = site.feed("/feed", {"link": "/drip"}, {"link": "/good"})
    done = run(
        "watch", "--once", f"{site.url}/feed2", feed, "--format", "json", at=tmp_path, DETENTE_FETCH_SECONDS="0.5"
    )
    assert f"{site.url}/feed2: no answer within 0.5 seconds" in done.stderr
    assert f"{site.url}/drip: no answer within 0.5 seconds; tried again in 5 minutes" in done.stderr
    assert [json.loads(line)["article"]["title"] for line in done.stdout.splitlines()] == ["Good"]
    assert done.returncode == 1


def run(*arguments, at, **more):
    words = [sys.executable, "-m", "detente", *map(str, arguments), "--record", str(at / "r.db")]
    return subprocess.run(words, capture_output=True, text=True, env=environment(**more), check=False)


def started(*arguments, at, **more):
    words = [sys.executable, "-m", "detente", *map(str, arguments), "--record", str(at / "r.db")]
    return subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(WATCHED_BY=str(at), **more),
        start_new_session=True,
    )


def family(mark):
    """The processes that live and carry a mark in their environment."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (
                mark in (each / "environ").read_bytes()
                and (each / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
            ):
                found.append(int(each.name))
    return found


def many(site, number):
    for n in range(number):
        site.article(f"/{n:03}", f"Article {n:03}")
    return site.feed("/feed", *({"link": f"/{n:03}"} for n in range(number)))


def titles(folder):
    with Record.open(folder / "r.db", create=False) as record:
        assert record.faults() == []
        return sorted(str(each.reading.article.title) for each in record.readings())


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="not run: finding processes needs /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_killing_the_command_leaves_no_worker_and_the_next_one_goes_on(site, tmp_path, how):
    feed = many(site, 20)
    process = started("watch", feed, "--jobs", "2", "--format", "json", at=tmp_path)
    for _ in range(3):
        assert process.stdout.readline()
    assert len(family(f"WATCHED_BY={tmp_path}".encode())) >= 3
    process.send_signal(how)
    _, said = process.communicate(timeout=90)
    assert process.returncode in {-how, 128 + how}
    until = time.monotonic() + 10
    while (left := family(f"WATCHED_BY={tmp_path}".encode())) and time.monotonic() < until:
        time.sleep(0.1)
    assert left == []
    assert how == signal.SIGKILL or "what was finished is kept" in said
    before = titles(tmp_path)
    assert 3 <= len(before) < 20
    time.sleep(0.3)
    assert titles(tmp_path) == before  # nobody is writing any more
    again = run("watch", "--once", feed, "--format", "json", at=tmp_path)
    assert (again.returncode, titles(tmp_path)) == (0, [f"Article {n:03}" for n in range(20)])
    printed = [json.loads(line)["article"]["title"] for line in again.stdout.splitlines()]
    assert sorted({*printed, *before}) == titles(tmp_path)
    assert not set(printed) & set(before)


def test_for_good_means_that_what_comes_later_is_read_too(site, tmp_path):
    feed = many(site, 1)
    folder = tmp_path / "news"
    folder.mkdir()
    process = started("watch", feed, folder, "--every", "0.01", "--format", "json", at=tmp_path)
    assert json.loads(process.stdout.readline())["article"]["title"] == "Article 000"
    (folder / "a.txt").write_text("title: In the folder\n\nPeru left the group on Monday.")
    many(site, 2)
    found = {json.loads(process.stdout.readline())["article"]["title"] for _ in range(2)}
    assert found == {"Article 001", "In the folder"}
    process.terminate()
    _, said = process.communicate(timeout=90)
    assert process.returncode == 143
    assert said.endswith("detente: ended; what was finished is kept\n")
