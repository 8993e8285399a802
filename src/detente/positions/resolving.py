"""Resolving: from judgements and matches to who is one, the same whatever the order in which anything was entered.

A person's judgement holds before any rule. ``different`` is never bridged: links of ``same`` are taken in the order of the
names that they join, and one that would bring two together who are different is refused and told.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.positions.features import JOINED, UNDECIDED
from detente.positions.matching import Match
from detente.positions.profiles import Profile
from detente.record import Judgement

MARGIN = 0.3
"""Of two who are not one, the better match is meant only if it is better by so much."""
DOMINANT = 10
"""... or if so many times more articles know it."""

Key = tuple[str, ...]
Edge = tuple[Key, Key]


@dataclass(frozen=True, eq=False, slots=True)
class Link:
    """What joins two profiles: a judgement or a match."""

    one: Profile
    other: Profile
    judgement: Judgement | None = None
    match: Match | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A link that a judgement asks for and that is not made, since it would bring together who is different."""

    judgement: Judgement
    one: Profile
    other: Profile
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is one, by the links that say so; what is refused; what is left for a person to decide.

    ``holding`` are the numbers of the judgements that decide some pair, ``beaten`` says by which others one is beaten.
    """

    clusters: tuple[tuple[Profile, ...], ...]
    links: tuple[Link, ...]
    undecided: tuple[Match, ...]
    refused: tuple[Refusal, ...]
    beaten: Mapping[int, tuple[int, ...]]
    holding: frozenset[int]


Sides = tuple[Judgement, Sequence[Profile], Sequence[Profile]]
"""A judgement with the profiles that its two actors have."""


def resolve(profiles: Collection[Profile], judged: Iterable[Sides], found: Sequence[Match]) -> Resolution:
    """Join profiles by judgements first and then by matches, the surest first."""
    by_key = {each.key: each for each in profiles}
    verdicts, beaten = _verdicts(judged)
    groups = _Groups(by_key)
    for pair, judgement in verdicts.items():
        if judgement.kind == "different":
            groups.part(pair, judgement)
    links: list[Link] = []
    refused: list[Refusal] = []
    for pair in sorted(pair for pair, judgement in verdicts.items() if judgement.kind == "same"):
        one, other = (by_key[key] for key in pair)
        judgement = verdicts[pair]
        if because := groups.between(*pair):
            refused.append(Refusal(judgement, one, other, tuple(sorted({each.number for each in because}))))
        elif groups.join(*pair):
            links.append(Link(one, other, judgement=judgement))
    by_rules, undecided = _by_matches(groups, found, verdicts)
    holding = frozenset(each.number for each in verdicts.values())
    return Resolution(groups.all(), (*links, *by_rules), undecided, tuple(refused), beaten, holding)


def _by_matches(
    groups: "_Groups", found: Sequence[Match], verdicts: Mapping[Edge, Judgement]
) -> tuple[list[Link], tuple[Match, ...]]:
    """Join what matches surely; give the links, and the matches that stay undecided."""
    for match in found:
        if match.conflicts and (match.one.key, match.other.key) not in verdicts:
            groups.conflict(match.one.key, match.other.key)
    sure = [match for match in found if match.score >= JOINED and not match.conflicts]
    doubtful = _doubtful(sure, groups.are_apart)
    links = []
    by_name = [match for match in sure if not _by_office(match)]
    by_office = [match for match in sure if _by_office(match)]
    for match in by_name:
        if match not in doubtful and groups.allow(match.one.key, match.other.key):
            links.append(Link(match.one, match.other, match=match))
    for match in _alone(by_office, groups):
        if groups.allow(match.one.key, match.other.key):
            links.append(Link(match.one, match.other, match=match))
    open_ = (
        match
        for match in found
        if match.score >= UNDECIDED and not groups.are_one(match.one.key, match.other.key)
        if not groups.between(match.one.key, match.other.key)
    )
    return links, tuple(open_)


def _by_office(match: Match) -> bool:
    return match.one.described or match.other.described


def _alone(found: Iterable[Match], groups: "_Groups") -> list[Match]:
    """Give the matches of those named by an office alone whose holders on that day are all one."""
    of: dict[Key, list[tuple[Match, Key]]] = defaultdict(list)
    for match in found:
        described, named = (match.one, match.other) if match.one.described else (match.other, match.one)
        of[described.key].append((match, named.key))
    one = (some for some in of.values() if all(groups.are_one(some[0][1], key) for _, key in some))
    return [match for some in one for match, _ in some]


def _doubtful(sure: Iterable[Match], apart: Callable[[Key, Key], bool]) -> set[Match]:
    """Give the matches of a profile that fit as well another, who is not the same as the first."""
    of: dict[Key, list[tuple[Match, Profile]]] = defaultdict(list)
    for match in sure:
        of[match.one.key].append((match, match.other))
        of[match.other.key].append((match, match.one))
    found = set()
    for matches in of.values():
        for n, (match, other) in enumerate(matches):
            for rival, another in matches[n + 1 :]:
                if other.key != another.key and apart(other.key, another.key):
                    found |= _losers((match, other), (rival, another))
    return found


def _losers(better: tuple[Match, Profile], worse: tuple[Match, Profile]) -> set[Match]:
    """Give which of two matches is not taken: the one that is clearly worse or far less known, else both."""
    if better[0].score - worse[0].score >= MARGIN:
        return {worse[0]}
    many, few = len(better[1].articles), len(worse[1].articles)
    if many >= DOMINANT * few:
        return {worse[0]}
    return {better[0]} if few >= DOMINANT * many else {better[0], worse[0]}


def _verdicts(judged: Iterable[Sides]) -> tuple[dict[Edge, Judgement], dict[int, tuple[int, ...]]]:
    """Give the judgement that decides each pair: a person's, the one that names single articles, the later one."""
    over: dict[Edge, list[Judgement]] = defaultdict(list)
    for judgement, ones, others in judged:
        inner = {each.key for each in ones} & {each.key for each in others}
        for one in ones:
            for other in others:
                if one.key != other.key and not {one.key, other.key} <= inner:
                    over[min(one.key, other.key), max(one.key, other.key)].append(judgement)
    verdicts = {pair: max(each, key=_rank) for pair, each in over.items()}
    beaten: dict[int, set[int]] = defaultdict(set)
    for pair, each in over.items():
        for judgement in each:
            if judgement.kind != verdicts[pair].kind:
                beaten[judgement.number].add(verdicts[pair].number)
    return verdicts, {number: tuple(sorted(by)) for number, by in sorted(beaten.items())}


