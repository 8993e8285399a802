"""Which statements are about the same thing, so that one can confirm or contradict the other.

Two objects of one issue may be opposites ("an end to the war", "costs for those who wage it"), so to be against the
one after being for the other is no change. They are taken for the same thing when they share a word that tells what
they are, or where both hold words of an issue that is one thing (``single`` in taxonomy/issues.yaml); recognition of,
and membership in, the same actor always are. Statements of one issue and target that all take the same side are one
thing however they are worded: a small difference of words is no difference of position.

Whoever speaks of "the accession" after he spoke of "the accession of Sweden" means that one, where he has spoken of
no other: statements that name fewer actors join the one thing of their issue that names theirs and more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Self

from detente.lexicon import issues
from detente.positions.statements import Statement
from detente.positions.telling import head, is_spot, telling

BY_TARGET = ("recognition", "membership")
_SHARED = 2
_MOST = 400
"""Of a holder who spoke on more things than these, none are joined: too many would be alike in some word."""

Group = list[Statement]
Key = tuple[str, ...]
Called = frozenset[tuple[str, frozenset[str]]]


def things(found: Iterable[Statement]) -> list[Group]:
    """Divide statements by what they are about; each part keeps their order."""
    groups: dict[Key, Group] = defaultdict(list)
    for statement in found:
        groups[statement.group].append(statement)
    joined = _joined(groups)
    return [part for key in sorted(joined) for part in _parts(joined[key])]


def _joined(groups: dict[Key, Group]) -> dict[Key, Group]:
    """Join the groups that are about one thing; sorted by the least of the keys joined."""
    if len(groups) > _MOST:
        return groups
    told = {key: _Told.of(group) for key, group in groups.items()}
    nearby = _Nearby(told)
    home = {key: key for key in groups}
    actors = {key: frozenset(key[1:]) for key in groups}
    for key in sorted(groups):
        near = list(nearby.of(key))
        equal = [other for other in near if actors[key] == actors[other]]
        wider = [other for other in near if actors[key] < actors[other]]
        spot = [other for other in near if actors[key] != actors[other] and told[key].is_of_spot(told[other])]
        ends = {_end(other, home) for other in wider}
        for end in {*(_end(other, home) for other in (*equal, *spot)), *(ends if len(ends) == 1 else ())}:
            one, other = sorted((end, _end(key, home)))
            home[other] = one
    found: dict[Key, Group] = defaultdict(list)
    for key, group in groups.items():
        found[_end(key, home)].extend(group)
    return {key: sorted(group, key=Statement.order) for key, group in found.items()}


def _end(key: Key, home: Mapping[Key, Key]) -> Key:
    while home[key] != key:
        key = home[key]
    return key


class _Told(NamedTuple):
    """What a group is told by: head and telling words of each object, all these words, its issue, whose it is.

    ``single`` says that the issue is one thing, ``by_target`` that its target is all that it is about.
    """

    called: Called
    denied: frozenset[str]
    words: frozenset[str]
    heads: frozenset[str]
    spots: frozenset[str]
    issue: str
    single: bool
    members: str | None
    by_target: bool

    @classmethod
    def of(cls, group: Group) -> Self:
        first = group[0]
        called = frozenset((head(each.object), telling(each)) for each in group)
        denied = frozenset(head(each.object) for each in group if each.object.lower().startswith("no "))
        words_ = frozenset[str]().union(*(mine for _, mine in called))
        spots = frozenset(filter(is_spot, words_))
        issue = first.group[0] if first.issue in issues() else ""
        heads = frozenset(each for each, _ in called if each)
        single = issue in issues() and issues()[issue].single
        return cls(called, denied, words_, heads, spots, issue, single, first.members, first.issue in BY_TARGET)

    def is_near(self, other: Self) -> bool:
        """Say whether another may be about the same thing: of an issue that is one thing, or alike in words."""
        if self.issue == other.issue and (self.single or self._is_alike(other)):
            return True
        return self.by_target == other.by_target and (self.is_of_spot(other) or self._is_called_alike(other))

    def _is_alike(self, other: Self) -> bool:
        return 2 * len(self.words & other.words) >= min(len(self.words), len(other.words)) > 0

    def is_of_spot(self, other: Self) -> bool:
        """Say whether some object of each names one place, and one of the two no more."""
        if self.spots.isdisjoint(other.spots):
            return False
        return any(_are_of_one_spot(one, another) for _, one in self.called for _, another in other.called)

    def _is_called_alike(self, other: Self) -> bool:
        """Say whether two objects may be one: of one head, the words of one among the other's, or much alike."""
        if self.words.isdisjoint(other.words):
            return False
        denied = self.denied | other.denied  # "no observers" are none of any kind
        return any(
            (head_ and head_ == named and head_ in mine and (mine <= theirs or theirs <= mine or head_ in denied))
            or _are_much_alike(mine, theirs)
            for head_, mine in self.called
            for named, theirs in other.called
        )


