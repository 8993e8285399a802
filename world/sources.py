"""What the tables are built from: the shared facts, our own facts, and the codes of states."""

import csv
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from detente.lexicon import names, words
from detente.lexicon.own_world import shipped

ROOT = Path(__file__).parent.parent
TABLES = ROOT / "src/detente/lexicon/world"
SHARED = Path(os.environ.get("DETENTE_SHARED", ROOT.parent / "shared"))
FACTS = Path(__file__).parent / "facts"
FACTBOOK_LAST = "2026-01-22"
"""The last day on which the Factbook changed; it was put out unchanged afterwards and says nothing of later days."""
Row = dict[str, str]


def shared(file: str) -> list[Row]:
    """Read one file of the shared facts."""
    with (SHARED / "world" / file).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def facts(file: str) -> list[Row]:
    """Read one file of our own facts; lines that start with ``#`` explain it."""
    lines = (FACTS / file).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def table(name: str) -> tuple[Row, ...]:
    """Read a table of the directory as it is shipped."""
    return shipped(name)


def code(country: str) -> str | None:
    """Give the code of a country by any of its names."""
    found = names().get(words(country.removeprefix("The ")), ())
    return next((name.known.id for name in found if name.known.type == "state" and name.use == "name"), None)


def factbook(file: str) -> Iterator[tuple[str, Row]]:
    """Give the rows of a Factbook file, each with the id of the state or bloc that it is of."""
    for row in shared(file):
        if actor := _countries().get(row["gec"]) or code(row["country"]):
            yield actor, row


@cache
def _countries() -> dict[str, str]:
    """Give those countries that the Factbook's own codes tell better than its names."""
    return {row["gec"]: row["id"] for row in facts("factbook_countries.csv")}
