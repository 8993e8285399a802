"""Which articles may have what is searched, the newest first, so that nobody looks at more of them than needed.

Where few articles have the words, or few are wanted, those are put in order. Where many have them, the articles are
gone through from the newest on: some of the first ones will do.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.record import fulltext
from detente.record.moments import When, shown
from detente.record.portions import portions
from detente.record.tables import article_words, articles, readings
from detente.record.terms import Term

_FEW = 2000
_PORTION = 100
_AT_ONCE = 25


class Candidate(NamedTuple):
    """An article in its version and reading that views show."""

    number: int
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    reading: int
    text: str


def candidates(
    connection: sa.Connection,
    asked: Collection[Term],
    when: When,
    conditions: Sequence[sa.ColumnElement[bool]] = (),
    only: Collection[str] | None = None,
) -> Iterator[Candidate]:
    """Give the articles, with ``text``, whose words are all that is asked; the newest first, then by id.

    ``conditions`` are on articles and readings; ``only`` names the articles that are wanted.
    """
    joined = readings.join(articles, articles.c.number == readings.c.article)
    columns = [articles.c[name] for name in ("number", "id", "title", "outlet", "published")]
    query = sa.select(*columns, readings.c.number.label("reading")).select_from(joined).where(shown(when), *conditions)
    words = [(word, term.open and n == len(term.words)) for term in asked for n, word in enumerate(term.words, 1)]
    numbers = fulltext.having(connection, words, _FEW)
    rows: Iterable[Any]
    if numbers is not None:
        rows = _sorted(connection, query, articles.c.number, sorted(numbers))
    elif only is not None and len(only) <= _FEW:
        rows = _sorted(connection, query, articles.c.id, sorted(only))
    else:
        rows = _from_the_newest(connection, query, asked)
    yield from _with_texts(connection, (row for row in rows if only is None or row.id in only), asked)


def _sorted(connection: sa.Connection, query: sa.Select[Any], column: sa.Column[Any], few: list[Any]) -> list[Any]:
    rows = [row for some in portions(few) for row in connection.execute(query.where(column.in_(some)))]
    rows.sort(key=lambda row: row.id)
    return sorted(rows, key=lambda row: row.published or "", reverse=True)


def _from_the_newest(connection: sa.Connection, query: sa.Select[Any], asked: Collection[Term]) -> Iterator[Any]:
    """Go through the articles that have the words day by day, those of unknown days last; leave those of the query.

    The query comes second, so that databases go through the index of the days and look at few articles.
    """
    having = sa.select(articles.c.number, articles.c.published, articles.c.id).limit(_PORTION)
    having = having.join(article_words, article_words.c.article == articles.c.number)
    having = having.where(*(article_words.c.folded.contains(str(term), autoescape=True) for term in asked))
    dated = having.where(articles.c.published.is_not(None)).order_by(articles.c.published.desc(), articles.c.id)
    rows = connection.execute(dated).all()
    while rows:
        yield from _sorted(connection, query, articles.c.number, [row.number for row in rows])
        last = rows[-1]
        same = sa.and_(articles.c.published == last.published, articles.c.id > last.id)
        later = dated.where(articles.c.published <= last.published, (articles.c.published < last.published) | same)
        rows = connection.execute(later).all() if len(rows) == _PORTION else []
    undated = having.where(articles.c.published.is_(None)).order_by(articles.c.id)
    rows = connection.execute(undated).all()
    while rows:
        yield from _sorted(connection, query, articles.c.number, [row.number for row in rows])
        rows = connection.execute(undated.where(articles.c.id > rows[-1].id)).all() if len(rows) == _PORTION else []


def _with_texts(connection: sa.Connection, rows: Iterator[Any], asked: Collection[Term]) -> Iterator[Candidate]:
    """Leave those that truly have all that is asked, each with its text."""
    texts = sa.select(articles.c.number, articles.c.text, article_words.c.folded)
    texts = texts.join(article_words, article_words.c.article == articles.c.number)
    while some := list(islice(rows, _AT_ONCE)):
        wanted = texts.where(articles.c.number.in_([row.number for row in some]))
        found = {number: (text, folded) for number, text, folded in connection.execute(wanted)}
        for row in some:
            text, folded = found[row.number]
            if all(str(term) in folded for term in asked):
                yield Candidate._make((*row, text))
