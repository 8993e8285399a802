"""Which office of a state makes its holder head of state or head of government: world/heads.csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from detente.lexicon.leaders import tenures_of
from detente.lexicon.own_world import per_world, rows
from detente.text import fold

Rank = Literal["head of state", "head of government"]


@dataclass(frozen=True, slots=True)
class Headship:
    """An office that is a state's highest. ``first`` and ``last`` are the days between which the source lists it so."""

    state: str
    rank: str
    office: str
    first: str
    last: str
    source: str


def rank_of(asked: str) -> str | None:
    """Give the rank that words ask for; None where they name an office.

    >>> rank_of("Head of Government"), rank_of("prime minister")
    ('head of government', None)
    """
    words = " ".join(fold(asked).replace("_", " ").replace("-", " ").split())
    return words if words in get_args(Rank) else None


def headships(state: str, rank: str) -> tuple[Headship, ...]:
    """Give the offices of a rank of a state in the order of their days; none where the directory does not say.

    >>> [each.office for each in headships("DEU", "head of government")]
    ['chancellor']
    """
    return _all().get((state, rank), ())


def offices_of_rank(state: str, rank: str, day: str = "") -> tuple[str, ...]:
    """Give the offices that had a rank on a day, or at any time.

    Before the first listing the first one holds, after the last one the last. Between listings of two offices the
    earlier one holds as long as somebody is known to hold it, the later one as soon as nobody does any more; where
    neither is known, the answer is empty.

    >>> [offices_of_rank("TUR", "head of government", f"{year}-01-01") for year in (2018, 2019)]
    [('prime minister',), ('president',)]
    """
    listed = headships(state, rank)
    if not day or not listed:
        return tuple(dict.fromkeys(each.office for each in listed))
    if now := [each.office for each in listed if each.first <= day <= each.last]:
        return tuple(dict.fromkeys(now))
    before = max((each for each in listed if each.last < day), key=lambda each: each.last, default=None)
    after = min((each for each in listed if each.first > day), key=lambda each: each.first, default=None)
    if before is None or after is None or before.office == after.office:
        nearest = before or after
        return (nearest.office,) if nearest else ()
    return _between(state, before.office, after.office, day)


def _between(state: str, earlier: str, later: str, day: str) -> tuple[str, ...]:
    held = tenures_of(state, earlier)
    if any(each.holds_on(day) for each in held):
        return (earlier,)
    over = held and all(each.until and each.until <= day for each in held)
    return (later,) if over else ()


@per_world
def _all() -> Mapping[tuple[str, str], tuple[Headship, ...]]:
    found: dict[tuple[str, str], list[Headship]] = {}
    for row in rows("heads"):
        first, _, last = row["seen"].partition("/")
        each = Headship(row["state"], row["rank"], row["office"], first, last or first, row["source"])
        found.setdefault((each.state, each.rank), []).append(each)
    return {key: tuple(sorted(some, key=lambda each: (each.first, each.office))) for key, some in found.items()}
