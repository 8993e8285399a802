"""Killing writers and reading beside one, in small; the large runs are commands."""

import subprocess
import sys
from pathlib import Path

import pytest

from detente.record import Record
from evaluate import kills, readers
from evaluate.stored import CLAIMS, VERSION, made

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("words", [["faults", "--kills", "4"], ["readers", "--seconds", "2", "--readers", "3"]])
def test_nothing_is_lost_and_nobody_meets_an_error(store, words):
    command = [sys.executable, "-m", "evaluate", *words, "--store", store.kind]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 faults" in done.stdout


def test_made_articles_are_whole_and_differ(record):
    for number in range(7):
        record.add(made(number), VERSION)
    assert record.faults() == []
    assert sum(record.stats().claims.values()) == 7 * CLAIMS
    assert made(3) == made(3) != made(4)


@pytest.mark.parametrize(
    ("finished", "harm", "said"),
    [
        (5, "", ""),
        (2, "", ""),
        (6, "", "6 articles were finished, 5 are there"),
        (1, "", "1 articles were finished, 5 are there"),
        (5, "DELETE FROM claims WHERE number = 1", "the claims"),
        (5, "UPDATE articles SET title = 'x' WHERE number = 2", "article 1 is not what was written"),
    ],
)
def test_what_is_lost_or_half_is_seen(store, address, finished, harm, said):
    with Record.open(address) as record:
        record.add_all([made(number) for number in range(5)], VERSION)
    if harm:
        store.rows(address, harm)
    there, wrong = kills._checked(address, finished)
    assert there == 5
    assert (said in " ".join(wrong)) if said else not wrong


def test_a_reader_that_fails_is_counted():
    found = readers.Together("sqlite", 2, 1)
    for line in ({"written": 3}, {"times": {"who": [0.1, 0.3]}}, {"failed": "reader: RecordError: locked"}):
        readers._count(found, line)
    lines = list(readers.report(found))
    assert "2 readers asked 2 times in 1 s beside a writer of 3 articles: 1 errors, 0 faults" in lines[0]
    assert lines[-1] == "reader: RecordError: locked"
