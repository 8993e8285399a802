"""Damage real texts at random and look whether reading them ever fails or gives spans that lead nowhere.

Most edits go through the machine for quotation marks alone, some through the whole path. The same seed makes the
same edits, whatever the number of processes.
"""

import random
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

from detente.articles import Article
from detente.documents import Document, quotations, structure
from detente.errors import ArticleError
from detente.pipeline import read
from detente.settings import Settings
from evaluate.edits import edited, passage
from evaluate.faults import faults_of_claims, faults_of_quotations
from evaluate.shared import rows

_CHUNK = {"edits": 1000, "whole": 20}
_LONG = 1500


class Failure(NamedTuple):
    """The text that failed, and how: a fault or the end of a traceback."""

    text: str
    fault: str


class Fuzzed(NamedTuple):
    """How many edited texts of each kind were tried, what was found in them, and the first failure of all."""

    counts: Counter[str]
    failure: Failure | None


def fuzz(texts: list[Path], edits: int, whole: int, seed: int, processes: int = 1) -> Fuzzed:
    """Try ``edits`` edited passages on the quotation machine and ``whole`` on the whole path."""
    pieces = [row["text"] for path in texts for row in rows(path)]
    parts = [*_parts("edits", edits), *_parts("whole", whole)]
    counts: Counter[str] = Counter()
    failure: Failure | None = None
    for found in _spread(pieces, parts, seed, processes):
        counts += found.counts
        failure = failure or found.failure
    return Fuzzed(counts, failure)


Part = tuple[str, range]


def _parts(kind: str, number: int) -> Iterator[Part]:
    step = _CHUNK[kind]
    for start in range(0, number, step):
        yield kind, range(start, min(start + step, number))


def _spread(pieces: list[str], parts: list[Part], seed: int, processes: int) -> Iterator[Fuzzed]:
    if processes == 1:
        yield from map(_try_part, repeat(pieces), parts, repeat(seed))
        return
    with ProcessPoolExecutor(processes, initializer=_keep, initargs=(pieces,)) as pool:
        yield from pool.map(_try_part, repeat(None), parts, repeat(seed))


_kept: list[str] = []


def _keep(pieces: list[str]) -> None:
    _kept[:] = pieces


def _try_part(pieces: list[str] | None, part: Part, seed: int) -> Fuzzed:
    kind, numbers = part
    counts: Counter[str] = Counter()
    first: Failure | None = None
    for n in numbers:
        chance = random.Random(f"{seed} {kind} {n}")  # noqa: S311 - chance for tests
        text = edited(chance, passage(chance, chance.choice(pieces or _kept), *((_LONG,) if kind == "whole" else ())))
        fault = next(chain(_faults(text, kind, counts), [None]))
        counts[kind] += 1
        if fault:
            counts["failures"] += 1
            first = first or Failure(text, fault)
    return Fuzzed(counts, first)


def _faults(text: str, kind: str, counts: Counter[str]) -> Iterator[str]:
    """Read a text in one of the two ways and give its faults; an exception is one."""
    article = Article(id="fuzz", source="fuzz", text=text, published="2021-08-05")
    try:
        if kind == "edits":
            document = quotations.annotate(structure.annotate(Document(article)))
            faults = list(faults_of_quotations(document))
        elif text.strip():
            reading = read(article, Settings())
            document, claims = reading.document, reading.claims
            counts["utterances"] += len(claims.utterances)
            faults = list(faults_of_claims(document, claims))
        else:
            return
    except ArticleError:
        counts["refused"] += 1
        return
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        yield traceback.format_exc(limit=-4)
        return
    counts["quotations"] += len(document.quotations)
    counts["unclosed"] += sum(not each.closed for each in document.quotations)
    yield from faults


def report(found: Fuzzed) -> str:
    """Print the counts, and the first failure with the text that makes it."""
    lines = [
        f"{found.counts[name]:>9} {name}"
        for name in ("edits", "whole", "quotations", "unclosed", "utterances", "failures")
    ]
    if found.failure:
        lines += ["first failure:", found.failure.fault.rstrip(), "its text:", ascii(found.failure.text)]
    return "\n".join(lines)
