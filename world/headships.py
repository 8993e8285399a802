"""``heads.csv``: which office of a state the Factbook lists as its chief of state or its head of government.

What is written down by hand, from constitutions, takes the place of its listings where they contradict each other.
"""

from collections.abc import Iterator
from itertools import groupby

from detente.lexicon import offices
from world.leaders import DAY, OFFICES, TERRITORIES, parted
from world.sources import FACTBOOK_LAST, Row, factbook, facts

RANKS = {"chief of state": "head of state", "head of government": "head of government"}
DEPUTIES = ("vice president", "governor-general")
"""Those whom the source lists beside the head, not as the head."""


GROUP = ("state", "rank", "office")
FIRST = "2014-01-01"
"""The first day of which the directory tells."""


def headships() -> list[Row]:
    """Give all rows of the table; listings of one office without another one in between are one row."""
    by_hand = list(_by_hand())
    known = {(row["state"], row["rank"]) for row in by_hand}
    listed = [row for row in _listed() if (row["state"], row["rank"]) not in known]
    highest = {row["state"] for row in listed if _is_head_of_state(row)}
    kept = [
        row for row in listed if row["rank"] != "head of state" or _is_head_of_state(row) or row["state"] not in highest
    ]
    kept.sort(key=lambda row: (row["state"], row["rank"], row["seen"], row["office"]))
    joined = [_joined(list(some)) for _, some in groupby(kept, key=lambda row: [row[name] for name in GROUP])]
    return sorted((*joined, *by_hand), key=lambda row: (row["state"], row["rank"], row["seen"]))


def _is_head_of_state(row: Row) -> bool:
    """Say whether the listing is of a head of state by title too; a prime minister is listed beside him at times."""
    return row["rank"] == "head of state" and offices("en")[row["office"]].kind == "head-of-state"


def _by_hand() -> Iterator[Row]:
    as_of = facts("as_of.csv")[0]["day"]
    for row in facts("ranks.csv"):
        told = f"{row['state']}: {row['law']}"
        seen = f"{row['since'] or FIRST}/{row['until'] or as_of}"
        yield {**{name: row[name] for name in GROUP}, "seen": seen, "source": told}


def _listed() -> Iterator[Row]:
    for state, row in factbook("factbook_leaders.csv"):
        if row["role"] not in RANKS or state in TERRITORIES or row["first_seen"] > FACTBOOK_LAST:
            continue
        title, name = parted(row["title_and_name"])
        if name and OFFICES[title] not in DEPUTIES:
            told = f"CIA World Factbook, {row['country'] or state}: {row['role']}"
            seen = f"{row['first_seen']}/{min(row['last_seen'], FACTBOOK_LAST)}"
            yield {
                "state": state, "rank": RANKS[row["role"]], "office": OFFICES[title], "seen": seen, "source": told,
            }  # fmt: skip


def _joined(some: list[Row]) -> Row:
    days = sorted("/".join(row["seen"] for row in some).split("/"))
    seen = f"{days[0]}/{days[-1][:DAY]}"
    return {**some[0], "seen": seen, "source": f"{some[0]['source']}, listed {seen}"}
