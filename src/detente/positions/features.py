"""Features: what speaks for two profiles being one actor, or against it. Each explains itself.

A score is the sum of the weights of what holds. From ``JOINED`` on the two are one, from ``UNDECIDED`` on they are
listed for a person to decide; a feature of ``CONFLICT`` keeps them apart whatever else holds. The weights are set by
hand, so that nothing but a full name, or an office on its day, is enough alone.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from detente.lexicon import tenures_of
from detente.positions.profiles import Profile, has_one_holder, speaks
from detente.record import person_name

VERSION = "2"
JOINED = 1.0
UNDECIDED = 0.5
CONFLICT = -1.0

Test = Callable[[Profile, Profile, "Company"], bool]


@dataclass(frozen=True, slots=True)
class Company:
    """What the rest of the record says of two: surnames with one bearer, pairs introduced as name and short form."""

    only: Mapping[str, bool]
    introduced: Collection[frozenset[tuple[str, ...]]] = frozenset()


@dataclass(frozen=True, slots=True)
class Feature:
    """A named test of two profiles, and what it weighs where it holds; ``says`` explains it in one sentence."""

    name: str
    weight: float
    says: str
    holds: Test


@dataclass(frozen=True, slots=True)
class Held:
    """A feature that holds of a pair."""

    name: str
    weight: float
    says: str


FEATURES: list[Feature] = []
"""All features, in the order in which they are told."""


Pair = Literal["full", "short", "others"]
"""Two people with full names, two people of whom one has none, and any others."""
_PEOPLE: tuple[Pair, ...] = ("full", "short")
_ANY: tuple[Pair, ...] = (*_PEOPLE, "others")
OF: dict[Pair, list[Feature]] = {pair: [] for pair in _ANY}
"""The features that may hold of each kind of pair."""


def _feature(weight: float, *of: Pair) -> Callable[[Test], Test]:
    def declared(test: Test) -> Test:
        feature = Feature(test.__name__, weight, (test.__doc__ or "").rstrip("."), test)
        FEATURES.append(feature)
        for pair in of or _ANY:
            OF[pair].append(feature)
        return test

    return declared


def _people(one: Profile, other: Profile) -> bool:
    return one.type == other.type == "person"


def _full(one: Profile, other: Profile) -> bool:
    return _people(one, other) and one.form.full and other.form.full


@_feature(2.0)
def same_directory_id(one: Profile, other: Profile, _: Company) -> bool:
    """The directory knows both under the same id, such as the code of a state."""
    return one.linked and other.linked and one.id == other.id


@_feature(-2.0)
def different_directory_ids(one: Profile, other: Profile, _: Company) -> bool:
    """The directory knows them as two."""
    return one.linked and other.linked and one.id != other.id


@_feature(1.2, "full")
def same_full_name(one: Profile, other: Profile, _: Company) -> bool:
    """Their full names are the same."""
    return _full(one, other) and one.form.words == other.form.words and not accents_missing(one, other, _)


@_feature(1.1, "full")
def accents_missing(one: Profile, other: Profile, _: Company) -> bool:
    """Their full names are the same but for letters that one writes without their marks."""
    same = one.form.words == other.form.words and not one.linked and not other.linked
    return _full(one, other) and same and one.form.folded != other.form.folded and _marked(one, other)


@_feature(1.1, "full")
def middle_left_out(one: Profile, other: Profile, _: Company) -> bool:
    """Given name and surname are the same, and one also has a middle initial."""
    ones, others = one.form.spelled, other.form.spelled
    if not _full(one, other) or len(ones) == len(others) or ones[-1] != others[-1]:
        return False
    return ones[0] == others[0] and one.form.outer == other.form.outer


@_feature(0.9, "full")
def short_given_name(one: Profile, other: Profile, _: Company) -> bool:
    """The one is called by a usual short form of the other's given name; the surname is the same."""
    same = _full(one, other) and one.form.outer == other.form.outer
    return same and one.form.spelled[0] != other.form.spelled[0]


@_feature(0.9, "full")
def spelled_alike(one: Profile, other: Profile, _: Company) -> bool:
    """Their full names are two spellings of the same name, as transliterations are."""
    same = one.form.spelled == other.form.spelled and one.form.words != other.form.words
    return _full(one, other) and same


@_feature(0.9, "full")
def other_order(one: Profile, other: Profile, _: Company) -> bool:
    """Their full names have the same words in another order."""
    ones, others = one.form.spelled, other.form.spelled
    return _full(one, other) and ones != others and sorted(ones) == sorted(others)


@_feature(0.8, "full")
def name_included(one: Profile, other: Profile, _: Company) -> bool:
    """The one's full name is a part of the other's, who has a further name."""
    ones, others = sorted((one.form.spelled, other.form.spelled), key=len)
    if not _full(one, other) or len(ones) == len(others) or middle_left_out(one, other, _):
        return False
    rest = iter(others)
    return ones[0] == others[0] and all(word in rest for word in ones)


@_feature(0.6, "short")
def initial_fits(one: Profile, other: Profile, _: Company) -> bool:
    """The surname is the same and the one's initial begins the other's given name."""
    if not _people(one, other) or one.form.full == other.form.full or one.form.surname != other.form.surname:
        return False
    short, long = (other, one) if one.form.full else (one, other)
    return bool(short.form.given) and long.form.given[0].startswith(short.form.given[0])


