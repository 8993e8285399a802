"""The full-text index: which articles have which words. FTS5 on SQLite, a tsvector under GIN on PostgreSQL.

Both index the same folded words of ``article_words``, cut by us and by nobody else, and both without places: whether
words stand side by side is looked up in the folded text. So both find the same. The index can be made anew at any time;
whoever changes what it holds adds a migration that does so.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from detente.record.tables import article_words, articles, tables
from detente.record.words import searched

LONGEST = 200
"""So many characters of a word PostgreSQL's index keeps."""

_MOST_BYTES = 900_000
"""More words than this a tsvector does not hold; PostgreSQL's index then has none of the article's."""

_MOST_NAMED = 5
_PORTION = 200
_BETWEEN = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
"""What parts words: every ASCII character that is no letter or digit, as FTS5's tokenizer of that name has it."""

_index = sa.table("article_index", sa.column("article"), sa.column("terms"), sa.column("rowid"), sa.column("folded"))

_WORDS = (article_words.c.article, article_words.c.folded)

_SQLITE = """
CREATE VIRTUAL TABLE article_index USING fts5(
    folded, content = 'article_words', content_rowid = 'article', detail = none, tokenize = 'ascii'
)
"""
_POSTGRESQL = """
CREATE TABLE article_index (
    article BIGINT CONSTRAINT article_index_key PRIMARY KEY
        CONSTRAINT article_index_of_articles REFERENCES articles (number),
    terms TSVECTOR
);
CREATE INDEX article_index_by_terms ON article_index USING gin (terms);
CREATE INDEX article_index_without_terms ON article_index (article) WHERE terms IS NULL
"""


@sa.event.listens_for(tables, "after_create")
def _with_tables(_: sa.MetaData, connection: sa.Connection, **__: Any) -> None:
    create(connection)


def create(connection: sa.Connection) -> None:
    """Make the index, empty."""
    connection.exec_driver_sql(_SQLITE if _is_sqlite(connection) else _POSTGRESQL)


def add(connection: sa.Connection, words: Collection[tuple[int, str]]) -> None:
    """Index the folded words of articles, each with its number."""
    if not words:
        return
    if _is_sqlite(connection):
        connection.execute(_index.insert(), [{"rowid": number, "folded": folded} for number, folded in words])
        return
    rows = [{"article": number, "terms": kept if _fits(kept := _kept(folded)) else None} for number, folded in words]
    connection.execute(_ADD, rows)


_ADD = _index.insert().values(
    article=sa.bindparam("article"),
    terms=sa.func.array_to_tsvector(sa.cast(sa.bindparam("terms"), ARRAY(sa.Text))),
)


def replace(connection: sa.Connection, article: int, folded: str) -> None:
    """Give an article other words, for instance none, in ``article_words`` and in the index."""
    mine = article_words.c.article == article
    if _is_sqlite(connection):  # FTS5 takes words out that it is told
        before = connection.execute(sa.select(article_words.c.folded).where(mine)).scalar_one()
        out = "INSERT INTO article_index (article_index, rowid, folded) VALUES ('delete', :article, :folded)"
        connection.execute(sa.text(out), {"article": article, "folded": before})
    else:
        connection.execute(_index.delete().where(_index.c.article == article))
    connection.execute(article_words.update().where(mine).values(folded=folded))
    add(connection, [(article, folded)])


def mend(connection: sa.Connection) -> None:
    """Make the folded words anew from the texts, and the index from them."""
    connection.exec_driver_sql("DROP TABLE article_index")
    connection.execute(article_words.delete())
    texts = sa.select(articles.c.number, articles.c.title, articles.c.text).execution_options(yield_per=_PORTION)
    for number, title, text in connection.execute(texts):
        connection.execute(article_words.insert().values(article=number, folded=searched(title, text)))
    create(connection)
    fill(connection)


