"""Known holders of the highest offices, by name: they tell whose office a text means."""

from collections.abc import Mapping
from typing import NamedTuple

from detente.lexicon.leaders import tenures
from detente.lexicon.own_world import per_world
from detente.text import slug


class Holder(NamedTuple):
    """Somebody who held an office of a state; ``since`` is EDTF, None where it is not known."""

    state: str
    office: str
    name: str
    since: str | None


def holders(name: str) -> tuple[Holder, ...]:
    """Give the known holders whom a name can mean: their surname and no first name that cannot be theirs.

    >>> {holder.state for holder in (*holders("Pedro Castillo"), *holders("Joe Biden"))} == {"PER", "USA"}
    True
    """
    words = slug(name).split("-")
    by_word = _by_surname()
    found = {holder: None for word in words for holder in by_word.get(word, ())}
    return tuple(holder for holder in found if all(_may_be(word, holder) for word in words))


def _may_be(word: str, holder: Holder) -> bool:
    """Say whether a word is one of a holder's names, or short for one: "Joe" for "Joseph", "Liz" for "Elizabeth"."""
    return any(word in own or (len(own) > 1 and word[:2] == own[:2]) for own in slug(holder.name).split("-"))


def followed(holder: Holder, day: str) -> bool:
    """Say whether somebody else is known to have come into the same office after him, by a day (EDTF)."""
    others = (other for other in _all() if (other.state, other.office) == (holder.state, holder.office))
    return any(
        holder.since and other.since and other.name != holder.name and holder.since < other.since <= day
        for other in others
    )


@per_world
def _all() -> tuple[Holder, ...]:
    return tuple(dict.fromkeys(holder for some in _by_surname().values() for holder in some))


@per_world
def _by_surname() -> Mapping[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for leader in dict.fromkeys(tenures()):
        holder = Holder(leader.state, leader.office, leader.name, leader.since or None)
        for word in leader.family:
            found.setdefault(word, []).append(holder)
    return {word: tuple(some) for word, some in found.items()}
