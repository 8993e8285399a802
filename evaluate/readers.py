"""Many readers beside a writer: how often each asked and was answered, how long it took, and what failed."""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from detente.positions import search, timeline, who
from detente.record import Record
from evaluate.stored import VERSION, made, stores

_FIRST = 20
"""So many articles are there when the readers start."""

_QUESTIONS: Mapping[str, Callable[[Record, random.Random], Any]] = {
    "timeline": lambda record, chance: timeline(record, chance.choice(("PER", "CHL", "CUB")), "FIN"),
    "who": lambda record, _: who(record, "foreign minister", "PER", "2021-08-05"),
    "search": lambda record, chance: search(record, f"rejects measure {chance.randrange(400)}"),
    "show": lambda record, chance: record.show(f"article {chance.randrange(_FIRST)}"),
    "stats": lambda record, _: record.stats(),
}


@dataclass
class Together:
    """What came of it: ``times`` in seconds by question, ``failed`` what readers or the writer could not do."""

    kind: str
    readers: int
    seconds: float
    written: int = 0
    times: dict[str, list[float]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def measure(kind: str, readers: int, seconds: float) -> Together:
    """Let readers ask beside one writer for so long, and check the record then."""
    found = Together(kind, readers, seconds)
    with stores(kind) as store:
        address = store.new()
        with Record.open(address) as record:
            for number in range(_FIRST):
                record.add(made(number), VERSION)
        end = time.time() + seconds
        workers = [_started(_write, address, end, 0), *(_started(_ask, address, end, n) for n in range(1, readers + 1))]
        for pid, reads in workers:
            with os.fdopen(reads, "r", encoding="utf-8") as said:
                for line in said:
                    _count(found, json.loads(line))
            if os.waitpid(pid, 0)[1]:
                found.failed.append("a process ended without saying why")
        with Record.open(address, create=False) as record:
            found.faults = record.faults()
            if record.stats().articles != _FIRST + found.written:
                found.faults.append(
                    f"{_FIRST + found.written} articles were written, {record.stats().articles} are there"
                )
    return found


def _count(found: Together, line: Mapping[str, Any]) -> None:
    found.written += line.get("written", 0)
    for name, times in line.get("times", {}).items():
        found.times.setdefault(name, []).extend(times)
    if "failed" in line:
        found.failed.append(line["failed"])


def _started(work: Callable[[str, float, int], Mapping[str, Any]], address: str, end: float, n: int) -> tuple[int, int]:
    """Start a process that works until the end; give its number, and the pipe on which it says what came of it."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writes)
        return pid, reads
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        said = work(address, end, n)
    except Exception as error:  # noqa: BLE001 - whatever fails is what is counted here
        said = {"failed": f"{'writer' if not n else 'reader'}: {type(error).__name__}: {error}"}
    with os.fdopen(writes, "w", encoding="utf-8") as pipe:
        print(json.dumps(said), file=pipe)
    sys.stdout.flush()
    os._exit(0)


def _write(address: str, end: float, _: int) -> Mapping[str, Any]:
    with Record.open(address) as record:
        for number in count(_FIRST):
            if time.time() > end:
                return {"written": number - _FIRST}
            record.add(made(number), VERSION)
            time.sleep(0.05)  # about as fast as articles are read
    return {}


def _ask(address: str, end: float, n: int) -> Mapping[str, Any]:
    chance = random.Random(n)  # noqa: S311 - no secret
    times: dict[str, list[float]] = {name: [] for name in _QUESTIONS}
    while time.time() < end:
        with Record.open(address, create=False) as record:
            for _round in range(10):
                name = chance.choice(list(_QUESTIONS))
                start = time.perf_counter()
                _QUESTIONS[name](record, chance)
                times[name].append(round(time.perf_counter() - start, 5))
                if time.time() > end:
                    break
    return {"times": times}


def report(found: Together) -> Iterator[str]:
    """Say what came of it, a line each."""
    asked = sum(map(len, found.times.values()))
    yield (
        f"{found.kind}: {found.readers} readers asked {asked} times in {found.seconds:.0f} s beside a writer of"
        f" {found.written} articles: {len(found.failed)} errors, {len(found.faults)} faults in the record"
    )
    for name, times in sorted(found.times.items()):
        if times:
            ordered = sorted(times)
            middle, high = (1000 * ordered[int(part * (len(ordered) - 1))] for part in (0.5, 0.95))
            yield f"  {name:<9} {len(times):>6} times   median {middle:>6.0f} ms   p95 {high:>6.0f} ms"
    yield from (*found.failed, *found.faults)
