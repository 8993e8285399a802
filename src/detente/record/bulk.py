"""Writing many rows at once: numbered beforehand, so that none need be asked for its number, one statement a table."""

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

Row = tuple[Any, ...]


def reserve(connection: sa.Connection, table: sa.Table, many: int) -> range:
    """Give so many numbers that no row of a table has, in order; asked in the transaction that writes the rows."""
    if not many:
        return range(0)
    if connection.dialect.name == "sqlite":
        last = connection.exec_driver_sql(f"SELECT max(number) FROM {table.name}").scalar() or 0  # noqa: S608 - a table
        return range(last + 1, last + 1 + many)
    of = f"pg_get_serial_sequence('{table.name}', 'number')"
    last = connection.exec_driver_sql(f"SELECT setval({of}, nextval({of}) + {many - 1})").scalar_one()
    return range(last - many + 1, last + 1)


def insert(connection: sa.Connection, table: sa.Table, names: Sequence[str], rows: Collection[Row]) -> None:
    """Write rows, each with the values of the named columns: by one statement made once, or by PostgreSQL's COPY."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        words = f"INSERT INTO {table.name} ({_quoted(names)}) VALUES ({marks})"  # noqa: S608 - names of our own tables
        connection.exec_driver_sql(words, list(rows))
        return
    words = f"COPY {table.name} ({_quoted(names)}) FROM STDIN"
    driver: Any = connection.connection.dbapi_connection
    try:
        with driver.cursor() as cursor, cursor.copy(words) as copy:
            for row in rows:
                copy.write_row(row)
    except driver.Error as error:
        raise DBAPIError(words, None, error) from error


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
