"""How a record bears a load: how fast readings are written, how large it grows, and how long questions take.

State Department texts are read once, and kept with the versions that read them; a load is made of variants of these
readings, written by the same code that ``detente read`` writes with.
"""

import argparse
import hashlib
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path

from detente.articles import article_of
from detente.positions import identified
from detente.positions.naming import Directory
from detente.record import Reading, Record
from detente.settings import Settings
from detente.surfaces.api import read
from detente.versions import version
from evaluate.askings import Asking, Taken, as_of, ask, askings
from evaluate.cluster import cluster
from evaluate.draw import draw
from evaluate.shared import rows, shared, write
from evaluate.varied import Printed, varied

TEXTS = 500
CHARACTERS = 1200
"""Texts of so many characters at most give about ten claims each."""
SIZES = (1_000, 10_000, 100_000)
ASKED = 100
MOST = 100
"""So many questions of each kind, and so many milliseconds, that 95 of 100 may take."""
_PORTION = 500
"""So many readings are made ready before the clock runs again."""
TOGETHER = 100
"""So many are kept in one transaction."""


def readings() -> list[Printed]:
    """Give the readings of which a load is made; read the texts where these versions have not read them yet."""
    digest = hashlib.sha256(str(version(Settings())).encode()).hexdigest()[:16]
    kept = user_cache_path("detente", appauthor=False) / f"load-{digest}.jsonl"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        write(kept, list(_read()))
    return list(rows(kept))


def _read() -> Iterator[Printed]:
    drawn = draw(shared() / "texts" / "us_state_department.jsonl.gz", 10**6, seed=1, words=None)
    short = [row for row in drawn if len(row["text"]) <= CHARACTERS][:TEXTS]
    given = [
        article_of(row["text"], id=row["id"], published=row.get("published") or row.get("date"), title=row.get("title"))
        for row in short
    ]
    yield from (dict(found.json) for found in read(given) if isinstance(found, Reading))


class Load:
    """A record that grows, with what was measured on the way."""

    def __init__(self, record: Record, readings: list[Printed], seed: int, together: int = TOGETHER) -> None:
        self.record, self.readings, self.seed, self.together = record, readings, seed, together
        self.version = version(Settings())
        found = record.stats()
        self.articles, self.claims = found.articles, sum(found.claims.values())

    def grow(self, size: int) -> tuple[float, float]:
        """Write further variants up to so many articles; give how many a second were written.

        The second number is how many a second of this process's own processor time, whatever else the machine did.
        """
        before, seconds, busy = self.articles, 0.0, 0.0
        while self.articles < size:
            ready = [self._variant(n) for n in range(self.articles, min(size, self.articles + _PORTION))]
            started, used = time.perf_counter(), time.process_time()
            for first in range(0, len(ready), self.together):
                self.record.add_all(ready[first : first + self.together], self.version)
            seconds += time.perf_counter() - started
            busy += time.process_time() - used
            self.articles += len(ready)
            self.claims += sum(Reading(each).many for each in ready)
        return ((size - before) / seconds, (size - before) / busy) if seconds else (0.0, 0.0)

    def _variant(self, number: int) -> Printed:
        return varied(self.readings[number % len(self.readings)], number, self.seed)

    def ask(self, many: int) -> Iterator[Taken]:
        """Ask so many questions of each kind about articles that are drawn from those written."""
        chance = random.Random(self.seed)  # noqa: S311 - drawn alike each time, not secret
        drawn: dict[str, list[Asking]] = {}
        full: Counter[str] = Counter()
        numbers = chance.sample(range(self.articles), min(self.articles, 20 * many))
        for kind, asking in askings((self._variant(number) for number in numbers), chance):
            if full[kind] < many:
                drawn.setdefault(kind, []).append(asking)
                full[kind] += 1
        middle = self.record.recorded(f"load/{self.articles // 2}").recorded_at
        drawn["as of"] = as_of(middle, [*drawn.get("timeline", ()), *drawn.get("who", ())][-many:])
        yield from ask(self.record, drawn)


def report(load: Load, sizes: Iterable[int], many: int) -> Iterator[str]:
    """Grow a load and ask it at each size; give the lines to print as they come.

    Times are those of the clock; those of the processor stand beside them, since others may work on the machine too.
    """
    for size in sizes:
        speed, busy = load.grow(size)
        taken = load.record.size()
        told = f"{load.articles:,} articles, {load.claims:,} claims, {taken / 2**20:,.0f} MiB"
        yield f"{told}, {taken / load.claims:,.0f} bytes a claim"
        if speed:
            yield f"  written: {speed:.0f} articles a second, {busy:.0f} a second of processor time, {TOGETHER} at once"
        if many:
            started, used = time.perf_counter(), time.process_time()
            Directory.of(identified(load.record)).candidates("nobody")
            looked = time.perf_counter() - started, time.process_time() - used
            yield "  first look at all identities: {:.1f} s, {:.1f} s of processor time".format(*looked)
            yield "  question  asked   p50 ms   p95 ms   max ms   p95 of processor"
        for each in load.ask(many) if many else ():
            missed = "" if each.most < MOST else f"   missed: expected less than {MOST} ms"
            times = f"{each.half:>9.1f}{each.most:>9.1f}{each.longest:>9.1f}{each.busy:>19.1f}"
            yield f"  {each.kind:<10}{each.asked:>5}{times}{missed}"


def sizes(most: int) -> list[int]:
    """Give the sizes at which growth is shown, up to the one that is asked for.

    >>> sizes(20_000)
    [1000, 10000, 20000]
    """
    return [*(size for size in SIZES if size < most), most]


def run(most: int, store: str, place: str, seed: int, many: int) -> Iterator[str]:
    """Bear a load of so many articles; give the lines to print.

    ``place`` is a file or URL that is kept, and from which a load that was left there goes on; empty for a record that
    is thrown away. ``many`` is how many questions of each kind are asked at each size.
    """
    with _made(store, place) as address, Record.open(address) as record:
        load = Load(record, readings(), seed)
        yield f"{record.name}: seed {seed}, {load.version}"
        yield from report(load, [size for size in sizes(most) if size >= load.articles], many)


@contextmanager
def _made(store: str, place: str) -> Iterator[str]:
    if place:
        yield place
    elif store == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder, "load.db"))
    else:
        with cluster(autovacuum="on", shared_buffers="512MB") as server:
            yield server


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of ``python -m evaluate``."""
    loaded = commands.add_parser("load", help="fill a record, ask it, and print speed, size and time at each size")
    loaded.add_argument("--articles", type=int, default=SIZES[-1], metavar="N", help="so many (100000)")
    loaded.add_argument("--store", choices=["sqlite", "postgresql"], default="sqlite")
    loaded.add_argument("--record", default="", metavar="RECORD", help="keep it there, or go on with what is there")
    loaded.add_argument("--asked", type=int, default=ASKED, metavar="N", help="questions of each kind (100)")
    loaded.add_argument("--seed", type=int, default=1, metavar="S")


def command(given: argparse.Namespace) -> int:
    """Run the command; give its exit status."""
    if not (shared() / "texts").exists():
        print(f"not run: {shared() / 'texts'} is not here; expected the texts (see DETENTE_SHARED)")
        return 2
    for line in run(given.articles, given.store, given.record, given.seed, given.asked):
        print(line, flush=True)
    return 0
