"""Looking up one article: by its id, its path or a part of its title; always its newest reading."""

from pathlib import Path

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.moments import NOW, When, shown
from detente.record.tables import articles, readings
from detente.text import fold

_MOST_NAMED = 5


def find_reading(connection: sa.Connection, given: str, when: When = NOW) -> int:
    """Give the number of the newest reading of an article; raise ``UsageError`` where none, or several, are meant."""
    joins = readings.join(articles, articles.c.number == readings.c.article)
    columns = (readings.c.number, articles.c.id, articles.c.source, articles.c.title)
    rows = connection.execute(sa.select(*columns).select_from(joins).where(shown(when)).order_by(articles.c.id)).all()
    path = Path(given).absolute().as_posix()
    words = fold(given)
    for found in (
        [row for row in rows if row.id == given],
        [row for row in rows if row.source == given or row.id == path],
        [row for row in rows if row.title and fold(row.title) == words],
        [row for row in rows if row.title and words and words in fold(row.title)],
    ):
        if len(found) > 1:
            named = "; ".join(f"{row.title or 'no title'} ({row.id})" for row in found[:_MOST_NAMED])
            raise UsageError(f"{given!r} may mean {len(found)} articles: {named}; expected an id, or more of the title")
        if found:
            return int(found[0].number)
    if Path(given).exists():
        raise UsageError(f"{given!r} is not in the record yet; `detente read` reads it")
    raise UsageError(
        f"no article of the record has the id, the path or the title {given!r}; `detente search` finds some"
    )