@_feature(0.4, "short")
def same_surname(one: Profile, other: Profile, _: Company) -> bool:
    """The one is called by a single word that is a part of the other's name."""
    if not _people(one, other):
        return False
    single = [each for each in (one, other) if len(each.form.words) == 1]
    ones, others = set(one.form.spelled), set(other.form.spelled)
    return bool(single) and bool(ones & others)


@_feature(0.2, "short")
def only_bearer(one: Profile, other: Profile, company: Company) -> bool:
    """Nobody else in the record bears the surname with another given name."""
    lengths = {len(one.form.words), len(other.form.words)}
    return len(lengths) > 1 and same_surname(one, other, company) and company.only.get(_surname(one, other), False)


@_feature(1.2, "others")
def same_name(one: Profile, other: Profile, _: Company) -> bool:
    """Their names have the same words."""
    return _bodies(one, other) and one.form.words == other.form.words and not (one.weak or other.weak)


@_feature(0.3, "others")
def acronym_fits(one: Profile, other: Profile, _: Company) -> bool:
    """The one's name in capitals is made of the first letters of the other's."""
    if not _bodies(one, other):
        return False
    return any(short.name.isupper() and short.form.words == (long.form.initials,) for short, long in _both(one, other))


@_feature(0.8)
def introduced_as_acronym(one: Profile, other: Profile, company: Company) -> bool:
    """An article introduces the short form in brackets after the name."""
    return frozenset((one.key, other.key)) in company.introduced


@_feature(0.4)
def same_state(one: Profile, other: Profile, _: Company) -> bool:
    """Both belong to, or speak for, the same state or body."""
    return one.state is not None and one.state == other.state


@_feature(0.4, *_PEOPLE)
def same_office(one: Profile, other: Profile, _: Company) -> bool:
    """Both hold the same office of the same state or body."""
    return _people(one, other) and bool(one.offices.keys() & other.offices.keys())


@_feature(0.4, "short")
def listed_in_office(one: Profile, other: Profile, _: Company) -> bool:
    """The directory lists the one with the longer name as holder of the office that the other holds that day."""
    if not same_surname(one, other, _) or one.form.full == other.form.full:
        return False
    short, long = (other, one) if one.form.full else (one, other)
    held = ((office, days) for office, days in short.offices.items() if days and has_one_holder(office))
    on = (leader for office, days in held for leader in tenures_of(*office[::-1]) if leader.holds_on(days.first))
    return any(person_name(leader.usual).outer == long.form.outer for leader in on)


@_feature(1.0)
def in_office_that_day(one: Profile, other: Profile, _: Company) -> bool:
    """The one is named by an office alone, which the other is known to hold before and after that day."""
    if one.described == other.described:
        return False
    shared = (office for office in one.offices if office in other.offices and has_one_holder(office))
    days = ((one.offices[office], other.offices[office]) for office in shared)
    return any(mine and theirs and mine.meet(theirs) for mine, theirs in days)


@_feature(-0.2, *_PEOPLE)
def different_states(one: Profile, other: Profile, _: Company) -> bool:
    """They speak for different states; people change their posts."""
    return _people(one, other) and one.state is not None and other.state is not None and one.state != other.state


@_feature(CONFLICT, "others")
def bodies_of_different_states(one: Profile, other: Profile, _: Company) -> bool:
    """They are bodies of different states."""
    return _bodies(one, other) and one.state is not None and other.state is not None and one.state != other.state


@_feature(-0.6, *_PEOPLE)
def told_apart(one: Profile, other: Profile, _: Company) -> bool:
    """An article speaks of both as two people."""
    return _people(one, other) and one.id != other.id and not one.readings.isdisjoint(other.readings)


@_feature(CONFLICT, *_PEOPLE)
def given_names_conflict(one: Profile, other: Profile, _: Company) -> bool:
    """The surname is the same, but the given names are different ones."""
    if not _people(one, other) or one.form.surname != other.form.surname:
        return False
    return have_other_names((one.form.spelled, one.form.given), (other.form.spelled, other.form.given))


@_feature(CONFLICT)
def offices_conflict(one: Profile, other: Profile, _: Company) -> bool:
    """On one day they hold offices that speak for two different states."""
    return any(
        mine.polity != theirs.polity and speaks(mine) and speaks(theirs) and days.meet(other_days)
        for mine, days in one.offices.items()
        for theirs, other_days in other.offices.items()
        if days and other_days
    )


def _both(one: Profile, other: Profile) -> tuple[tuple[Profile, Profile], tuple[Profile, Profile]]:
    return (one, other), (other, one)


def _bodies(one: Profile, other: Profile) -> bool:
    """Say whether both are bodies, or both places; what kind of body is no matter."""
    types = {one.type, other.type}
    return types == {"place"} or not types & {"person", "state", "place"}


def _marked(one: Profile, other: Profile) -> bool:
    """Say whether accents or letters are what makes the names different, not blanks or hyphens."""
    return not (one.form.folded.isascii() and other.form.folded.isascii())


Names = tuple[tuple[str, ...], tuple[str, ...]]
"""A person's names in one spelling, and the given ones with short forms written out."""


def have_other_names(one: Names, other: Names) -> bool:
    """Say whether of two who share a surname all given names are different."""
    (ones, mine), (others, theirs) = one, other
    if not mine or not theirs or sorted(ones) == sorted(others):
        return False
    return not any(_fits(a, b) for a in mine for b in theirs)


def _fits(one: str, other: str) -> bool:
    """Say whether two given names may be one: the same, or an initial of it."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _surname(one: Profile, other: Profile) -> str:
    longer = one if len(one.form.words) > len(other.form.words) else other
    return longer.form.surname
