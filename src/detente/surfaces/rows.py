"""Views as tables: which columns each has, and its rows as CSV (RFC 4180, a line of names first)."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TextIO

_MANY = "; "

Row = Mapping[str, Any]


class Table(NamedTuple):
    """The names of the columns, and what makes rows of a result."""

    columns: tuple[str, ...]
    rows: Callable[[Any], Iterator[Row]]


def write(table: Table, found: Any, stream: TextIO) -> None:
    """Write a result as CSV; several values of one column are parted by ``; ``."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(table.columns)
    for row in table.rows(found):
        rows.writerow([_cell(row[name]) for name in table.columns])


def _cell(value: Any) -> str:
    if isinstance(value, tuple | list):
        return _MANY.join(str(each) for each in value)
    return "" if value is None else str(value)


def _changes(found: Sequence[Any]) -> Iterator[Row]:
    for each in found:
        side = each.polarity or (None, None)
        offices = [
            f"{office.office}: {', '.join(office.before)} > {', '.join(office.after)}" for office in each.offices
        ]
        yield {
            **_fields(each, ("holder", "name", "object", "issue", "about", "kinds", "shape", "when", "reported", "by")),
            **_fields(each, ("before", "after", "reason", "outlets", "articles")),
            "from": side[0],
            "to": side[1],
            "offices": offices,
            "events": len(each.events),
        }


def _pledges(found: Sequence[Any]) -> Iterator[Row]:
    names = (
        "by",
        "name",
        "to",
        "to_names",
        "issue",
        "text",
        "due",
        "said",
        "reported",
        "through",
        "outlets",
        "articles",
        "overdue",
    )
    for each in found:
        yield {**_fields(each, names), "later": [f"{one.day or ''} {one.kind}: {one.quote}" for one in each.later]}


def _contradictions(found: Sequence[Any]) -> Iterator[Row]:
    for n, each in enumerate(found, 1):
        for said in each.says:
            ours = _fields(each, ("about", "holder", "object", "first", "last"))
            yield {"number": n, **ours, **_fields(said, ("side", "name", "quote", "outlet", "article", "reported"))}


def _positions(found: Any) -> Iterator[Row]:
    for each in found.positions if hasattr(found, "positions") else (found,):
        statements = [one for spell in each.spells for one in spell.statements]
        last = max(statements, key=lambda one: one.order(), default=None)
        yield {
            **_fields(each, ("holder", "name", "object", "on", "status", "polarity", "since", "until")),
            "confidence": max((spell.confidence for spell in each.spells), default=None),
            "statements": len(statements),
            "quote": last.quote if last else None,
            "outlet": last.outlet if last else None,
            "article": last.article if last else None,
            "coverage": each.coverage.articles,
        }


def _fields(found: Any, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(found, name) for name in names}


CHANGES = Table(
    (
        *("holder", "name", "object", "issue", "about", "kinds", "shape", "from", "to", "when", "reported", "by"),
        *("before", "after", "reason", "offices", "events", "outlets", "articles"),
    ),
    _changes,
)
PLEDGES = Table(
    (
        "by",
        "name",
        "to",
        "to_names",
        "issue",
        "text",
        "due",
        "overdue",
        "said",
        "reported",
        "through",
        "outlets",
        "articles",
        "later",
    ),
    _pledges,
)
CONTRADICTIONS = Table(
    ("number", "about", "holder", "object", "first", "last", "side", "name", "quote", "outlet", "article", "reported"),
    _contradictions,
)
POSITIONS = Table(
    (
        *("holder", "name", "object", "on", "status", "polarity", "since", "until", "confidence", "statements"),
        *("quote", "outlet", "article", "coverage"),
    ),
    _positions,
)
