"""Looking up one article: by its id, its path or a part of its title; always its newest reading."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.moments import NOW, RETRACT, When, shown, standing
from detente.record.tables import articles, judgements, readings
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
    if gone := connection.execute(_retracted(given, path)).first():
        said = f"{gone.one_name or gone.one} was retracted by {gone.by}, {gone.judged_at[:10]}: {gone.why}"
        raise UsageError(f"{said}; --known-on DATE shows what was known before")
    raise UsageError(
        f"no article of the record has the id, the path or the title {given!r}; `detente search` finds some"
    )


def _retracted(given: str, path: str) -> sa.Select[Any]:
    """Give the query for the retraction of an article, by its id or title, that stands now."""
    columns = (judgements.c.one, judgements.c.one_name, judgements.c.by, judgements.c.judged_at, judgements.c.why)
    named = judgements.c.one.in_((given, path)) | (judgements.c.one_name == given)
    return sa.select(*columns).where(judgements.c.kind == RETRACT, standing(None), named)
