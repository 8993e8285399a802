"""Matching: which profiles are worth comparing, and how each pair scores."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Self

from detente.positions import kept_pairs
from detente.positions.comparing import Likely, held, may_matter, weigh, with_articles
from detente.positions.features import CONFLICT, UNDECIDED, Company, Held
from detente.positions.profiles import Profile, has_one_holder, is_acronym
from detente.positions.roster import Roster
from detente.record import Key

_BODIES = ("bloc", "government", "party", "organisation", "outlet", "group", "place")


@dataclass(frozen=True, eq=False, slots=True)
class Match:
    """Two profiles, what holds of them, the sum of its weights, and whether something of it keeps them apart."""

    one: Profile
    other: Profile
    held: tuple[Held, ...]
    score: float
    conflicts: bool

    @property
    def matters(self) -> bool:
        """Whether it can decide anything: it is sure or undecided, or keeps the two apart."""
        return self.score >= UNDECIDED or self.conflicts

    @classmethod
    def of(cls, one: Profile, other: Profile, held: tuple[Held, ...]) -> Self:
        """Give the match of two profiles of which something holds."""
        score = round(sum(each.weight for each in held), 2)
        return cls(one, other, held, score, any(each.weight <= CONFLICT for each in held))

    def order(self) -> tuple[float, int, Key, Key]:
        """Give the key by which the surest comes first, of several that of the best known."""
        known = -self.one.many - self.other.many
        return (-self.score, known, self.one.key, self.other.key)


def matches(roster: Roster, introduced: Collection[frozenset[Key]]) -> list[Match]:
    """Give the pairs that are alike enough to be one or undecided, or that something keeps apart, the surest first.

    Pairs of which nothing of this holds are left out, of which there are far too many: see ``are_namesakes``. In which
    articles two are mentioned is looked at last, and only of those who else are alike enough.
    """
    profiles = roster.profiles
    likely = [(profiles[n], profiles[m], features) for n, m, features in _kept(profiles, introduced)]
    several = [pair for pair in likely if pair[0].type == "person" and pair[0].id != pair[1].id]
    roster.prepare({each for one, other, _ in several for each in (one, other)})
    found = (Match.of(one, other, held(with_articles(one, other, features))) for one, other, features in likely)
    return sorted((match for match in found if match.matters), key=Match.order)


def _kept(profiles: Sequence[Profile], introduced: Collection[frozenset[Key]]) -> Sequence[Likely]:
    """Give the pairs that may matter, of a large record from the user's cache where they are there."""
    if len(profiles) < kept_pairs.LARGE:
        return list(_likely(profiles, introduced))
    stamp = kept_pairs.digest(profiles, introduced)
    found = kept_pairs.find(stamp, len(profiles))
    if found is None:
        found = list(_likely(profiles, introduced))
        kept_pairs.keep(stamp, found)
    return found


def _likely(profiles: Sequence[Profile], introduced: Collection[frozenset[Key]]) -> Iterator[Likely]:
    """Give the pairs that may matter, in the order of their places."""
    company = Company(_only(profiles), introduced)
    place = {each: n for n, each in enumerate(profiles)}
    by_key = {each.key: each for each in profiles} if introduced else {}
    shown = (tuple(by_key[key] for key in pair) for pair in introduced)
    pairs = chain(_people(profiles, company.only), _described(profiles), _bodies(profiles), shown)
    for one, other in sorted({tuple(sorted((place[one], place[other]))) for one, other in pairs}):
        features = weigh(profiles[one], profiles[other], company)
        if may_matter(features):
            yield Likely(one, other, features)


Pair = tuple[Profile, ...]


def _people(profiles: Iterable[Profile], only: Mapping[str, bool]) -> Iterator[Pair]:
    """Pair people who share a surname, all words, or who are called by a single word of a longer name."""
    people = [each for each in profiles if each.type == "person" and each.form.words and not each.described]
    several = [each for each in people if len(each.form.words) > 1]
    single = [each for each in people if len(each.form.words) == 1]
    yield from _alike(several)
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
        for other in having[each.form.surname]:
            same = each.state is not None and each.state == other.state
            if same or each.offices or only.get(other.form.surname):
                yield _pair(each, other)


def _alike(several: Iterable[Profile]) -> Iterator[Pair]:
    """Pair people who share a surname and of whose given names two are one, or one is the other's initial."""
    by_given, by_letter, initials = defaultdict(list), defaultdict(list), defaultdict(list)
    for each in several:
        surname, given = each.form.surname, dict.fromkeys(each.form.given)
        for name in given:
            by_given[surname, name].append(each)
        for letter in {name[0] for name in given}:
            by_letter[surname, letter].append(each)
        for name in given:
            if len(name) == 1:
                initials[surname, name].append(each)
    for group in by_given.values():
        yield from (_pair(one, other) for one, other in combinations(group, 2))
    for key, group in initials.items():
        yield from (_pair(one, other) for one in group for other in by_letter[key] if one is not other)


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
    """Pair bodies and places that have the same words and no two states, or the first letters of the other's."""
    bodies = [each for each in profiles if each.type in _BODIES and not each.weak]
    stateless = defaultdict(list)
    for each in bodies:
        if each.state is None or each.type == "place":
            stateless[each.form.words].append(each)
    yield from _within(((each.form.words, each.state), each) for each in bodies)
    for each in bodies:
        yield from (_pair(each, other) for other in stateless[each.form.words] if other is not each)
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
    return (one, other)


def _only(profiles: Iterable[Profile]) -> dict[str, bool]:
    """Say of each surname whether all who bear it may be one, by their given names."""
    given: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for each in profiles:
        if each.type == "person" and each.form.full and not each.described:
            given[each.form.surname].add(each.form.given)
    return {surname: len({names[0] for names in found}) == 1 for surname, found in given.items()}
