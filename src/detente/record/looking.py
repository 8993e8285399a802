"""Looking up one article: by its id, its path or file name, or a part of its title; always its newest reading."""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.moments import NOW, RETRACT, When, known, standing
from detente.record.retractions import retracted_since
from detente.record.tables import articles, judgements, readings
from detente.text import Span, fold
from detente.versions import Version

_MOST_NAMED = 5


class Recorded(NamedTuple):
    """When we knew what is shown of an article: the reading, its version of the text, and a retraction.

    ``recorded_at`` and ``superseded_at`` are those of the reading, ``text_recorded_at`` is that of the text, which is
    the ``version``-th of ``versions`` that were known. ``retracted`` is when the article was retracted, where it is
    today; ``erased_at`` when its text was erased. Times are ISO 8601 in UTC, None for what has not been. ``notice``
    is what the version says of itself: *corrected*, *updated*, *withdrawn* or *translated*, with its words.
    """

    recorded_at: str
    superseded_at: str | None
    text_recorded_at: str
    version: int
    versions: int
    read_by: Version
    notice: str | None
    notice_quote: str | None
    retracted: str | None
    erased_at: str | None


def find_reading(connection: sa.Connection, given: str, when: When = NOW) -> int:
    """Give the number of the newest reading of an article; raise ``UsageError`` where none, or several, are meant."""
    joins = readings.join(articles, articles.c.number == readings.c.article)
    columns = (readings.c.number, articles.c.id, articles.c.title)
    query = sa.select(*columns).select_from(joins).where(known(when)).order_by(articles.c.id)
    path = Path(given).absolute().as_posix()
    named = ((articles.c.id == given,), ((articles.c.source == given) | (articles.c.id == path),))
    exact = (connection.execute(query.where(*each)).all() for each in named)
    for found in chain(exact, _filed(connection, query, given), _titled(connection, query, given)):
        if len(found) > 1:
            named_ = "; ".join(f"{row.title or 'no title'} ({row.id})" for row in found[:_MOST_NAMED])
            raise UsageError(
                f"{given!r} may mean {len(found)} articles: {named_}; expected an id, or more of the title"
            )
        if found:
            return int(found[0].number)
    if Path(given).exists():
        raise UsageError(f"{given!r} is not in the record yet; `detente read` reads it")
    if gone := connection.execute(_retracted(given, path)).first():
        said = f"{gone.one_name or gone.one} was retracted by {gone.by}, {gone.judged_at[:10]}: {gone.why}"
        raise UsageError(f"{said}; --known-on DATE shows what was known before")
    raise UsageError(
        f"no article of the record has the id, the path, the file name or the title {given!r}; "
        "`detente search` finds some"
    )


def _filed(connection: sa.Connection, query: sa.Select[Any], given: str) -> Iterator[list[Any]]:
    """Give the articles read from a file of that name, with or without its ending."""
    if given and "/" not in given:
        rows = connection.execute(query.where(articles.c.id.contains(f"/{given}", autoescape=True))).all()
        yield [row for row in rows if given in (PurePosixPath(row.id).name, PurePosixPath(row.id).stem)]


def _titled(connection: sa.Connection, query: sa.Select[Any], given: str) -> Iterator[list[Any]]:
    """Give the articles with a title, and then those with it in their title."""
    words = fold(given)
    rows = [(row, fold(row.title)) for row in connection.execute(query.where(articles.c.title.is_not(None)))]
    yield [row for row, title in rows if title and title == words]
    yield [row for row, title in rows if words and words in title]


def _retracted(given: str, path: str) -> sa.Select[Any]:
    """Give the query for the retraction of an article, by its id or title, that stands now."""
    columns = (judgements.c.one, judgements.c.one_name, judgements.c.by, judgements.c.judged_at, judgements.c.why)
    named = judgements.c.one.in_((given, path)) | (judgements.c.one_name == given)
    return sa.select(*columns).where(judgements.c.kind == RETRACT, standing(None), named)


def find_recorded(connection: sa.Connection, reading: int, when: When = NOW) -> Recorded:
    """Say when a reading was recorded, and of which version of its article it is; of those known at a moment."""
    columns: tuple[sa.ColumnElement[Any], ...] = (
        readings.c.recorded_at,
        readings.c.superseded_at,
        articles.c.number,
        articles.c.id,
        articles.c.erased_at,
    )
    columns += (articles.c.notice, articles.c.notice_span, articles.c.text.label("words"))
    query = sa.select(*columns, articles.c.recorded_at.label("text"), *(readings.c[name] for name in Version._fields))
    row = connection.execute(query.join(articles).where(readings.c.number == reading)).one()
    same = sa.select(articles.c.number).where(articles.c.id == row.id).order_by(articles.c.number)
    if when.known is not None:
        same = same.where(articles.c.recorded_at <= when.known)
    versions = connection.execute(same).scalars().all()
    superseded = row.superseded_at if when.known is None or (row.superseded_at or "") <= when.known else None
    return Recorded(
        recorded_at=row.recorded_at,
        superseded_at=superseded,
        text_recorded_at=row.text,
        version=versions.index(row.number) + 1,
        versions=len(versions),
        read_by=Version(*row[-len(Version._fields) :]),
        notice=row.notice,
        notice_quote=Span(*json.loads(row.notice_span)).of(row.words) if row.notice_span else None,
        retracted=retracted_since(connection, when).get(row.id),
        erased_at=row.erased_at,
    )


def find_versions(connection: sa.Connection, article: str, when: When = NOW) -> list[Recorded]:
    """Give the versions of an article, by its id, that were known at a moment, each by its last reading then."""
    joined = readings.join(articles, articles.c.number == readings.c.article)
    last = sa.select(sa.func.max(readings.c.number)).select_from(joined).where(articles.c.id == article)
    if when.known is not None:
        last = last.where(readings.c.recorded_at <= when.known)
    numbers = connection.execute(last.group_by(articles.c.number).order_by(articles.c.number)).scalars().all()
    return [find_recorded(connection, number, when) for number in numbers]
