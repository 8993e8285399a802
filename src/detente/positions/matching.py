"""Matching: which profiles are worth comparing, and how each pair scores."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from detente.positions.features import CONFLICT, Company, Held, compare
from detente.positions.profiles import Profile, has_one_holder, is_acronym
from detente.positions.roster import Roster
from detente.record import Key

_BODIES = ("bloc", "government", "party", "organisation", "outlet", "group", "place")


@dataclass(frozen=True, eq=False, slots=True)
class Match:
    """Two profiles, what holds of them, and the sum of its weights."""

    one: Profile
    other: Profile
    held: tuple[Held, ...]

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return round(sum(each.weight for each in self.held), 2)

    @property
    def conflicts(self) -> bool:
        """Whether something holds that keeps them apart."""
        return any(each.weight <= CONFLICT for each in self.held)

    def order(self) -> tuple[float, int, Key, Key]:
        """Give the key by which the surest comes first, of several that of the best known."""
        known = -self.one.many - self.other.many
        return (-self.score, known, self.one.key, self.other.key)


def matches(roster: Roster, introduced: Collection[frozenset[Key]]) -> list[Match]:
    """Give all pairs of which some feature holds, the surest first."""
    profiles = roster.profiles
    company = Company(_only(profiles), introduced)
    by_key = {each.key: each for each in profiles}
    pairs = {
        *_people(profiles),
        *_described(profiles),
        *_bodies(profiles),
        *(tuple(sorted(pair)) for pair in introduced),
    }
    roster.prepare(by_key[key] for key in {key for pair in pairs for key in pair} if by_key[key].type == "person")
    found = []
    for one, other in sorted(pairs):
        held = tuple(compare(by_key[one], by_key[other], company))
        if held:
            found.append(Match(by_key[one], by_key[other], held))
    return sorted(found, key=Match.order)


Pair = tuple[Key, ...]


def _people(profiles: Iterable[Profile]) -> Iterator[Pair]:
    """Pair people who share a surname, all words, or who are called by a single word of a longer name."""
    people = [each for each in profiles if each.type == "person" and each.form.words and not each.described]
    several = [each for each in people if len(each.form.words) > 1]
    single = [each for each in people if len(each.form.words) == 1]
    yield from _within((each.form.surname, each) for each in several)
    yield from _within((tuple(sorted(each.form.spelled)), each) for each in several)
    yield from _within(((each.form.surname, each.state), each) for each in single if each.state)
    longer, having = defaultdict(list), defaultdict(list)
    for each in several:
        first, *rest = each.form.spelled
        for word in dict.fromkeys(rest[:-1]):
            longer[first, word].append(each)
        for word in dict.fromkeys(each.form.spelled):
            having[word].append(each)
    for each in several:
        yield from (_pair(each, other) for other in longer[each.form.spelled[0], each.form.surname])
    for each in single:
        yield from (_pair(each, other) for other in having[each.form.surname])


def _described(profiles: Collection[Profile]) -> Iterator[Pair]:
    """Pair those who are named by an office alone with those who hold it on that day."""
    holding = defaultdict(list)
    for each in profiles:
        for office, days in each.offices.items() if not each.described and each.type == "person" else ():
            if days and has_one_holder(office):
                holding[office].append((days, each))
    for each in profiles:
        for office, day in each.offices.items() if each.described else ():
            yield from (_pair(each, other) for days, other in holding[office] if day and days.meet(day))


def _bodies(profiles: Iterable[Profile]) -> Iterator[Pair]:
    """Pair bodies and places that have the same words, or the first letters of the other's."""
    bodies = [each for each in profiles if each.type in _BODIES and not each.weak]
    yield from _within((each.form.words, each) for each in bodies)
    by_initials = defaultdict(list)
    for each in bodies:
        by_initials[each.form.initials].append(each)
    for each in bodies:
        if is_acronym(each) and len(each.form.words) == 1:
            yield from (_pair(each, other) for other in by_initials[each.form.words[0]])


def _within(keyed: Iterable[tuple[Hashable, Profile]]) -> Iterator[Pair]:
    """Pair those with the same key."""
    groups: dict[Hashable, list[Profile]] = defaultdict(list)
    for key, profile in keyed:
        groups[key].append(profile)
    for group in groups.values():
        yield from (_pair(one, other) for one, other in combinations(group, 2))


def _pair(one: Profile, other: Profile) -> Pair:
    return (one.key, other.key) if one.key < other.key else (other.key, one.key)


def _only(profiles: Iterable[Profile]) -> dict[str, bool]:
    """Say of each surname whether all who bear it may be one, by their given names."""
    given: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for each in profiles:
        if each.type == "person" and each.form.full and not each.described:
            given[each.form.surname].add(each.form.given)
    return {surname: len({names[0] for names in found}) == 1 for surname, found in given.items()}
