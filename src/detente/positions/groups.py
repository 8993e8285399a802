"""Groups: profiles joined so far, and what keeps them apart."""

from collections.abc import Collection, Mapping

from detente.positions.namesakes import Called, are_namesakes, called
from detente.positions.profiles import Profile
from detente.record import Judgement, Key

Edge = tuple[Key, Key]


class _Group:
    """Profiles joined so far, and those whom a rule or a person keeps out."""

    __slots__ = ("called", "conflicting", "members", "parted")

    def __init__(self, profile: Profile) -> None:
        self.members = {profile.key}
        self.called: dict[Called, list[Profile]] = {name: [profile]} if (name := called(profile)) else {}
        self.conflicting: set[Key] = set()
        self.parted: dict[Key, Judgement] = {}


class _Made(dict[Key, _Group]):
    """The groups that were asked for; that of a profile which nobody asked for has nobody else in it."""

    def __init__(self, profiles: Mapping[Key, Profile]) -> None:
        self._profiles = profiles

    def __missing__(self, key: Key) -> _Group:
        self[key] = found = _Group(self._profiles[key])
        return found


class Groups:
    """All groups, by the profiles in them; of the pairs in ``decided`` a judgement says who they are."""

    def __init__(self, profiles: Mapping[Key, Profile], decided: Collection[Edge] = ()) -> None:
        self._profiles = profiles
        self._decided = decided
        self._group = _Made(profiles)

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
        if mine.conflicting and not mine.conflicting.isdisjoint(theirs.members):
            return True
        if mine.parted and not mine.parted.keys().isdisjoint(theirs.members):
            return True
        for one_, ones in mine.called.items():
            for other_, others in theirs.called.items():
                if are_namesakes(one_, other_) and not self._are_all_decided(ones, others):
                    return True
        return False

    def _are_all_decided(self, ones: Collection[Profile], others: Collection[Profile]) -> bool:
        """Say whether a judgement says of every pair who they are."""
        return bool(self._decided) and all(
            (min(a.key, b.key), max(a.key, b.key)) in self._decided for a in ones for b in others
        )

    def are_named(self, one: Key, other: Key) -> bool:
        """Say whether both groups have somebody whose name alone tells who he is."""
        return all(any(not self._profiles[key].weak for key in self._group[each].members) for each in (one, other))

    def known(self, key: Key) -> int:
        """Count the actors of articles in a group."""
        return sum(self._profiles[each].many for each in self._group[key].members)

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
        for name, some in small.called.items():
            large.called.setdefault(name, []).extend(some)
        large.conflicting |= small.conflicting
        large.parted |= small.parted
        for key in small.members:
            self._group[key] = large
        return True

    def all(self) -> tuple[tuple[Profile, ...], ...]:
        """Give the groups, each sorted by how well its profiles are known."""
        each = {id(group): group for group in self._group.values()}
        groups = [tuple(sorted((self._profiles[key] for key in group.members), key=_weight)) for group in each.values()]
        groups += [(profile,) for key, profile in self._profiles.items() if key not in self._group]
        return tuple(sorted(groups, key=lambda group: group[0].key))


def _weight(profile: Profile) -> tuple[int, Key]:
    return profile.weight
