"""Which two statements are on the very same thing, so that one after the other may show a change of position.

Statements are one thing when a chain of words leads from one to the other (``things``), so that they may stand
together under one heading. Where much was said such a chain is long: "climate ambition", "the climate crisis", "the
crisis at the border". To conclude that a holder turned round, the two statements themselves must name one thing, and
one on which sides are taken: nobody is for a crisis, or against peace.
"""

from detente.lexicon import issues
from detente.positions.issue_sides import is_turned
from detente.positions.statements import Statement
from detente.positions.telling import contested, head, is_spot, telling
from detente.positions.things import BY_TARGET

_SHARED = 2


def are_comparable(one: Statement, other: Statement) -> bool:
    """Say whether two statements name one thing: its issue, a place, its head, or most of its words.

    An issue that is one thing, such as sanctions or a base, must be on the same actor; so must an actor himself, named
    without anything of his.
    """
    if one.issue in BY_TARGET and one.issue == other.issue:
        return True
    if _are_opposite(one, other):
        return False
    mine, theirs = telling(one), telling(other)
    shared = contested(one, other)
    if _is_one_issue(one, other, shared) or any(is_spot(word) for word in shared):
        return True
    if not mine and not theirs:
        return bool(set(one.targets) & set(other.targets))
    named = head(one.object)
    if named and named in shared and named == head(other.object):
        return True
    return len(shared) >= _SHARED and 2 * len(shared) >= max(len(mine), len(theirs))


def are_akin(one: Statement, other: Statement) -> bool:
    """Say whether two statements share a word that tells what they are about, or an actor, one of them in general."""
    if _are_opposite(one, other):
        return False
    mine, theirs = telling(one), telling(other)
    return bool(contested(one, other)) or (not (mine and theirs) and bool({*one.actors} & {*other.actors}))


def _are_opposite(one: Statement, other: Statement) -> bool:
    """Say whether two sides are one, since the objects are opposites: for "ending the war", against "the war"."""
    return one.polarity != other.polarity and is_turned(one.object) != is_turned(other.object)


def _is_one_issue(one: Statement, other: Statement, shared: frozenset[str]) -> bool:
    """Say whether both name an issue that is one thing, on the same actor."""
    known = (issues().get(each.issue or "") for each in (one, other))
    single = any(issue and issue.single for issue in known)
    return single and any(word.startswith("issue ") for word in shared) and bool({*one.targets} & {*other.targets})
