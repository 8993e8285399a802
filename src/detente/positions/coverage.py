"""Coverage: how much was read of each outlet and period that mentions certain sides, so that silence can be weighed.

A side is mentioned with those who speak for it, as in ``happenings``. Copies count, each for its outlet. An article
stands in the period of its publication; events that it tells may lie in another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from detente.errors import UsageError
from detente.positions.dyads import LENGTH, UNDATED, Period
from detente.positions.identified import Identified, identified
from detente.positions.naming import Directory
from detente.record import Appeared, Record

_LAST = "\uffff"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read of one outlet in one period: articles, those that mention either side, those that mention both.

    ``period`` is a day, month or year, or "undated"; ``outlet`` None where nobody knows it. Of a single side, either
    and both are the same.
    """

    period: str
    outlet: str | None
    articles: int
    either: int
    both: int


def coverage(record: Record, sides: Sequence[str], by: str = "month") -> tuple[Coverage, ...]:
    """Count what was read by period and outlet, in this order, with articles only; sides are ids of identities.

    Raise ``UsageError`` for another period than day, month or year.
    """
    if by not in get_args(Period):
        raise UsageError(f"found the period {by!r}; expected one of {', '.join(get_args(Period))}")
    seen = identified(record)
    mentioning = [_readings(seen, side) for side in sides]
    either = frozenset[int]().union(*mentioning)
    both = frozenset.intersection(*mentioning) if mentioning else either
    counts = [_by_period(record.appeared(some), by) for some in (None, either, both)]
    return tuple(
        Coverage(period, outlet, *(count.get((period, outlet), 0) for count in counts))
        for period, outlet in sorted(counts[0], key=lambda key: (key[0], key[1] or _LAST))
    )


def _readings(seen: Identified, side: str) -> frozenset[int]:
    """Give the readings of the articles that mention a side, or one who speaks for it."""
    wanted = Directory.of(seen).with_envoys(side)
    whole = seen.identities
    mine = [profile for profile in whole.profiles if whole.of_profile(profile) in wanted]
    whole.roster.prepare(mine)
    return frozenset[int]().union(*(profile.readings for profile in mine))


def _by_period(appeared: Mapping[Appeared, int], by: str) -> Mapping[tuple[str, str | None], int]:
    found: dict[tuple[str, str | None], int] = defaultdict(int)
    for (outlet, day), many in appeared.items():
        found[day[: LENGTH[by]] if day else UNDATED, outlet] += many
    return found


def over_outlets(found: Iterable[Coverage]) -> Mapping[str, Coverage]:
    """Give the coverage of each period over all outlets."""
    periods: dict[str, list[Coverage]] = defaultdict(list)
    for each in found:
        periods[each.period].append(each)
    return {period: Coverage(period, None, *_sums(some)) for period, some in periods.items()}


def _sums(some: Collection[Coverage]) -> tuple[int, int, int]:
    return sum(each.articles for each in some), sum(each.either for each in some), sum(each.both for each in some)
