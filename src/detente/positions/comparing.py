"""Comparing two profiles: which features hold of them, first those that hold whatever articles mention both."""

from functools import lru_cache
from typing import NamedTuple

from detente.positions.features import CONFLICT, FEATURES, OF, UNDECIDED, Company, Held, Pair, told_apart
from detente.positions.profiles import Profile

_AT_ONCE = {
    pair: [(1 << FEATURES.index(each), each) for each in some if each.holds is not told_apart]
    for pair, some in OF.items()
}
_APART = 1 << next(n for n, each in enumerate(FEATURES) if each.holds is told_apart)


class Likely(NamedTuple):
    """Two profiles, by their places, and the features that hold of them, one bit each in the order of ``FEATURES``."""

    one: int
    other: int
    features: int


def compare(one: Profile, other: Profile, company: Company) -> tuple[Held, ...]:
    """Give the features that hold of two profiles; it does not matter which is the first."""
    return held(with_articles(one, other, weigh(one, other, company)))


def weigh(one: Profile, other: Profile, company: Company) -> int:
    """Give the features that hold of two whatever articles mention both, one bit each."""
    return sum(bit for bit, each in _AT_ONCE[_kind(one, other)] if each.holds(one, other, company))


def may_matter(features: int) -> bool:
    """Say whether two of whom these features hold are alike enough, or kept apart, where no article mentions both."""
    found = held(features)
    return round(sum(each.weight for each in found), 2) >= UNDECIDED or any(each.weight <= CONFLICT for each in found)


def with_articles(one: Profile, other: Profile, features: int) -> int:
    """Give the features with that which tells two apart whom one article mentions as two."""
    return features | _APART if told_apart(one, other, _NOBODY) else features


@lru_cache(maxsize=10_000)
def held(features: int) -> tuple[Held, ...]:
    """Give the features of which each has a bit, in their order."""
    return tuple(Held(each.name, each.weight, each.says) for n, each in enumerate(FEATURES) if features >> n & 1)


_NOBODY = Company({})


def _kind(one: Profile, other: Profile) -> Pair:
    if one.type != "person" or other.type != "person":
        return "others"
    return "full" if one.form.full and other.form.full else "short"
