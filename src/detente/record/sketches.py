"""Sketches of texts, by which copies are found: the smallest hashes of every five words that follow each other.

Up to the greatest hash that both have kept, two sketches hold the same sample of their texts (bottom-k, Broder 1997).
So they tell which share of the shorter text stands in the longer; of a short text all is kept.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple
from zlib import crc32

import sqlalchemy as sa

from detente.record.moments import NOW, When, shown
from detente.record.portions import portions
from detente.record.tables import article_sketches, articles, readings
from detente.record.words import folded

_RUN = 5
_MOST = 64


class Sketch(NamedTuple):
    """The kept hashes of a text, in order, and what its article tells: its outlet, its day, its original."""

    article: str
    outlet: str | None
    published: str | None
    url: str | None
    translation_of: str | None
    hashes: tuple[int, ...]

    def shared(self, other: "Sketch") -> float:
        """Give the share of the shorter text, 0 to 1, that stands in the longer, as far as both sketches tell."""
        bound = min((each.hashes[-1] for each in (self, other) if len(each.hashes) == _MOST), default=2**32)
        mine, theirs = ({each for each in sketch.hashes if each <= bound} for sketch in (self, other))
        return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def runs(text: str) -> frozenset[int]:
    """Give the hashes of every five folded words that follow each other in a text; none where it has fewer."""
    return _runs(folded(text))


def _runs(said: Sequence[str]) -> frozenset[int]:
    together = zip(*(islice(said, n, None) for n in range(_RUN)), strict=False)
    return frozenset(crc32(" ".join(run).encode()) for run in together)


def sketch(text: str) -> tuple[int, ...]:
    """Give the hashes of a text that are kept, in order."""
    return sketch_of(folded(text))


def sketch_of(said: Sequence[str]) -> tuple[int, ...]:
    """Give the same of its folded words."""
    return tuple(sorted(_runs(said))[:_MOST])


def find_sketches(connection: sa.Connection, wanted: Collection[str] | None = None, when: When = NOW) -> list[Sketch]:
    """Give the sketches of some articles, by their ids, or of all, in the versions that count."""
    columns = (articles.c.id, articles.c.outlet, articles.c.published, articles.c.url, articles.c.extras)
    joined = readings.join(articles, articles.c.number == readings.c.article)
    joined = joined.join(article_sketches, article_sketches.c.article == articles.c.number)
    query = sa.select(*columns, article_sketches.c.hashes).select_from(joined).where(shown(when))
    some = [query] if wanted is None else [query.where(articles.c.id.in_(each)) for each in portions(sorted(wanted))]
    return sorted(each for one in some for each in _sketches(connection.execute(one)))


def _sketches(rows: Iterable[Any]) -> Iterator[Sketch]:
    for row in rows:
        original = json.loads(row.extras).get("translation_of")
        yield Sketch(row.id, row.outlet, row.published, row.url, original, tuple(json.loads(row.hashes)))
