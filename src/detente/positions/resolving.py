"""Resolving: from judgements and matches to who is one, the same whatever the order in which anything was entered.

A person's judgement holds before any rule. ``different`` is never bridged: links of ``same`` are taken in the order of
the ids that they join, and one that would bring two together who are different is refused and told.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.positions.groups import Edge, Groups
from detente.positions.joining import Link, join
from detente.positions.matching import Match
from detente.positions.profiles import Profile
from detente.record import Judgement


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
    groups = Groups(by_key, verdicts.keys())
    links: list[Link] = []
    refused: list[Refusal] = []
    late: list[Edge] = []
    for of_person in (True, False):
        mine = sorted(pair for pair, judgement in verdicts.items() if judgement.of_person == of_person)
        late += [pair for pair in mine if not _part(groups, pair, verdicts[pair])]
        for pair in mine:
            if verdicts[pair].kind == "same":
                _join(groups, by_key[pair[0]], by_key[pair[1]], verdicts[pair], links, refused)
    for pair in late:  # what a rule tells apart, a person has joined
        joined = {link.judgement.number for link in links if link.judgement and groups.are_one(link.one.key, pair[0])}
        beaten[verdicts[pair].number] = tuple(sorted({*beaten.get(verdicts[pair].number, ()), *joined}))
    by_rules, undecided = join(groups, found, verdicts)
    holding = frozenset(judgement.number for pair, judgement in verdicts.items() if pair not in late)
    return Resolution(groups.all(), (*links, *by_rules), undecided, tuple(refused), beaten, holding)


def _part(groups: Groups, pair: Edge, judgement: Judgement) -> bool:
    """Note that two are different; say whether that could be done, since nobody had joined them."""
    if judgement.kind != "different":
        return True
    if groups.are_one(*pair):
        return False
    groups.part(pair, judgement)
    return True


def _join(
    groups: Groups, one: Profile, other: Profile, judgement: Judgement, links: list[Link], refused: list[Refusal]
) -> None:
    """Join two as a judgement asks, or note why that is refused."""
    if because := groups.between(one.key, other.key):
        refused.append(Refusal(judgement, one, other, tuple(sorted({each.number for each in because}))))
    elif groups.join(one.key, other.key):
        links.append(Link(one, other, judgement=judgement))


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