class _Nearby:
    """Groups by what they have in common; only those that share something are compared."""

    def __init__(self, told: Mapping[Key, _Told]) -> None:
        self._told = told
        self._places = {key: place for place, key in enumerate(told)}
        self._sharing: dict[str, list[Key]] = defaultdict(list)
        self._of_issue: dict[str, list[Key]] = defaultdict(list)
        for key, each in told.items():
            self._of_issue[each.issue].append(key)
            for word in each.words:
                self._sharing[word].append(key)

    def of(self, key: Key) -> Iterator[Key]:
        """Give the other groups that may be about the same thing, in their order."""
        mine = self._told[key]
        if mine.issue == "recognition":
            return  # whom one recognises is all that it is about
        found = {other for word in mine.words for other in self._sharing[word]}
        found |= set(self._of_issue[mine.issue]) if mine.single else set()
        for other in sorted(found - {key}, key=self._places.__getitem__):
            if self._told[other].members == mine.members and mine.is_near(self._told[other]):
                yield other


def _are_of_one_spot(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two objects name one place and one of them no more: "Rovi", "no ship at Rovi"."""
    named = set(filter(is_spot, one & other))
    return bool(named) and not (one - named and other - named)


def _are_much_alike(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether two objects share two telling words and more, and half of the shorter one's.

    "fish with foreign inspectors aboard" and "accepting the inspectors aboard its trawlers".
    """
    both = ones & others
    if len(both) < _SHARED:
        return False
    shared = sum(not is_spot(word) for word in both)
    return shared >= _SHARED and 2 * shared >= min(len(ones), len(others))


def _parts(group: Group) -> list[Group]:
    if group[0].issue in BY_TARGET or len({each.polarity for each in group}) == 1:
        return [group]
    return _one_sided(group, _by_words(group))


def _by_words(group: Group) -> list[list[int]]:
    """Join what shares a word, directly or through others; give the places in the group."""
    parts: list[tuple[frozenset[str], set[int]]] = []
    for n, statement in enumerate(group):
        mine = (telling(statement) or frozenset({statement.object}), {n})
        joined = [part for part in parts if part[0] & mine[0]]
        parts = [part for part in parts if part not in joined]
        parts.append((mine[0].union(*(part[0] for part in joined)), mine[1].union(*(part[1] for part in joined))))
    return [sorted(numbers) for _, numbers in parts]


def _one_sided(group: Group, parts: list[list[int]]) -> list[Group]:
    """Join the parts that take the same side throughout."""
    joined: dict[tuple[str, int], list[int]] = {}
    for part in parts:
        sides = {group[n].polarity for n in part}
        key = (sides.pop(), -1) if len(sides) == 1 else ("", part[0])
        joined.setdefault(key, []).extend(part)
    return [[group[n] for n in sorted(numbers)] for numbers in sorted(joined.values(), key=min)]
