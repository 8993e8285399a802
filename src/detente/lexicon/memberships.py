"""Which state belongs to which organisation, since when and until when: world/memberships.csv.

Rows tell what happened, not what ought to be. The day on which a source first lists a member is no day of joining.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from detente.dates import first_day, last_day
from detente.lexicon.own_world import per_world, rows


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's or bloc's standing in an organisation. Dates are EDTF, empty where unknown.

    ``status`` is ``member``, ``observer``, ``suspended``, ... in the source's words; ``seen`` the first and last day
    on which the source lists it.
    """

    state: str
    organisation: str
    status: str
    since: str
    seen: str
    until: str
    source: str

    def holds_on(self, day: str) -> bool | None:
        """Say whether it is known to hold on a day; None where it is not known."""
        first, _, last = self.seen.partition("/")
        begins = min((each for each in (last_day(self.since), first) if each), default="")
        if (self.since and day < first_day(self.since)) or (self.until and day > last_day(self.until)):
            return False
        if begins and begins <= day and (day <= first_day(self.until) if self.until else self.since or day <= last):
            return True
        return None


@per_world
def memberships() -> Mapping[str, tuple[Membership, ...]]:
    """Give the memberships by organisation.

    >>> [each.until for each in memberships()["bloc/lima-group"] if each.state == "ARG"]
    ['2021-03-24']
    """
    found: dict[str, list[Membership]] = {}
    for row in rows("memberships"):
        found.setdefault(row["organisation"], []).append(Membership(**row))
    return {organisation: tuple(some) for organisation, some in found.items()}


@per_world
def memberships_of(state: str) -> tuple[Membership, ...]:
    """Give the memberships of one state or bloc."""
    return tuple(each for some in memberships().values() for each in some if each.state == state)
