"""Comparing two profiles: which features hold of them, and, before any article is looked at, how much they may weigh."""

from collections.abc import Iterator

from detente.positions.features import OF, Company, Feature, Held, Pair, told_apart
from detente.positions.profiles import Profile

_AT_ONCE: dict[Pair, list[Feature]] = {
    pair: [each for each in some if each.holds is not told_apart] for pair, some in OF.items()
}
"""The features that hold or not whatever articles mention both; the one other feature only tells two apart."""


def compare(one: Profile, other: Profile, company: Company) -> Iterator[Held]:
    """Give the features that hold of two profiles; it does not matter which is the first."""
    for feature in OF[_kind(one, other)]:
        if feature.holds(one, other, company):
            yield Held(feature.name, feature.weight, feature.says)


def weigh(one: Profile, other: Profile, company: Company) -> tuple[float, float]:
    """Give the least weight of the features that hold of two whatever articles mention both, and the sum of all."""
    weights = [each.weight for each in _AT_ONCE[_kind(one, other)] if each.holds(one, other, company)]
    return min(weights, default=0.0), round(sum(weights), 2)


def _kind(one: Profile, other: Profile) -> Pair:
    if one.type != "person" or other.type != "person":
        return "others"
    return "full" if one.form.full and other.form.full else "short"
