"""The tables of the directory: which columns each file has, what may stand in them, and which rows mean the same."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from detente.dates import bounds, is_edtf
from detente.lexicon.offices import offices

Row = dict[str, str]
_ENGLISH = "en"  # offices have English names, whatever the language of a text


@dataclass(frozen=True, slots=True)
class Table:
    """One file. Rows of one ``key`` belong together: a user's rows replace all shipped ones of the same key.

    ``refers`` names for a column the tables in one of which its ids must stand.
    """

    columns: tuple[str, ...]
    key: tuple[str, ...] = ("id",)
    required: tuple[str, ...] = ("id", "name", "source")
    dates: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Problem(NamedTuple):
    """What is wrong with one value."""

    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.column}: found {self.found!r}; expected {self.expected}"


_TYPES = ("bloc", "government", "party", "organisation", "group")
_STATE = {"state": ("states",)}
_ABROAD = Table(("id", "name", "aliases", "adjectives", "people", "capitals", "source"), refers={"id": ("states",)})
_BODIES = Table(
    ("id", "type", "name", "aliases", "represents", "founded", "dissolved", "source"),
    required=("id", "type", "name", "source"),
    dates=("founded", "dissolved"),
    choices={"type": _TYPES},
    refers={"represents": ("states", "organisations")},
)

TABLES: Mapping[str, Table] = {
    "states": Table(
        ("id", "cow", "name", "aliases", "adjectives", "people", "capitals", "regions", "since", "until", "source"),
        dates=("since", "until"),
    ),
    "former_names": Table(
        ("id", "name", "adjectives", "people", "since", "until", "source"),
        key=("id", "name"),
        dates=("since", "until"),
        refers={"id": ("states",)},
    ),
    "names.es": _ABROAD,
    "names.fr": _ABROAD,
    "organisations": _BODIES,
    "bodies": _BODIES,
    "memberships": Table(
        ("state", "organisation", "status", "since", "seen", "until", "source"),
        key=("state", "organisation"),
        required=("state", "organisation", "status", "source"),
        dates=("since", "seen", "until"),
        refers={"state": ("states", "organisations"), "organisation": ("organisations",)},
    ),
    "seats": Table(
        ("id", "name", "aliases", "represents", "seat_of", "reading", "yes", "no", "source"),
        key=("id", "name"),
        required=("id", "name", "represents", "reading", "source"),
        choices={"reading": ("plain", "context")},
        refers={"represents": ("states", "organisations")},
    ),
    "outlets": Table(("id", "name", "aliases", "state", "source"), refers=_STATE),
    "places": Table(("id", "name", "aliases", "adjectives", "state", "source"), refers=_STATE),
    "leaders": Table(
        ("name", "office", "state", "since", "seen", "until", "mark", "source"),
        key=("name", "office", "state"),
        required=("name", "office", "state", "source"),
        dates=("since", "seen", "until"),
        choices={"mark": ("acting", "contested", "joint")},
        refers=_STATE,
    ),
    "heads": Table(
        ("state", "rank", "office", "seen", "source"),
        key=("state", "rank"),
        required=("state", "rank", "office", "seen", "source"),
        dates=("seen",),
        choices={"rank": ("head of state", "head of government")},
        refers=_STATE,
    ),
}


def problems(table: Table, row: Row, ids: Callable[[str], frozenset[str]]) -> Iterator[Problem]:
    """Give what is wrong with the values of a row; ``ids`` gives the ids that a table knows."""
    for column in table.required:
        if not row[column].strip():
            yield Problem(column, "", "something")
    for column, allowed in table.choices.items():
        if row[column] and row[column] not in allowed:
            yield Problem(column, row[column], f"one of {', '.join(allowed)}")
    for column in table.dates:
        if row[column] and not is_edtf(row[column]):
            yield Problem(column, row[column], "a date such as 2021, 2021-08 or 2021-08-05, or two with a slash")
    for column, tables in table.refers.items():
        if row[column] and not any(row[column] in ids(each) for each in tables):
            yield Problem(column, row[column], f"an id of {' or '.join(tables)}")
    yield from _order(row, table.dates[0], table.dates[-1]) if table.dates else ()
    yield from _holder(row) if "name" in table.columns and "office" in table.columns else ()
    yield from _office(row) if "office" in table.columns else ()


def _order(row: Row, begins: str, ends: str) -> Iterator[Problem]:
    since, until = row[begins], row[ends]
    if since and until and is_edtf(since) and is_edtf(until) and bounds(since).first > bounds(until).last:
        yield Problem(ends, until, f"nothing before {begins}, {since}")


def _holder(row: Row) -> Iterator[Problem]:
    if not any(len(word) > 1 and word.isupper() for word in row["name"].replace("-", " ").split()):
        yield Problem("name", row["name"], "a family name in capitals, as in Héctor BÉJAR")
    if not row["since"] and not row["seen"]:
        yield Problem("since", "", "a date here or in seen")


def _office(row: Row) -> Iterator[Problem]:
    if row["office"] not in offices(_ENGLISH):
        yield Problem("office", row["office"], "an office of office_titles.yaml, such as foreign minister")
