"""From the tables of an earlier version to those of this one: nothing that is kept is lost."""

from collections.abc import Callable

import sqlalchemy as sa

from detente.record.superseding import superseding
from detente.record.tables import SCHEMA, about, article_words, articles, judgements, readings
from detente.record.words import searched

_ADDED = (("articles", "encoding"), ("articles", "encoding_from"), ("failures", "place"))

_CLOCKS = (
    ("readings", "superseded_at"),
    ("articles", "erased_at"),
    *(("judgements", column) for column in ("claim_kind", "claim", "field", "value")),
)


def _add_encodings(connection: sa.Connection) -> None:
    """Add what is kept of how a text was decoded, and where a failure can be read again; unknown for what is there."""
    for table, column in _ADDED:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column} TEXT")


def _add_words(connection: sa.Connection) -> None:
    """Give every article its folded words, by which searching finds it."""
    article_words.create(connection, checkfirst=True)
    for row in connection.execute(sa.select(articles.c.number, articles.c.title, articles.c.text)).all():
        folded = searched(row.title, row.text)
        connection.execute(article_words.insert().values(article=row.number, folded=folded))


def _add_judgements(connection: sa.Connection) -> None:
    """Add the table of judgements, empty."""
    judgements.create(connection, checkfirst=True)


def _add_clocks(connection: sa.Connection) -> None:
    """Add when readings were superseded, what is judged of claims, and what is erased."""
    for table, column in _CLOCKS:
        if column in {each["name"] for each in sa.inspect(connection).get_columns(table)}:
            continue
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column} TEXT")
    for number, at in superseding(connection):
        connection.execute(readings.update().where(readings.c.number == number).values(superseded_at=at))


UPGRADES: dict[str, tuple[str, Callable[[sa.Connection], None]]] = {
    "1": ("2", _add_encodings),
    "2": ("3", _add_words),
    "3": ("4", _add_judgements),
    "4": ("5", _add_clocks),
}
"""By the version that is found: the version that it becomes, and how."""


def upgrade(connection: sa.Connection) -> str | None:
    """Take the tables to the present version, step by step; give the version that is reached."""
    kept = sa.select(about.c.value).where(about.c.name == "schema")
    schema: str | None = connection.execute(kept).scalar()
    while schema in UPGRADES and schema != SCHEMA:
        schema, step = UPGRADES[schema]
        step(connection)
        connection.execute(about.update().where(about.c.name == "schema").values(value=schema))
    return schema