def _rank(judgement: Judgement) -> tuple[bool, int, tuple[bool, str, str, str, str]]:
    narrow = sum(side.article is not None for side in (judgement.one, judgement.other))
    return (judgement.of_person, narrow, judgement.later())


class _Group:
    """Profiles joined so far, and those whom a rule or a person keeps out."""

    __slots__ = ("conflicting", "members", "parted")

    def __init__(self, key: Key) -> None:
        self.members = {key}
        self.conflicting: set[Key] = set()
        self.parted: dict[Key, Judgement] = {}


class _Groups:
    """All groups, by the profiles in them."""

    def __init__(self, profiles: Mapping[Key, Profile]) -> None:
        self._profiles = profiles
        self._group = {key: _Group(key) for key in profiles}

    def part(self, pair: Edge, judgement: Judgement) -> None:
        """Note that two are different."""
        for one, other in (pair, pair[::-1]):
            self._group[one].parted[other] = judgement

    def conflict(self, one: Key, other: Key) -> None:
        """Note that a rule keeps two apart, where no person joins them."""
        self._group[one].conflicting.add(other)
        self._group[other].conflicting.add(one)

    def between(self, one: Key, other: Key) -> list[Judgement]:
        """Give the judgements that keep the groups of two apart."""
        mine, theirs = self._group[one], self._group[other]
        return [judgement for key, judgement in mine.parted.items() if key in theirs.members]

    def are_apart(self, one: Key, other: Key) -> bool:
        """Say whether anything keeps the groups of two apart."""
        mine, theirs = self._group[one], self._group[other]
        return not (mine.conflicting.isdisjoint(theirs.members) and mine.parted.keys().isdisjoint(theirs.members))

    def are_one(self, one: Key, other: Key) -> bool:
        """Say whether two are in one group."""
        return self._group[one] is self._group[other]

    def allow(self, one: Key, other: Key) -> bool:
        """Join two where nothing keeps them apart; say whether they were two and now are one."""
        return not self.are_apart(one, other) and self.join(one, other)

    def join(self, one: Key, other: Key) -> bool:
        """Make one group of two; say whether they were two."""
        small, large = sorted((self._group[one], self._group[other]), key=lambda group: len(group.members))
        if small is large:
            return False
        large.members |= small.members
        large.conflicting |= small.conflicting
        large.parted |= small.parted
        for key in small.members:
            self._group[key] = large
        return True

    def all(self) -> tuple[tuple[Profile, ...], ...]:
        """Give the groups, each sorted by how well its profiles are known."""
        each = {id(group): group for group in self._group.values()}
        groups = (sorted((self._profiles[key] for key in group.members), key=_weight) for group in each.values())
        return tuple(sorted((tuple(group) for group in groups), key=lambda group: group[0].key))


def _weight(profile: Profile) -> tuple[int, Key]:
    return profile.weight
