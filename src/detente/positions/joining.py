"""Joining: from matches to groups. First those whose names tell who they are, then the others, each to one of them.

Somebody of whom only a surname, an initial or an office is known never joins two who have full names. Where he fits
several, the one is meant that fits clearly better or is far better known; else it stays undecided.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.positions.features import JOINED, UNDECIDED
from detente.positions.groups import Edge, Groups
from detente.positions.matching import Match
from detente.positions.profiles import Profile
from detente.record import Judgement, Key

MARGIN = 0.3
"""Of two who are not one, the better match is meant if it is better by so much ..."""
DOMINANT = 5
"""... or if so many times more articles know it."""
_PART = "name_included"


@dataclass(frozen=True, eq=False, slots=True)
class Link:
    """What joins two profiles: a judgement or a match."""

    one: Profile
    other: Profile
    judgement: Judgement | None = None
    match: Match | None = None


def join(
    groups: Groups, found: Sequence[Match], verdicts: Mapping[Edge, Judgement]
) -> tuple[list[Link], tuple[Match, ...]]:
    """Join what matches surely; give the links, and the matches that stay undecided, the surest first."""
    for match in found:
        if match.conflicts and (match.one.key, match.other.key) not in verdicts:
            groups.conflict(match.one.key, match.other.key)
    sure = [match for match in found if match.score >= JOINED and not match.conflicts]
    full = [match for match in sure if not match.one.weak and not match.other.weak]
    doubtful = _doubtful(full, groups)
    joined = [match for match in full if match not in doubtful and groups.allow(match.one.key, match.other.key)]
    to_named, torn = _to_named([match for match in sure if match.one.weak != match.other.weak], groups)
    joined += [match for match in to_named if groups.allow(match.one.key, match.other.key)]
    for match in sure:
        one, other = match.one.key, match.other.key
        if match.one.weak and match.other.weak and not torn & {one, other} and not groups.are_named(one, other):
            joined += [match] if groups.allow(one, other) else []
    open_ = (
        match
        for match in found
        if match.score >= UNDECIDED and not groups.are_one(match.one.key, match.other.key)
        if not groups.between(match.one.key, match.other.key)
    )
    return [Link(match.one, match.other, match=match) for match in joined], tuple(open_)


def _to_named(matches: Iterable[Match], groups: Groups) -> tuple[list[Match], set[Key]]:
    """Give the matches of each weak profile with the one group that it means, and those that fit several equally."""
    of: dict[Key, list[tuple[Match, Profile, Profile]]] = defaultdict(list)
    for match in matches:
        weak, named = (match.one, match.other) if match.one.weak else (match.other, match.one)
        if not groups.are_apart(weak.key, named.key):
            of[weak.key].append((match, weak, named))
    chosen: list[Match] = []
    torn: set[Key] = set()
    for key, some in of.items():
        best = _best(some, groups)
        mine = [match for match, _, named in some if best and groups.are_one(named.key, best.key)]
        chosen += mine
        if not mine:
            torn.add(key)
    return sorted(chosen, key=Match.order), torn


def _best(some: Sequence[tuple[Match, Profile, Profile]], groups: Groups) -> Profile | None:
    """Give one of the group that is meant; None where several may be. The matches are sorted, the surest first."""
    first, weak, best = some[0]
    for match, _, named in some[1:]:
        if groups.are_one(named.key, best.key):
            continue
        better = first.score - match.score >= MARGIN
        if weak.described or not (better or groups.known(best.key) >= DOMINANT * groups.known(named.key)):
            return None
    return best


def _doubtful(matches: Collection[Match], groups: Groups) -> set[Match]:
    """Give the matches of a profile that fits as well another, who is not the same as the first."""
    sure = {frozenset((match.one.key, match.other.key)) for match in matches}
    of: dict[Key, list[tuple[Match, Profile]]] = defaultdict(list)
    for match in matches:
        of[match.one.key].append((match, match.other))
        of[match.other.key].append((match, match.one))

    parts = {match for match in matches if _is_part(match)}

    def are_two(one: tuple[Match, Profile], other: tuple[Match, Profile]) -> bool:
        keys = one[1].key, other[1].key
        if one[0] in parts and other[0] in parts and frozenset(keys) not in sure:
            return True
        return groups.are_apart(*keys)

    found = set()
    for each in of.values():
        for n, one in enumerate(each):
            for other in each[n + 1 :]:
                if are_two(one, other):
                    found |= _losers(one, other)
    return found


def _is_part(match: Match) -> bool:
    return any(held.name == _PART for held in match.held)


def _losers(better: tuple[Match, Profile], worse: tuple[Match, Profile]) -> set[Match]:
    """Give which of two matches is not taken: the one that is clearly worse or far less known, else both."""
    if better[0].score - worse[0].score >= MARGIN:
        return {worse[0]}
    many, few = better[1].many, worse[1].many
    if many >= DOMINANT * few:
        return {worse[0]}
    return {better[0]} if few >= DOMINANT * many else {better[0], worse[0]}
