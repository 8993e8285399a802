"""How a record bears a load: how fast readings are written, how large it grows, and how long questions take.

State Department texts are read once, and kept with the versions that read them; a load is made of variants of these
readings, written by the same code that ``detente read`` writes with.
"""

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
from detente.errors import UsageError
from detente.record import Reading, Record
from detente.settings import Settings
from detente.surfaces.api import read
from detente.versions import version
from evaluate.askings import Asking, Taken, ask, askings
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

    def __init__(self, record: Record, readings: list[Printed], seed: int) -> None:
        self.record, self.readings, self.seed = record, readings, seed
        self.articles = self.claims = 0
        self.version = version(Settings())

    def grow(self, size: int) -> float:
        """Write further variants up to so many articles; give how many a second were written."""
        before, seconds = self.articles, 0.0
        while self.articles < size:
            ready = [self._variant(n) for n in range(self.articles, min(size, self.articles + _PORTION))]
            started = time.perf_counter()
            for each in ready:
                self.record.add(each, self.version)
            seconds += time.perf_counter() - started
            self.articles += len(ready)
            self.claims += sum(Reading(each).many for each in ready)
        return (size - before) / seconds if seconds else 0.0

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
        yield from ask(self.record, drawn)


def report(load: Load, sizes: Iterable[int], many: int = ASKED) -> Iterator[str]:
    """Grow a load and ask it at each size; give the lines to print as they come."""
    yield " articles    claims  articles/s  MiB on disk  bytes/claim"
    for size in sizes:
        speed = load.grow(size)
        taken = load.record.size()
        yield (
            f"{load.articles:>9,}{load.claims:>10,}{speed:>12.0f}{taken / 2**20:>13.0f}{taken / load.claims:>13.0f}"
        )
        started = time.perf_counter()
        load.record.actors()
        yield f"  first look: {time.perf_counter() - started:.1f} s"
        yield "            asked   p50 ms   p95 ms   max ms"
        for each in load.ask(many):
            missed = "" if each.most < MOST else f"   missed: expected less than {MOST} ms"
            yield f"  {each.kind:<10}{each.asked:>5}{each.half:>9.1f}{each.most:>9.1f}{each.longest:>9.1f}{missed}"


def sizes(most: int) -> list[int]:
    """Give the sizes at which growth is shown, up to the one that is asked for.

    >>> sizes(20_000)
    [1000, 10000, 20000]
    """
    return [*(size for size in SIZES if size < most), most]


def run(most: int, store: str, place: str, seed: int) -> Iterator[str]:
    """Bear a load of so many articles in a new record; ``place`` is its file or URL, empty for one that is thrown away."""
    with _made(store, place) as address, Record.open(address) as record:
        if record.stats().articles:
            raise UsageError(f"record {record.name}: found articles; expected an empty one for the load")
        yield f"store {store}, seed {seed}, {version(Settings())}"
        yield from report(Load(record, readings(), seed), sizes(most))


@contextmanager
def _made(store: str, place: str) -> Iterator[str]:
    if place:
        yield place
    elif store == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder, "load.db"))
    else:
        raise UsageError("found no place; expected --record postgresql+psycopg://... of an empty database")
