"""The roster: all profiles of a record, and to which of them an actor of an article belongs.

It is made of the guises in which actors are known, of which there are far fewer than actors. Single actors are looked at
where a judgement names them in one article alone: they leave their guise, and what is known of those who stay is
counted anew.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from detente.positions.profiles import Profile, Unit
from detente.record import ArticleActor, Guise, Key, Record, Worn, guise


class Roster:
    """All profiles of a record."""

    def __init__(self, record: Record, alone: Collection[ArticleActor]) -> None:
        self._record = record
        self._by_guise: dict[int, Profile] = {}
        self._apart: dict[Unit, Profile] = {}
        self._found: dict[Key, Profile] = {}
        worn, held = record.worn()
        left = {each.guise for each in alone}
        for each in worn:
            if each.number not in left:
                self._count(each)
        for holding in held:
            if holding.guise not in left:
                self._by_guise[holding.guise].hold({holding.office: holding.days})
        self._divide([each for each in worn if each.number in left], {(unit.article, unit.id) for unit in alone})

    @property
    def profiles(self) -> list[Profile]:
        """All profiles, sorted by key."""
        return [self._found[key] for key in sorted(self._found)]

    def of(self, unit: ArticleActor) -> Profile | None:
        """Give the profile of an actor; None where it was read after this roster was made."""
        return self._apart.get((unit.article, unit.id)) or self._by_guise.get(unit.guise)

    def prepare(self, some: Iterable[Profile]) -> None:
        """Look up the readings of several profiles at once."""
        wanted = [each for each in some if "readings" not in each.__dict__ and each.guises]
        found = self._record.readings_of({number for each in wanted for number in each.guises})
        for each in wanted:
            if not any(number in self._torn for number in each.guises):
                each.__dict__["readings"] = frozenset().union(*(found[number] for number in each.guises))

    def _count(self, each: Worn) -> None:
        profile = self._profile(each.guise)
        profile.guises.append(each.number)
        profile.add(each.guise, each.many, each.mentions, (each.first, each.last))
        self._by_guise[each.number] = profile

    def _profile(self, worn: Guise) -> Profile:
        if worn.key not in self._found:
            self._found[worn.key] = Profile(worn.key, worn.id, worn.type, worn.linked, self._look)
        return self._found[worn.key]

    def _look(self, profile: Profile) -> tuple[list[ArticleActor], frozenset[int]]:
        found = self._record.article_actors(guises=profile.guises) if profile.guises else []
        mine = [unit for unit in (*found, *self._single[profile.key]) if self.of(unit) is profile]
        return sorted(mine, key=lambda unit: (unit.article, unit.id)), frozenset(unit.reading for unit in mine)

    def _divide(self, worn: Collection[Worn], alone: Collection[Unit]) -> None:
        """Count the actors of guises that somebody leaves one by one."""
        self._torn = {each.number for each in worn}
        self._single: dict[Key, list[ArticleActor]] = defaultdict(list)
        if not worn:
            return
        of = {each.number: each.guise for each in worn}
        units = self._record.article_actors(guises=self._torn)
        held = self._record.offices({unit.reading for unit in units})
        for unit in units:
            offices = held.get((unit.reading, unit.id), {})
            apart = (unit.article, unit.id) in alone
            mine = guise(unit.article, of[unit.guise]._asdict(), offices, alone=apart)
            profile = self._profile(mine)
            profile.add(mine, 1, unit.mentions, (unit.published,))
            profile.hold(offices)
            if apart:
                self._apart[unit.article, unit.id] = profile
                self._single[profile.key].append(unit)
            else:
                self._by_guise[unit.guise] = profile
                if unit.guise not in profile.guises:
                    profile.guises.append(unit.guise)
