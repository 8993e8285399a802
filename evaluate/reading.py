"""How ``detente read`` bears a load: time, memory and failures as articles and processes grow in number.

Each row is one run of the real command, a process of its own, into a fresh record in SQLite.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

from detente.record import Record
from evaluate.shared import Row, rows, write


class Pace(NamedTuple):
    """One run: what was asked (``texts``, ``jobs``), what came of it, and what it took.

    ``seconds`` is wall time with start and loading of the model, ``user`` the processor seconds of all processes,
    ``mebibytes`` the most memory that any single one of them had resident.
    """

    texts: int
    jobs: int
    words: int
    articles: int
    failures: int
    seconds: float
    user: float
    mebibytes: float


def measure(texts: Path, numbers: Iterable[int], jobs: Sequence[int]) -> Iterator[Pace]:
    """Read the first ``n`` texts with each number of jobs, for each ``n``, or as many as there are."""
    for number in numbers:
        some = list(islice(rows(texts), number))
        for each in jobs:
            yield _run(some, each)


def _run(some: list[Row], jobs: int) -> Pace:
    with tempfile.TemporaryDirectory() as folder:
        source, record = Path(folder, "texts.jsonl"), Path(folder, "record.db")
        write(source, some)
        command = [sys.executable, "-m", "detente", "read", str(source), "--record", str(record)]
        command += ["--jobs", str(jobs), "--format", "json"]
        started = time.perf_counter()
        with Path(folder, "said").open("w+") as said:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)  # noqa: S603 - our own command
            _, status, used = os.wait4(process.pid, 0)  # with what its workers used, which it has waited for
            seconds = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            if process.returncode not in (0, 1):
                raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {said.read()}")
        with Record.open(record, create=False) as kept:
            found = kept.stats()
    words = sum(len(row["text"].split()) for row in some)
    mebibytes = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Pace(len(some), jobs, words, found.articles, found.failures, seconds, used.ru_utime, mebibytes)


def report(loads: Iterable[Pace]) -> Iterator[str]:
    """Give a line a run, as it comes; several jobs are compared with one over as many texts."""
    yield " texts  jobs  articles  failures   seconds  user µs/word  MiB/process"
    for _, group in groupby(loads, key=lambda load: load.texts):
        alone = None
        for load in group:
            user = 1e6 * load.user / max(load.words, 1)
            ratio = f"   {alone / load.seconds:.2f} times as fast as 1 job" if alone and load.jobs > 1 else ""
            yield (
                f"{load.texts:>6}{load.jobs:>6}{load.articles:>10}{load.failures:>10}{load.seconds:>10.1f}{user:>14.1f}"
                f"{load.mebibytes:>13.0f}{ratio}"
            )
            alone = load.seconds if load.jobs == 1 else alone


def counts(words: str) -> tuple[int, ...]:
    """Read ``100,400`` as numbers; raise ``ValueError`` for anything else.

    >>> counts("100,400")
    (100, 400)
    """
    numbers = tuple(int(each) for each in words.split(","))
    if min(numbers) < 1:
        raise ValueError(f"found {min(numbers)}; expected numbers from 1 on")
    return numbers
