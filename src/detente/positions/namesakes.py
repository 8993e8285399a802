"""Namesakes: two who bear one name and surely are two."""

from detente.positions.features import Company, bodies_of_different_states, given_names_conflict
from detente.positions.profiles import Profile

_NOBODY = Company({})


def are_namesakes(one: Profile, other: Profile) -> bool:
    """Say whether two have one name and surely are two: other given names, or bodies of other states.

    No pair of which this holds can score enough to be one or undecided, so that nobody need look at all of them.
    """
    if one.described or other.described:
        return False
    if one.type == "person":
        return given_names_conflict(one, other, _NOBODY)
    return one.form.words == other.form.words and bodies_of_different_states(one, other, _NOBODY)
