"""The record as views see it: every actor under the id of his identity, whatever his articles call him."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from detente.positions.collecting import made_to_stay
from detente.positions.identities import Identities
from detente.positions.profiles import Profile
from detente.record import AT, NO_LIMITS, Kept, Limits, Record, parts, renamed


class Identified:
    """What ``Record`` gives to views, told of identities: so ``same`` joins and ``different`` parts what they show."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.identities = whole = Identities(record)
        self._renamed: dict[int, dict[str, str]] = defaultdict(dict)
        self._called: dict[str, set[str]] = defaultdict(set)
        self._identities_of: dict[str, set[str]] = defaultdict(set)
        others = []
        for profile in whole.profiles:
            id_ = whole.of_profile(profile)
            self._called[id_].add(profile.id)
            self._identities_of[profile.id].add(id_)
            if id_ != profile.id:
                others.append((profile, id_))
        whole.roster.prepare(profile for profile, _ in others)
        for profile, id_ in others:
            for reading in profile.readings:
                self._renamed[reading][profile.id] = id_

    def claims(
        self, *kinds: str, who: Collection[str] = (), roles: Collection[str] = (), limits: Limits = NO_LIMITS
    ) -> list[Kept]:
        """Find claims as ``Record.claims`` does, by the ids of identities and with these in their bodies."""
        called = self.locals(who)
        sought = limits.sought
        if sought:
            sought = sought._replace(actors=frozenset(self.locals(sought.actors)))
        mine = limits._replace(about=self.locals(limits.about), sought=sought)
        found = self._identified(self._record.claims(*kinds, who=called, roles=roles, limits=mine))
        asked = frozenset(who)
        if all(self._identities_of.get(local, {local}) <= asked for local in called):
            return found
        others = [kept for kept in found if not any(actor in asked for _, actor in parts(kept.body, roles))]
        speak = self.envoys(others, who)
        gone = {
            id(each) for each in others if not any((each.reading, id_) in speak for _, id_ in parts(each.body, roles))
        }
        return [kept for kept in found if id(kept) not in gone]

    def locals(self, who: Collection[str]) -> set[str]:
        """Give the ids by which articles call some identities."""
        return {local for id_ in who for local in self._called.get(id_, (id_,))}

    def _identified(self, found: Iterable[Kept]) -> list[Kept]:
        return [
            Kept(each.kind, renamed(each.body, self._renamed[each.reading]), each.article, each.reading, each.judged)
            if each.reading in self._renamed
            else each
            for each in found
        ]

    def _of(self, reading: int, local: str) -> str:
        """Give the identity of an actor of a reading."""
        return self._renamed[reading].get(local, local) if reading in self._renamed else local

    @cached_property
    def named(self) -> Collection[tuple[str, str, str]]:
        """Every identity under every name that articles give him, with his type there."""
        whole = self.identities
        return {(whole.of_profile(each), name, each.type) for each in whole.profiles for name in each.names}

    @cached_property
    def spoken(self) -> Mapping[str, Collection[str]]:
        """For whom each identity speaks, or in whose office articles show him, at whatever time."""
        whole = self.identities
        found: dict[str, set[str]] = defaultdict(set)
        for profile in whole.profiles:
            if profile.sides:
                found[whole.of_profile(profile)].update(whole.states([profile]))
            for office in profile.offices:
                found[whole.of_profile(profile)].update(whole.wholes(office.polity))
        return found

    def finding(self, polity: str) -> frozenset[str]:
        """Give by whom all claims are found that may concern a state or body: itself, and some who speak for it.

        Whoever speaks for it in all his articles, by their own word, is found by it (``claim_sides``).
        """
        return frozenset({polity, *self._apart.get(polity, ())})

    @cached_property
    def _apart(self) -> Mapping[str, Collection[str]]:
        """Those who speak for a state or body, or held its offices, and whom some article shows without it."""
        whole = self.identities
        found: dict[str, set[str]] = defaultdict(set)
        for id_, spoken in self.spoken.items():
            cluster = whole.cluster(id_)
            for polity in spoken:
                if not all(self._is_bound(profile, polity) for profile in cluster):
                    found[polity].add(id_)
        return found

    def _is_bound(self, profile: Profile, polity: str) -> bool:
        sure = (many for side, many in profile.sides.items() if list(self.identities.wholes(side)) == [polity])
        return sum(sure) >= profile.many

    def name(self, id_: str) -> str | None:
        """Give the name of an identity; None where the record knows none of this id."""
        return self.identities.name(id_)

    def articles(self, id_: str) -> int:
        """Give how many articles speak of an identity."""
        whole = self.identities
        return sum(profile.many for profile in whole.cluster(id_)) if whole.knows(id_) else 0

    def sides(self, found: Collection[Kept]) -> Mapping[tuple[int, str], Collection[str]]:
        """Give for whom actors stand in the articles of these claims, by reading and id."""
        sides: dict[tuple[int, str], set[str]] = defaultdict(set)
        for reading, actor, side in self._record.envoys(found, self._called_all):
            sides[reading, self._of(reading, actor)].add(self._of(reading, side))
        return sides

    @cached_property
    def _called_all(self) -> frozenset[str]:
        return frozenset(self._identities_of)

    def called(self, id_: str) -> Collection[str]:
        """Give the identities to which articles give this id."""
        return self._identities_of.get(id_, ())

    def of(self, words: str) -> str | None:
        """Give the identity of an actor of one article, named as ``ID@ARTICLE``; None where there is none."""
        actor, at, article = words.partition(AT)
        return self.identities.of(article, actor) if at else None

    def utterances(self, asserted: Collection[Kept]) -> dict[tuple[int, str], Mapping[str, Any]]:
        """Give the utterances in which these claims stand, by reading and id."""
        found = self._record.utterances(asserted)
        return {
            (reading, id_): renamed(body, self._renamed[reading]) if reading in self._renamed else body
            for (reading, id_), body in found.items()
        }

    @cached_property
    def days(self) -> Mapping[int, str | None]:
        """The readings that views show, with the days on which their articles were published."""
        return self._record.days()

    def naming(self, side: Iterable[str]) -> set[int]:
        """Give the readings that mention one of some identities; among them may be some that no view shows."""
        whole = self.identities
        return whole.roster.naming(each for id_ in side if whole.knows(id_) for each in whole.cluster(id_))

    def envoys(self, found: Collection[Kept], whom: Collection[str]) -> set[tuple[int, str]]:
        """Give who stands for one of some identities in the articles of these claims, as reading and id."""
        speaking = self._record.envoys(found, self.locals(whom))
        return {
            (reading, self._of(reading, actor)) for reading, actor, side in speaking if self._of(reading, side) in whom
        }


_seen: "WeakKeyDictionary[Record, tuple[object, Identified]]" = WeakKeyDictionary()


def identified(record: Record) -> Identified:
    """Give the record as views see it; worked out anew only where something was read or judged since."""
    state = record.state()
    kept = _seen.get(record)
    if kept is None or kept[0] != state:
        with made_to_stay():
            kept = _seen[record] = (state, Identified(record))
    return kept[1]
