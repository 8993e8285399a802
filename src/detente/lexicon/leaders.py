"""Heads of state and government and foreign ministers with their tenures: world/leaders.csv."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from detente.dates import first_day, last_day
from detente.lexicon.own_world import own_rows, per_world, rows
from detente.text import fold

_DAY = len("2021-08-05")
_NUMBER = re.compile(r"[IVX]+")
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Leader:
    """One tenure. ``family`` and ``given`` are folded words; the dates are EDTF, empty where unknown.

    ``mark`` is ``acting``, ``contested`` (the government is), ``joint`` (several hold the office together) or empty;
    ``source`` says where the tenure can be checked; ``own`` is set where the row is the user's.
    """

    name: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    office: str
    state: str
    since: str
    first_seen: str
    last_seen: str
    until: str
    mark: str = ""
    source: str = ""
    own: bool = False

    @property
    def usual(self) -> str:
        """The name as it is printed, not in capitals.

        >>> tenures_of("PER", "foreign minister")[0].usual
        'Eda Rivas'
        """
        return _PART.sub(_in_small, self.name)

    def holds_on(self, day: str) -> bool:
        """Say whether the tenure is known to cover a day: of a month that is all we know, its last day does."""
        begins = min(filter(None, (last_day(self.since), self.first_seen)))
        return begins <= day and (day < first_day(self.until) if self.until else day <= self.last_seen)


@per_world
def tenures() -> tuple[Leader, ...]:
    """Give all tenures, in the order of the file."""
    own = own_rows("leaders")
    return tuple(_tenure(row, own=row in own) for row in rows("leaders"))


def _in_small(part: re.Match[str]) -> str:
    """Write a part of a family name as usual; initials and the numbers of monarchs stay."""
    is_family = part[0].isupper() and len(part[0]) > 1 and not _NUMBER.fullmatch(part[0])
    return part[0].capitalize() if is_family else part[0]


def _tenure(row: dict[str, str], *, own: bool) -> Leader:
    parts = row["name"].replace("-", " ").split()
    family = tuple(fold(part) for part in parts if part.isupper() and len(part.strip(".")) > 1)
    given = tuple(fold(part) for part in parts if fold(part) not in family)
    first, _, last = row["seen"].partition("/")
    facts = (row["office"], row["state"], row["since"], first, last or first, row["until"], row["mark"], row["source"])
    return Leader(row["name"], given, family, *facts, own=own)


@per_world
def leaders() -> Mapping[str, tuple[Leader, ...]]:
    """Give the tenures by the last word of the family name."""
    found: dict[str, list[Leader]] = {}
    for leader in tenures():
        if leader.family:
            found.setdefault(leader.family[-1], []).append(leader)
    return {word: tuple(each) for word, each in found.items()}


def leaders_on(state: str, office: str, day: str) -> tuple[Leader, ...]:
    """Give those who are known to have held an office of a state on a day, a whole date.

    >>> [leader.family for leader in leaders_on("USA", "president", "2021-08-05")]
    [('biden',)]
    """
    return tuple(each for each in tenures_of(state, office) if len(day) == _DAY and each.holds_on(day))


def tenures_of(state: str, office: str) -> tuple[Leader, ...]:
    """Give all known tenures of an office of a state, each with its source.

    >>> [(leader.name, leader.since) for leader in tenures_of("PER", "foreign minister") if leader.since > "2025"]
    [('Hugo DE ZELA', '2025-10-14')]
    """
    return _by_office().get((state, office), ())


@per_world
def _by_office() -> Mapping[tuple[str, str], tuple[Leader, ...]]:
    found: dict[tuple[str, str], dict[Leader, None]] = {}
    for leader in tenures():
        found.setdefault((leader.state, leader.office), {}).setdefault(leader)
    return {key: tuple(each) for key, each in found.items()}
