"""Asking for many values at once: all of them go to the database as one, however many they are."""

import json
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa


def among(connection: sa.Connection, column: sa.ColumnElement[Any], values: Collection[Any]) -> sa.ColumnElement[bool]:
    """Give the condition that a column has one of some values, numbers or texts."""
    some = sorted(values)
    if connection.dialect.name == "sqlite":
        each = sa.func.json_each(json.dumps(some)).table_valued("value")
        return column.in_(sa.select(each.c.value))
    return column == sa.any_(sa.literal(some, sa.ARRAY(column.type)))
