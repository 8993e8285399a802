"""The roster: all profiles of a record, and to which of them an actor of an article belongs.

It is made of the guises in which actors are known, of which there are far fewer than actors. Single actors are looked
at where a judgement names them in one article alone, or judges who held an office there: then all actors of their
guises are counted one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from detente.positions.profiles import Profile, Unit
from detente.record import (
    UNDATED,
    ArticleActor,
    Guise,
    Key,
    Limits,
    Offices,
    Record,
    Worn,
    guise,
    offices_of,
)


class Roster:
    """All profiles of a record."""

    def __init__(self, record: Record, alone: Collection[ArticleActor]) -> None:
        self._record = record
        self._by_guise: dict[int, Profile] = {}
        self._apart: dict[Unit, Profile] = {}
        self._single: dict[Key, list[ArticleActor]] = defaultdict(list)
        self._found: dict[Key, Profile] = {}
        self._alone = {(unit.article, unit.id) for unit in alone}
        self._judged = record.judged("tenures")
        worn, held = record.worn()
        others = record.article_actors(readings=self._judged) if self._judged else []
        self._left = {each.guise for each in (*alone, *others)}
        for each in worn:
            if each.number not in self._left:
                self._count(each)
        for holding in held:
            if holding.guise not in self._left:
                self._by_guise[holding.guise].hold({holding.office: holding.days})
        self._divide([each for each in worn if each.number in self._left])

    @cached_property
    def profiles(self) -> list[Profile]:
        """All profiles, sorted by key."""
        return [self._found[key] for key in sorted(self._found)]

    def of(self, unit: ArticleActor) -> Profile | None:
        """Give the profile of an actor; None where it was read after this roster was made."""
        return self._apart.get((unit.article, unit.id)) or self._by_guise.get(unit.guise)

    def prepare(self, some: Iterable[Profile]) -> None:
        """Look up the readings of several profiles at once."""
        wanted = [each for each in some if not each.is_looked_up]
        found = self._record.readings_of({number for each in wanted for number in each.guises})
        for each in wanted:
            single = {unit.reading for unit in self._single.get(each.key, ())}
            each.readings = frozenset(single.union(*(found[number] for number in each.guises)))

    def naming(self, some: Iterable[Profile]) -> set[int]:
        """Give the readings that mention some profiles; among them may be some that no view shows."""
        wanted = list(some)
        single = {unit.reading for each in wanted for unit in self._single.get(each.key, ())}
        return single | self._record.naming({number for each in wanted for number in each.guises})

    def _count(self, each: Worn) -> None:
        profile = self._profile(each.guise)
        profile.guises.append(each.number)
        profile.add(each)
        self._by_guise[each.number] = profile

    def _profile(self, worn: Guise) -> Profile:
        if worn.key not in self._found:
            self._found[worn.key] = Profile(worn.key, worn.id, worn.type, worn.linked, self._look)
        return self._found[worn.key]

    def _look(self, profile: Profile) -> tuple[list[ArticleActor], frozenset[int]]:
        found = self._record.article_actors(guises=profile.guises) if profile.guises else []
        mine = sorted((*found, *self._single.get(profile.key, ())), key=lambda unit: (unit.article, unit.id))
        return mine, frozenset(unit.reading for unit in mine)

    def _divide(self, worn: Collection[Worn]) -> None:
        """Count the actors of guises that somebody leaves one by one."""
        if not worn:
            return
        of = {each.number: each.guise for each in worn}
        units = self._record.article_actors(guises=self._left)
        held = self._offices(units)
        for unit in units:
            offices = held.get((unit.reading, unit.id), {})
            alone = (unit.article, unit.id) in self._alone
            mine = guise(unit.article, of[unit.guise]._asdict(), offices, alone=alone)
            profile = self._profile(mine)
            day = unit.published
            earliest = f"{day or UNDATED} {unit.article}"
            profile.add(Worn(unit.guise, mine, 1, unit.mentions, day, day, earliest))
            profile.hold(offices)
            self._apart[unit.article, unit.id] = profile
            self._single[profile.key].append(unit)

    def _offices(self, units: Collection[ArticleActor]) -> dict[tuple[int, str], Offices]:
        """Give the offices in which single persons are shown, as tenures were judged."""
        found = self._record.offices({unit.reading for unit in units} - self._judged)
        tenures: dict[int, list[Mapping[str, Any]]] = {reading: [] for reading in self._judged}
        for kept in self._record.claims("tenures", limits=Limits(readings=self._judged)) if self._judged else ():
            tenures[kept.reading].append(kept.body)
        for unit in units:
            if unit.reading in tenures:
                mine = offices_of(unit.published, [unit._asdict()], tenures[unit.reading]).get(unit.id)
                found |= {(unit.reading, unit.id): mine} if mine else {}
        return found
