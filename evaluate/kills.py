"""Killing a writer at random moments: what it had finished is there, and nothing else but whole articles."""

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from detente.errors import RecordError
from detente.record import Record
from evaluate.stored import CLAIMS, VERSION, Stores, made, stores

_LONGEST = 0.4
"""Seconds that a writer has at most, from its start or, mostly, from its first article on."""

_TOGETHER = 3
"""So many articles are written in one transaction at most."""

_AT_THE_START = 0.25
"""The part of the kills whose time runs from the start of the writer, while it opens or makes the record."""

_ROUND = 20
"""After so many kills, a new record is begun, so that some kills meet one that is being made."""


@dataclass
class Kills:
    """What came of the kills; everything that is listed in ``wrong`` should not be."""

    kind: str
    kills: int = 0
    finished: int = 0
    unreported: int = 0
    before_the_first: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


def measure(kind: str, kills: int, seed: int) -> Kills:
    """Kill a writer so many times, and prove after each that the record is whole."""
    chance, found, start = random.Random(seed), Kills(kind), time.perf_counter()  # noqa: S311 - no secret
    with stores(kind) as store:
        while found.kills < kills:
            _round(store, min(_ROUND, kills - found.kills), chance, found)
    found.seconds = time.perf_counter() - start
    return found


def _round(store: Stores, kills: int, chance: random.Random, found: Kills) -> None:
    address, there = store.new(), 0
    for _ in range(kills):
        at_once = chance.random() < _AT_THE_START
        finished = _killed(address, there, chance.uniform(0, _LONGEST), at_once=at_once)
        found.kills += 1
        found.before_the_first += finished == there
        now, wrong = _checked(address, finished)
        found.finished += finished - there
        found.unreported += now - finished
        found.wrong += wrong
        there = now


def _killed(address: str, there: int, seconds: float, *, at_once: bool) -> int:
    """Let a writer go on after the articles that are there, and kill it; give how many it says are finished."""
    reads, writes = os.pipe()
    writer = os.fork()
    if not writer:
        os.close(reads)
        _write(address, there, writes)
    os.close(writes)
    first = b"" if at_once else os.read(reads, 1)
    time.sleep(seconds)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with os.fdopen(reads, "rb") as said:
        return there + len(first + said.read())


def _write(address: str, there: int, writes: int) -> None:
    """Write articles without end, one by one and several at once, and say so once they are kept."""
    try:
        with Record.open(address) as record:
            for turn in count(1):
                many = turn % _TOGETHER + 1
                record.add_all([made(number) for number in range(there, there + many)], VERSION)
                os.write(writes, b"." * many)
                there += many
    except BaseException as error:  # noqa: BLE001 - whatever it is, the child may not go on as its parent
        print(f"the writer failed: {error}", file=sys.stderr)
    os._exit(1)


def _checked(address: str, finished: int) -> tuple[int, list[str]]:
    """Count the articles, and say what is wrong with the record."""
    try:
        with Record.open(address, create=False) as record:
            stats = record.stats()
            wrong = record.faults()
            if not finished <= stats.articles <= finished + _TOGETHER:
                wrong.append(f"{finished} articles were finished, {stats.articles} are there")
            if sum(stats.claims.values()) != stats.articles * CLAIMS or stats.readings != stats.articles:
                wrong.append(f"{stats.articles} articles have {stats.readings} readings and the claims {stats.claims}")
            for number in range(stats.articles):
                if record.show(f"article {number}").json != made(number):
                    wrong.append(f"article {number} is not what was written")
    except RecordError as error:
        return finished, [str(error)]
    return stats.articles, wrong


def report(found: Kills) -> Iterator[str]:
    """Say what came of it, a line each."""
    kept = f"{found.finished} articles finished and all there, {found.unreported} more kept before they were reported"
    early = f"{found.before_the_first} kills before a writer's first article"
    yield f"{found.kind}: {found.kills} kills, {kept}; {early}; {found.seconds:.0f} s"
    yield f"{len(found.wrong)} faults: nothing lost, nothing half" if not found.wrong else f"{len(found.wrong)} faults"
    yield from found.wrong
