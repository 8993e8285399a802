"""Holding a source: one watcher at a time, until he lets go of it or is killed."""

import subprocess
import sys
import time

from detente.record import Record

HOLD = """
import sys
from detente.record import Record
with Record.open(sys.argv[1]) as record, record.following.alone(record.following.of("https://a.example")) as held:
    print(held, flush=True)
    sys.stdin.read()
"""
A, B = "https://a.example", "https://b.example"


def test_one_holds_a_source_until_he_lets_go_of_it(address):
    with Record.open(address) as one, Record.open(address) as other:
        feed = one.following.of(A)
        with one.following.alone(feed) as mine:
            with other.following.alone(feed) as theirs:
                assert (mine, theirs) == (True, False)
            with other.following.alone(feed) as theirs:
                assert not theirs
        with other.following.alone(feed) as theirs:
            assert theirs


def test_whoever_is_killed_holds_nothing_any_more(address):
    with Record.open(address) as record:
        feed = record.following.of(A)
        command = (sys.executable, "-c", HOLD, address)
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holding:
            assert holding.stdout.readline() == "True\n"
            with record.following.alone(feed) as held:
                assert not held
            holding.kill()
        assert _becomes_free(record, feed)


def _becomes_free(record, feed):
    """Try for ten seconds: a server needs a moment to see that whoever held a source is gone."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        with record.following.alone(feed) as held:
            if held:
                return True
        time.sleep(0.01)
    return False


def test_on_postgresql_one_holds_one_source_and_no_other(store, address):
    with Record.open(address) as one, Record.open(address) as other:
        feeds = [one.following.of(each) for each in (A, B)]
        with one.following.alone(feeds[0]), other.following.alone(feeds[1]) as theirs:
            assert theirs is not store.is_file
