"""From the tables of a version before alembic, 1 to 4, to those from which alembic goes on: nothing kept is lost."""

from collections.abc import Callable

import sqlalchemy as sa

from detente.record.migrations.released import about, article_words, articles, judgements
from detente.record.words import searched

BASELINE = "s400"
"""The revision that stands for version 4."""

MIGRATED = "5"
"""The version in ``about`` of a record whose revision stands in alembic's table; older programs refuse it."""

_ADDED = (("articles", "encoding"), ("articles", "encoding_from"), ("failures", "place"))


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


def _hand_over(connection: sa.Connection) -> None:
    """Add the table in which alembic keeps the revision."""
    number = sa.Column("version_num", sa.String(32))
    key = sa.PrimaryKeyConstraint(number, name="alembic_version_key")
    version = sa.Table("alembic_version", sa.MetaData(), number, key)
    version.create(connection)
    connection.execute(version.insert().values(version_num=BASELINE))


UPGRADES: dict[str, tuple[str, Callable[[sa.Connection], None]]] = {
    "1": ("2", _add_encodings),
    "2": ("3", _add_words),
    "3": ("4", _add_judgements),
    "4": (MIGRATED, _hand_over),
}
"""By the version that is found: the version that it becomes, and how."""


def hand_over(connection: sa.Connection, schema: str) -> None:
    """Take the tables of a version before alembic to its first revision, step by step."""
    while schema in UPGRADES:
        schema, step = UPGRADES[schema]
        step(connection)
        connection.execute(about.update().where(about.c.name == "schema").values(value=schema))
