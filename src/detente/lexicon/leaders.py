"""Heads of state and government and foreign ministers with their tenures: world/leaders.csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.lexicon.load import read_csv
from detente.text import fold

_DAY = len("2021-08-05")


@dataclass(frozen=True, slots=True)
class Leader:
    """One tenure. ``family`` and ``given`` are folded words; the days are ISO 8601, empty where unknown."""

    name: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    office: str
    state: str
    since: str
    first_seen: str
    last_seen: str
    until: str

    def holds_on(self, day: str) -> bool:
        """Say whether the tenure is known to cover a day."""
        begins = min(filter(None, (self.since, self.first_seen)))
        return begins <= day and (day < self.until if self.until else day <= self.last_seen)


@cache
def leaders() -> Mapping[str, tuple[Leader, ...]]:
    """Give the tenures by the last word of the family name."""
    found: dict[str, list[Leader]] = {}
    for row in read_csv("world/leaders.csv"):
        parts = row["name"].replace("-", " ").split()
        family = tuple(fold(part) for part in parts if part.isupper() and len(part.strip(".")) > 1)
        given = tuple(fold(part) for part in parts if fold(part) not in family)
        first, last = row["seen"].split("/")
        leader = Leader(
            row["name"], given, family, row["office"], row["state"], row["since"], first, last, row["until"]
        )
        if family:
            found.setdefault(family[-1], []).append(leader)
    return {word: tuple(each) for word, each in found.items()}


def leaders_on(state: str, office: str, day: str) -> tuple[Leader, ...]:
    """Give those who are known to have held an office of a state on a day, a whole date.

    >>> [leader.family for leader in leaders_on("USA", "president", "2021-08-05")]
    [('biden',)]
    """
    return tuple(each for each in _by_office().get((state, office), ()) if len(day) == _DAY and each.holds_on(day))


@cache
def _by_office() -> Mapping[tuple[str, str], tuple[Leader, ...]]:
    found: dict[tuple[str, str], dict[Leader, None]] = {}
    for some in leaders().values():
        for leader in some:
            found.setdefault((leader.state, leader.office), {}).setdefault(leader)
    return {key: tuple(each) for key, each in found.items()}
