"""Are copies found, and only copies? Texts drawn at random are copied as outlets copy, and all are kept in a record."""

import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from detente.articles import Article
from detente.claims import Claims
from detente.documents import Document
from detente.pipeline import Extraction
from detente.positions import copies
from detente.record import Record
from detente.versions import Version
from evaluate.draw import draw_evenly

_WORDS = (60, 900)
_COPIED = 5
_READ = Version("copies", "none", "none")
_PART, _CHANGED = 0.6, 0.03


@dataclass(frozen=True)
class Copied:
    """What was found: of each kind of copy so many of how many; and the pairs joined of which none was made by us."""

    texts: int
    found: Mapping[str, tuple[int, int]]
    joined: list[tuple[str, str]]
    seconds: float


def _with_agency(text: str, _: random.Random) -> str:
    return f"LIMA (Our agency) - {text}\n\nReporting by our desk"


def _cut(text: str, _: random.Random) -> str:
    words = [match.end() for match in re.finditer(r"\S+", text)]
    return text[: words[int(len(words) * _PART)]]


def _less(text: str, chance: random.Random) -> str:
    sentences = re.split(r"(?<=[.!?])\s+", text)
    left = [each for each in sentences if chance.random() > 1 / 6] or sentences
    return " ".join(left)


def _edited(text: str, chance: random.Random) -> str:
    return re.sub(r"\b[a-z]{3,}\b", lambda match: "rather" if chance.random() < _CHANGED else match[0], text)


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "the same": lambda text, _: text,
    "with the line of an agency": _with_agency,
    "the first six tenths": _cut,
    "a sixth of the sentences left out": _less,
    "three words of a hundred changed": _edited,
}


def measure(texts: list[Path], number: int, seed: int) -> Copied:
    """Keep ``number`` texts and, of every fifth, a copy of each kind; see which are found."""
    chance = random.Random(seed)  # noqa: S311 - copies, not secrets
    some = [(f"{path.stem} {row['id']}", row["text"]) for path, row in draw_evenly(texts, number, seed, _WORDS)]
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder, "record.db")) as record:
        for n, (name, text) in enumerate(some):
            _keep(record, name, text)
            for kind, change in KINDS.items() if n % _COPIED == 0 else ():
                _keep(record, f"{name}|{kind}", change(text, chance))
        started = perf_counter()
        group = {each.article: n for n, several in enumerate(copies(record)) for each in several}
        seconds = perf_counter() - started
    made = [(name, f"{name}|{kind}", kind) for name, _ in some[::_COPIED] for kind in KINDS]
    hit = Counter(kind for name, copy, kind in made if name in group and group[name] == group.get(copy))
    return Copied(
        texts=len(some) + len(made),
        found={kind: (hit[kind], len(some[::_COPIED])) for kind in KINDS},
        joined=list(_joined(group)),
        seconds=seconds,
    )


def _keep(record: Record, name: str, text: str) -> None:
    article = Article(id=name, source=name, text=text)
    record.add(Extraction(Document(article), Claims()).as_json(), _READ)


def _joined(group: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Give the pairs of drawn texts in one group: a corpus may hold a text twice, so each wants to be looked at."""
    originals = sorted(name for name in group if "|" not in name)
    for n, one in enumerate(originals):
        yield from ((one, other) for other in originals[n + 1 :] if group[one] == group[other])


def report(found: Copied) -> str:
    """Give what was measured, a line a kind."""
    kinds = "\n".join(f"  {kind}: {hit} of {made} found" for kind, (hit, made) in found.found.items())
    joined = "".join(f"\n    {one} = {other}" for one, other in found.joined[:20])
    drawn = f"pairs of texts as drawn: {len(found.joined)}{joined}"
    return f"{found.texts} texts, grouped in {found.seconds:.1f} s\n{kinds}\n  {drawn}"
