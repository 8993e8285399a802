"""The course of a relation as a table: a row a period, for statistics. docs/exports.md says what every column holds."""

import csv
import io
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import click

from detente.positions import Coverage, Relations, Stretch
from detente.surfaces.text import clean

_NESTED = ("coverage", "deeds", "words")
COLUMNS = ("one", "other", *(each.name for each in fields(Stretch) if each.name not in _NESTED), "part", "outlets")


def relation_rows(found: Relations) -> Iterator[dict[str, Any]]:
    """Give a row for each period, the undated last; ``part`` numbers the stretches between change points, from 1.

    ``part`` is None where no change points were sought, and for what is undated.
    """
    starts = [each.when.partition("/")[2] for each in found.breaks or ()]
    for each in (*found.periods, *filter(None, [found.undated])):
        row = {name: getattr(each, name) for name in COLUMNS if hasattr(each, name)}
        is_part = found.breaks is not None and each is not found.undated
        part = 1 + sum(start <= each.period for start in starts) if is_part else None
        outlets = "; ".join(map(_outlet, each.coverage))
        yield {"one": found.one.id, "other": found.other.id} | row | {"part": part, "outlets": outlets}


def _outlet(each: Coverage) -> str:
    """Say what was read of an outlet: articles/either/both, then its name.

    >>> _outlet(Coverage("2021-08", "Our desk", 7, 3, 1))
    '7/3/1 Our desk'
    """
    return f"{each.articles}/{each.either}/{each.both} {clean(each.outlet or 'unknown outlet').replace(';', ',')}"


def write_relations(found: Relations) -> None:
    """Print the rows as CSV (RFC 4180)."""
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(relation_rows(found))
    click.echo(written.getvalue(), nl=False)
