"""Identities: who the actors of all articles are. Derived from the record each time, whatever the order of reading."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from detente.lexicon import directory
from detente.positions.acronyms import introduced
from detente.positions.joining import Link
from detente.positions.matching import Match, matches
from detente.positions.profiles import Profile, is_acronym, most_told, names_told
from detente.positions.referring import Finder, alone, sides
from detente.positions.resolving import Resolution, Sides, resolve
from detente.positions.roster import Roster
from detente.record import AT, ArticleActor, Key, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An actor over all articles.

    ``id`` is that of the directory, else the one by which most articles know him, with ``@`` and an article where
    articles give that id to several. ``names`` are told with the number of articles that use each, ``ids`` are those
    that articles give him, ``represents`` is the state or body for which most of them say that he speaks.
    """

    id: str
    name: str
    type: str
    linked: bool
    represents: str | None
    names: tuple[tuple[str, int], ...]
    ids: tuple[str, ...]
    articles: int
    mentions: int
    first: str | None
    last: str | None


class Identities:
    """All identities of a record, and whose each actor of an article is."""

    def __init__(self, record: Record) -> None:
        self.judgements = record.judgements()
        self.finder = Finder(record)
        standing = [each for each in self.judgements if each.withdrawn_at is None]
        self.roster = Roster(record, alone(self.finder, standing))
        self.profiles = self.roster.profiles
        self.sides: list[Sides] = list(sides(self.finder, standing, self.roster))
        found = matches(self.roster, introduced(record, self.roster))
        self.resolution: Resolution = resolve(self.profiles, self.sides, found)
        self._ids = _ids(self.resolution.clusters)
        self._names: dict[str, str] = {}
        self._wholes: dict[str, Sequence[str]] = {}
        self._of: dict[Key, str] = {each.key: id_ for id_, cluster in self._ids.items() for each in cluster}

    def of_profile(self, profile: Profile) -> str:
        """Give the id of the identity to which a profile belongs."""
        return self._of[profile.key]

    def of_unit(self, unit: ArticleActor) -> str:
        """Give the id of the identity to which an actor of an article belongs."""
        profile = self.roster.of(unit)
        return self._of[profile.key] if profile else unit.id

    def of(self, article: str, actor: str) -> str | None:
        """Give the id of the identity of an article's actor; None where the article knows none of this id."""
        unit = self.finder.unit(article, actor)
        return self.of_unit(unit) if unit else None

    @cached_property
    def ranked(self) -> tuple[str, ...]:
        """The ids of all, the one in most articles first."""
        self.roster.prepare(each for cluster in self._ids.values() if len(cluster) > 1 for each in cluster)
        return self.in_order(self._ids)

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Give some of them in this order."""
        return tuple(sorted(ids, key=lambda id_: (-_articles(self._ids[id_]), -_mentions(self._ids[id_]), id_)))

    def links(self, profiles: Iterable[Profile]) -> list[Link]:
        """Give the links whose first side is one of some profiles."""
        places = sorted(n for profile in profiles for n in self._links.get(profile.key, ()))
        return [self.resolution.links[n] for n in places]

    def undecided(self, profiles: Iterable[Profile]) -> list[Match]:
        """Give the undecided matches of some profiles, the surest first."""
        places = {n for profile in profiles for n in self._undecided.get(profile.key, ())}
        return [self.resolution.undecided[n] for n in sorted(places)]

    @cached_property
    def _links(self) -> Mapping[Key, list[int]]:
        return _places((link.one.key,) for link in self.resolution.links)

    @cached_property
    def _undecided(self) -> Mapping[Key, list[int]]:
        return _places((match.one.key, match.other.key) for match in self.resolution.undecided)

    def knows(self, id_: str) -> bool:
        """Say whether there is one of this id."""
        return id_ in self._ids

    def name(self, id_: str) -> str | None:
        """Give the name of one; None where there is none."""
        if id_ in self._ids and id_ not in self._names:
            self._names[id_] = _name(self._ids[id_])
        return self._names.get(id_)

    def type_of(self, id_: str) -> str:
        """Give the type of one."""
        return _first(self._ids[id_]).type

    def called(self, id_: str) -> frozenset[str]:
        """Give every name and id that articles give to one."""
        cluster = self._ids[id_]
        return frozenset({name for each in cluster for name in each.names} | {each.id for each in cluster})

    def cluster(self, id_: str) -> Sequence[Profile]:
        """Give the profiles that are one identity."""
        return self._ids[id_]

    def identity(self, id_: str) -> Identity:
        """Give one of them; raise ``KeyError`` where there is none."""
        cluster = self._ids[id_]
        first = min((each.first for each in cluster if each.first), default=None)
        last = max((each.last for each in cluster if each.last), default=None)
        states = self.states(cluster)
        told = names_told(cluster)
        return Identity(
            id=id_,
            name=_name(cluster),
            type=_first(cluster).type,
            linked=any(profile.linked for profile in cluster),
            represents=min(states, key=lambda state: (-states[state], state), default=None),
            names=tuple(sorted(told.items(), key=lambda each: (-each[1], each[0]))),
            ids=tuple(sorted({profile.id for profile in cluster})),
            articles=_articles(cluster),
            mentions=_mentions(cluster),
            first=first,
            last=last,
        )

    def states(self, cluster: Iterable[Profile]) -> Counter[str]:
        """Count for whom the actors of some profiles speak, by identity."""
        found: Counter[str] = Counter()
        for profile in cluster:
            for side, many in profile.sides.items():
                whole = self.wholes(side)
                if len(whole) == 1:
                    found[whole[0]] += many
                else:
                    units = (unit for unit in profile.units if unit.represents == side)
                    found.update(self.of(unit.article, side) or side for unit in units)
        return found

    def wholes(self, actor: str) -> Sequence[str]:
        """Give the identities of those whom articles know by an id; the id itself where nobody is known by it."""
        if actor not in self._wholes:
            self._wholes[actor] = sorted({self._of[each.key] for each in self.bearers(actor)}) or [actor]
        return self._wholes[actor]

    @cached_property
    def _bearers(self) -> Mapping[str, list[Profile]]:
        found: dict[str, list[Profile]] = defaultdict(list)
        for profile in self.profiles:
            found[profile.id].append(profile)
        return found

    def bearers(self, id_: str) -> Sequence[Profile]:
        """Give the profiles of those whom articles know by an id."""
        return self._bearers.get(id_, ())

    @cached_property
    def _described(self) -> Mapping[str, list[Profile]]:
        found: dict[str, list[Profile]] = defaultdict(list)
        for profile in self.profiles:
            for side in profile.sides if profile.described else ():
                found[side].append(profile)
        return found

    def described(self, polity: str) -> Sequence[Profile]:
        """Give those whom articles call by an office of a state alone."""
        return self._described.get(polity, ())


def _places(keyed: Iterable[Iterable[Key]]) -> Mapping[Key, list[int]]:
    """Give where in a row each key stands."""
    found: dict[Key, list[int]] = defaultdict(list)
    for n, keys in enumerate(keyed):
        for key in keys:
            found[key].append(n)
    return found


def _articles(cluster: Sequence[Profile]) -> int:
    if len(cluster) == 1:
        return cluster[0].many
    return len(frozenset().union(*(profile.readings for profile in cluster)))


def _mentions(cluster: Sequence[Profile]) -> int:
    return sum(profile.mentions for profile in cluster)


def _ids(clusters: Iterable[Sequence[Profile]]) -> dict[str, Sequence[Profile]]:
    """Give each cluster an id: that of its best known profile, told apart where others bear it as well."""
    named = sorted(((_first(cluster).id, cluster) for cluster in clusters), key=lambda each: each[0])
    found: dict[str, Sequence[Profile]] = {}
    for id_, group in groupby(named, key=lambda each: each[0]):
        same = [cluster for _, cluster in group]
        owner = _owner(id_, same)
        for cluster in same:
            found[id_ if cluster is owner else f"{id_}{AT}{_first_article(id_, cluster)}"] = cluster
    return found


def _owner(id_: str, clusters: Sequence[Sequence[Profile]]) -> Sequence[Profile] | None:
    """Give the one that has most of the articles in which somebody has the id; None where none has more than half."""
    counts = [sum(profile.many for profile in cluster if profile.id == id_) for cluster in clusters]
    return next((c for c, count in zip(clusters, counts, strict=True) if 2 * count > sum(counts)), None)


def _first_article(id_: str, cluster: Sequence[Profile]) -> str:
    return min(profile.earliest for profile in cluster if profile.id == id_).partition(" ")[2]


def _first(cluster: Sequence[Profile]) -> Profile:
    """Give the profile after which a cluster is called: one of the directory, one with a full name, the best known."""
    if len(cluster) == 1:
        return cluster[0]
    known: Counter[str] = Counter()
    for profile in cluster:
        known[profile.id] += profile.many
    return min(
        cluster,
        key=lambda each: (
            not each.linked,
            each.type != "state",
            each.weak,
            is_acronym(each),
            -known[each.id],
            each.key,
        ),
    )


def _name(cluster: Sequence[Profile]) -> str:
    """Give the name that is told most often among those that tell who he is."""
    first = _first(cluster)
    if first.linked and first.id in directory():
        return directory()[first.id].name
    like = [each for each in cluster if each.weak == first.weak and is_acronym(each) == is_acronym(first)]
    return most_told(names_told(like))
