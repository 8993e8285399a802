"""Profiles: what the articles say of somebody whom they call by one id and give one state.

Actors of several articles share a profile only where comparing them could not tell them apart: where their guises have
one key. Whoever is judged in one article alone has a profile of his own, and so has everybody of whom nothing is known
but a surname. A profile knows how many actors it stands for; which they are is looked up when somebody asks.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from detente.lexicon import offices
from detente.record import (
    ArticleActor,
    Days,
    Guise,
    Key,
    NameForm,
    Office,
    Offices,
    Worn,
    is_crowd,
    is_described,
    joined,
    person_name,
    plain_name,
)

_LANGUAGE = "en"
_SINGLE = ("head-of-state", "head-of-government", "minister", "international")
_STATE = 3  # letters of a state's code

Unit = tuple[str, str]
"""An article's id, and the id by which that article knows an actor."""


@dataclass(eq=False)
class Profile:
    """Actors of articles that cannot be told apart by what is known of them. ``state`` is whom they speak for.

    ``names`` are told with the number of actors who bear each; ``sides`` with that of those who represent each.
    ``many`` and ``mentions`` count the actors, each of another article, and their mentions; ``first`` and ``last`` are
    the days on which the articles appeared, ``earliest`` the first article with its day, as in ``Worn``.
    """

    key: Key
    id: str
    type: str
    linked: bool
    look: Callable[["Profile"], tuple[list[ArticleActor], frozenset[int]]]
    states: set[str] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    offices: dict[Office, Days | None] = field(default_factory=dict)
    guises: list[int] = field(default_factory=list)
    many: int = 0
    mentions: int = 0
    first: str | None = None
    last: str | None = None
    earliest: str = ""

    def add(self, worn: Worn) -> None:
        """Count actors of a guise among those of the profile."""
        known = [day for day in (self.first, self.last, worn.first, worn.last) if day]
        self.first, self.last = min(known, default=None), max(known, default=None)
        self.earliest = min(filter(None, (self.earliest, worn.earliest)))
        self._count(worn.guise, worn.many, worn.mentions)

    def _count(self, worn: Guise, many: int, mentions: int) -> None:
        self.names[worn.name] += many
        self.many += many
        self.mentions += mentions
        if worn.side:
            self.states.add(worn.side)
        if worn.represents:
            self.sides[worn.represents] += many

    def hold(self, held: Offices) -> None:
        """Note offices in which some of the actors are shown."""
        for office, days in held.items():
            self.offices[office] = joined(self.offices.get(office), days)

    @cached_property
    def units(self) -> list[ArticleActor]:
        """The actors, by article."""
        return self.look(self)[0]

    @property
    def is_looked_up(self) -> bool:
        """Whether it is known already in which readings he is."""
        return "readings" in self.__dict__

    @cached_property
    def readings(self) -> frozenset[int]:
        """The readings of the articles that know him."""
        return self.look(self)[1]

    @cached_property
    def state(self) -> str | None:
        """Whom they speak for; where that is not the same for all, the first in the order of letters."""
        return min(self.states, default=None)

    @cached_property
    def name(self) -> str:
        """The name that most articles give him, of several the longest."""
        return most_told(self.names)

    @cached_property
    def form(self) -> NameForm:
        """The name for comparing."""
        return person_name(self.name) if self.type == "person" else plain_name(self.name)

    @cached_property
    def described(self) -> bool:
        """Whether he has no name in his article, only an office: "foreign minister of Peru"."""
        return self.type == "person" and is_described(self.name)

    @cached_property
    def weak(self) -> bool:
        """Whether the name alone does not tell who is meant: a surname, a ministry of an unknown state, a crowd."""
        if self.linked:
            return False
        if is_crowd(self.id):
            return True
        if self.type == "person":
            return self.described or not self.form.full
        return self.type == "government" and not self.state

    @property
    def weight(self) -> tuple[int, Key]:
        """The key by which the best known of several comes first."""
        return (-self.many, self.key)


def most_told(told: Mapping[str, int]) -> str:
    """Give the name that is told most often; of several the longest, then the first in the order of letters."""
    return min(told, key=lambda name: (-told[name], -len(name), name))


def names_told(profiles: Iterable[Profile]) -> Counter[str]:
    """Give the names of several profiles, with the number of actors who bear each."""
    told: Counter[str] = Counter()
    for profile in profiles:
        told.update(profile.names)
    return told


def is_acronym(profile: Profile) -> bool:
    """Say whether a body is called by a short form in capitals."""
    return profile.type != "person" and profile.name.isupper() and " " not in profile.name


def speaks(office: Office) -> bool:
    """Say whether who holds the office speaks for a state, so that nobody holds two such of two states on one day."""
    known = offices(_LANGUAGE).get(office.name)
    return len(office.polity) == _STATE and known is not None and known.represents


def has_one_holder(office: Office) -> bool:
    """Say whether an office has one holder at a time, so that it tells who is meant on a day."""
    known = offices(_LANGUAGE).get(office.name)
    return known is not None and known.represents and known.kind in _SINGLE and office.name != "minister"