def fill(connection: sa.Connection) -> None:
    """Index all articles; the index is empty before."""
    if _is_sqlite(connection):
        connection.exec_driver_sql("INSERT INTO article_index (article_index) VALUES ('rebuild')")
        return
    for some in connection.execute(sa.select(*_WORDS).execution_options(yield_per=_PORTION)).partitions():
        add(connection, [(number, folded) for number, folded in some])


def having(connection: sa.Connection, words: Collection[tuple[str, bool]], most: int) -> list[int] | None:
    """Give the numbers of the articles that may have all the words; None where they are more than ``most``.

    A word comes with whether it is only a beginning. No article that has them all is missing.
    """
    parts = [(tokens(word), is_open) for word, is_open in words]
    asked = sorted({(word, is_open and n == len(some)) for some, is_open in parts for n, word in enumerate(some, 1)})
    if not asked:
        return None
    if _is_sqlite(connection):
        query = " ".join(f'"{word}"{"*" if is_open else ""}' for word, is_open in asked)
        found = sa.select(_index.c.rowid).where(sa.literal_column("article_index").op("MATCH")(query))
        numbers = connection.execute(found.limit(most + 1)).scalars().all()
    else:
        query = " & ".join(
            f"'{word[:LONGEST]}'{':*' if is_open or len(word) > LONGEST else ''}" for word, is_open in asked
        )
        found = sa.select(_index.c.article).where(_index.c.terms.op("@@")(sa.cast(query, TSQUERY))).limit(most + 1)
        unknown = sa.select(_index.c.article).where(_index.c.terms.is_(None)).limit(most + 1)
        numbers = [*connection.execute(found).scalars(), *connection.execute(unknown).scalars()]
    return None if len(numbers) > most else [int(each) for each in numbers]


def faults(connection: sa.Connection) -> Iterator[str]:
    """Say whether the index has other words than ``article_words``."""
    wrong = sorted(set(_of_sqlite(connection) if _is_sqlite(connection) else _of_postgresql(connection)))
    if wrong:
        some = ", ".join(wrong[:_MOST_NAMED])
        step = f"the full-text index is out of step with {len(wrong)} words ({some})"
        yield f"{step}; `detente check --mend` makes it anew"


def _of_sqlite(connection: sa.Connection) -> Iterator[str]:
    """Give the words for which the index names other articles than have them."""
    counted: Counter[str] = Counter()
    summed: Counter[str] = Counter()
    for article, folded in connection.execute(sa.select(*_WORDS)):
        for word in set(tokens(folded)):
            counted[word] += 1
            summed[word] += article
    connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab(main, article_index, instance)")
    try:
        there = "SELECT term, count(*), sum(doc) FROM temp.indexed GROUP BY term"
        for word, count, total in connection.exec_driver_sql(there):
            if (counted.pop(word, 0), summed[word]) != (count, total):
                yield word
    finally:
        connection.exec_driver_sql("DROP TABLE temp.indexed")
    yield from counted


def _of_postgresql(connection: sa.Connection) -> Iterator[str]:
    joined = sa.outerjoin(article_words, _index, _index.c.article == article_words.c.article)
    columns = (article_words.c.folded, _index.c.article, sa.func.tsvector_to_array(_index.c.terms))
    query = sa.select(*columns).select_from(joined).execution_options(yield_per=_PORTION)
    for folded, there, terms in connection.execute(query):
        words = _kept(folded)
        if there is None or terms is not None:
            yield from set(terms or ()).symmetric_difference(words)
        elif _fits(words):
            yield from words


def _kept(folded: str) -> list[str]:
    return sorted({word[:LONGEST] for word in tokens(folded)})


def _fits(words: Collection[str]) -> bool:
    return sum(len(word.encode()) for word in words) <= _MOST_BYTES


def tokens(folded: str) -> list[str]:
    """Give the words as both indexes have them.

    >>> tokens(" the lima group ")
    ['the', 'lima', 'group']
    """
    return [word for word in _BETWEEN.split(folded) if word]


def _is_sqlite(connection: sa.Connection) -> bool:
    return connection.dialect.name == "sqlite"
