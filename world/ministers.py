"""Foreign ministers, for ``leaders.csv``: written down by hand, and those that Wikidata knew in January 2023."""

import re
from collections.abc import Iterator
from itertools import groupby

from detente.dates import first_day, last_day
from world.leaders import dated, family
from world.sources import Row, code, facts, shared

OFFICE = "foreign minister"
LISTED = ("2023-01-01", "2023-01-31")
SOURCE = "Government of {state}, list of ministers of foreign affairs; {begins}"


def ministers() -> list[Row]:
    """Give the rows of the table that are of foreign ministers."""
    rows = [row | {"office": OFFICE} for row in facts("foreign_ministers.csv")]
    by_hand = [row for _, some in groupby(rows, key=lambda row: row["state"]) for row in dated(list(some), SOURCE)]
    by_state: dict[str, list[Row]] = {}
    for row in by_hand:
        by_state.setdefault(row["state"], []).append(row)
    found = []
    for listed in wikidata():
        same = next((row for row in by_state.get(listed["state"], ()) if _is_same(row, listed)), None)
        if same is not None:
            _made_exact(same, listed)
        elif listed["state"] not in by_state:
            found.append(listed)
    return [*by_hand, *found]


def wikidata() -> Iterator[Row]:
    """Give the foreign ministers whom Wikidata knew in January 2023."""
    for row in shared("foreign_ministers_2023.csv"):
        state = code(row["countryLabel"])
        if row["name"] and state and not re.match(r"Q\d", row["name"]):
            *given, last = row["name"].removeprefix("Dr. ").split()
            seen = "/".join(LISTED)
            told = f"Wikidata {row['person']} (CC0), https://www.wikidata.org/wiki/{row['person']}"
            tenure = {"since": row["start"][:10], "seen": seen, "until": "", "mark": "", "source": told}
            yield {"name": " ".join((*given, last.upper())), "office": OFFICE, "state": state, **tenure}


def _is_same(row: Row, listed: Row) -> bool:
    """Say whether a tenure covers January 2023 and is of the same person."""
    until = first_day(row["until"]) or "9999"
    return last_day(row["since"]) < LISTED[0] < until and bool(family(row["name"]) & family(listed["name"].upper()))


def _made_exact(row: Row, listed: Row) -> None:
    """Take the day from Wikidata where we know the month or year in which it lies; name both sources."""
    since = listed["since"]
    if since.startswith(row["since"]):
        row |= {"since": since, "seen": f"{since}/{row['seen'].split('/')[1]}"}
        row["source"] = re.sub(r"appointment [\d-]+", f"appointment {since}", row["source"]) + f"; {listed['source']}"
