"""Namesakes: two who bear one name and surely are two."""

from detente.positions.features import Company, bodies_of_different_states, given_names_conflict
from detente.positions.profiles import Profile

_NOBODY = Company({})
_PEOPLE = "person"

Called = tuple[object, ...]


def called(profile: Profile) -> Called | None:
    """Give all of a profile that decides whether another is his namesake; None where nobody can be."""
    if profile.described:
        return None
    if profile.type == _PEOPLE:
        return (_PEOPLE, profile.form.spelled, profile.form.given)
    kind = profile.type if profile.type in ("place", "state") else "body"
    return (kind, profile.form.words, profile.state) if profile.state else None


def are_namesakes(one: Profile, other: Profile) -> bool:
    """Say whether two have one name and surely are two: other given names, or bodies of other states.

    No pair of which this holds can score enough to be one or undecided, so that nobody need look at all of them.
    """
    if one.described or other.described:
        return False
    if one.type == "person":
        return given_names_conflict(one, other, _NOBODY)
    return one.form.words == other.form.words and bodies_of_different_states(one, other, _NOBODY)
