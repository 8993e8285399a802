"""Namesakes: two who bear one name and surely are two."""

from functools import lru_cache

from detente.positions.features import have_other_names
from detente.positions.profiles import Profile

_PERSON, _STATE = "person", "state"

Called = tuple[str, tuple[str, ...], tuple[str, ...]]
"""What somebody is, the words of his name, and of a person the given names, of others the state."""


def called(profile: Profile) -> Called | None:
    """Give all of a profile that decides whether another is his namesake; None where nobody can be."""
    if profile.described:
        return None
    if profile.type == _PERSON:
        return (_PERSON, profile.form.spelled, profile.form.given)
    kind = profile.type if profile.type in ("place", _STATE) else "body"
    return (kind, profile.form.words, (profile.state,)) if profile.state else None


@lru_cache(maxsize=100_000)
def are_namesakes(one: Called, other: Called) -> bool:
    """Say whether two have one name and surely are two: other given names, or bodies of other states.

    No pair of which this holds can score enough to be one or undecided, so that nobody need look at all of them.
    """
    if one[0] != other[0] or one[0] == _STATE:
        return False
    if one[0] == _PERSON:
        return one[1][-1:] == other[1][-1:] and have_other_names(one[1:], other[1:])
    return one[1] == other[1] and one[2] != other[2]
