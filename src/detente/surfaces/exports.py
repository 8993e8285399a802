"""Exports: rows of event data, and the ways to write them. docs/exports.md says what every column holds."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, TextIO

from detente.errors import UsageError
from detente.positions import Choice, CodedEvent, Dyad, coded_events, dyads, originals
from detente.record import Record
from detente.surfaces.export_plover import plover
from detente.surfaces.export_polecat import COLUMNS, polecat
from detente.surfaces.json_lines import line

Row = Mapping[str, Any]

FORMATS: dict[str, Callable[[CodedEvent], dict[str, Any]]] = {"plover": plover, "polecat": polecat}
"""The formats of events, by name."""

DYAD_COLUMNS = tuple(field.name for field in fields(Dyad))


def event_rows(
    record: Record, choice: Choice, form: str = "plover", *, all_: bool = False, older: bool = False
) -> Iterator[Row]:
    """Give the events of a record as rows of a format; raise ``UsageError`` for an unknown one.

    POLECAT has no column for what is planned, supposed, denied or told as background: such events are left out unless
    ``all_``. PLOVER's comment says it, so there they are always given.
    """
    if form not in FORMATS:
        raise UsageError(f"found the format {form!r}; expected one of {', '.join(FORMATS)}")
    found = coded_events(record, choice, older=older)
    return (FORMATS[form](event) for event in found if event.happened or all_ or form == "plover")


def dyad_rows(  # noqa: PLR0913
    record: Record,
    choice: Choice,
    by: str = "year",
    *,
    undated: str = "row",
    undirected: bool = False,
    historical: bool = False,
    older: bool = False,
) -> tuple[Row, ...]:
    """Give the dyads of a record as rows; only what happened counts, with ``historical`` also what is background.

    Of the states that are asked for, all pairs are given; other pairs in their events would be counted by halves.
    Raise ``UsageError`` for an unknown period or treatment of undated events.
    """
    told = ("actual", "historical") if historical else ("actual",)
    found = coded_events(record, choice, older=older)
    counted = (event for event in found if event.status in told and not event.negated)
    first = originals(record)
    pairs = dyads(counted, by, record.published(), copies=first, undated=undated, undirected=undirected)
    asked = choice.codes
    return tuple(asdict(pair) for pair in pairs if not asked or pair.iso1 in asked or pair.iso2 in asked)


def write_lines(rows: Iterable[Row], stream: TextIO) -> int:
    """Write one JSON object a line; give how many."""
    many = 0
    for many, row in enumerate(rows, start=1):  # noqa: B007
        stream.write(f"{line(row)}\n")
    return many


def write_table(rows: Iterable[Row], columns: Sequence[str], stream: TextIO, delimiter: str) -> int:
    """Write column names and rows, a line each, quoted as RFC 4180 says where a value needs it; give how many rows."""
    table = csv.DictWriter(stream, columns, delimiter=delimiter, lineterminator="\n")
    table.writeheader()
    many = 0
    for many, row in enumerate(rows, start=1):  # noqa: B007
        table.writerow(row)
    return many


WRITERS: dict[str, Callable[[Iterable[Row], TextIO], int]] = {
    "plover": write_lines,
    "polecat": lambda rows, stream: write_table(rows, tuple(COLUMNS), stream, "\t"),
    "json": write_lines,
    "csv": lambda rows, stream: write_table(rows, DYAD_COLUMNS, stream, ","),
}
"""How the rows of each format are written."""
