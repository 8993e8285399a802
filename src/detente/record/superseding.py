"""When readings were superseded, worked out from all others: for records of earlier versions, and for checking."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import sqlalchemy as sa


class _Kept(NamedTuple):
    """A reading, by the numbers of its article's version and its own, and when it was recorded."""

    version: int
    number: int
    recorded_at: str


def superseding(connection: sa.Connection) -> Iterator[tuple[int, str | None]]:
    """Give for each reading when it was superseded; None for those that count.

    Of an article, a reading of a later version supersedes it, and a later reading of the same version; one that is kept
    when a later version is there already is superseded at once.
    """
    articles, readings = (
        sa.table("articles", *map(sa.column, ("number", "id"))),
        sa.table("readings", *map(sa.column, ("number", "article", "recorded_at"))),
    )
    query = sa.select(articles.c.id, articles.c.number, readings.c.number, readings.c.recorded_at)
    query = query.join(readings, readings.c.article == articles.c.number)
    by_id: dict[str, list[_Kept]] = defaultdict(list)
    for id_, *row in connection.execute(query.order_by(readings.c.number)):
        by_id[id_].append(_Kept(*row))
    for of_article in by_id.values():
        yield from _of_article(of_article)


def _of_article(kept: Iterable[_Kept]) -> Iterator[tuple[int, str | None]]:
    counting: _Kept | None = None
    for each in kept:
        if counting and each.version < counting.version:
            yield each.number, each.recorded_at
            continue
        if counting:
            yield counting.number, each.recorded_at
        counting = each
    if counting:
        yield counting.number, None
