"""Profiles: what the articles say of somebody whom they call by one name and give one state.

Actors of several articles share a profile only where comparing them could not tell them apart. Whoever is judged in one
article alone has a profile of his own, and so has everybody of whom nothing is known but a surname.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from detente.dates import FIRST, LAST, bounds
from detente.lexicon import offices
from detente.positions.spelling import NameForm, person_name, plain_name
from detente.record import ArticleActor, Kept

_LANGUAGE = "en"
_HOLDS = ("current", "acting", "elect", "contested")
_OF = " of "
_SINGLE = ("head-of-state", "head-of-government", "minister", "international")
_STATE = 3  # letters of a state's code

Unit = tuple[str, str]
"""An article's id, and the id by which that article knows an actor."""


class Office(NamedTuple):
    """An office and the state or body to which it belongs."""

    name: str
    polity: str


class Days(NamedTuple):
    """The first and the last day, ISO 8601."""

    first: str
    last: str

    def meet(self, other: "Days") -> bool:
        """Say whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(eq=False)
class Profile:
    """Actors of articles that cannot be told apart by what is known of them. ``state`` is whom they speak for."""

    key: tuple[str, ...]
    id: str
    type: str
    linked: bool
    state: str | None
    units: list[ArticleActor] = field(default_factory=list)
    offices: dict[Office, Days | None] = field(default_factory=dict)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that know him."""
        return frozenset(unit.article for unit in self.units)

    @cached_property
    def name(self) -> str:
        """The name that most articles give him, of several the longest."""
        return most_told(name for unit in self.units for name in [unit.name])

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
        """Whether the name alone does not tell who is meant: a surname, a ministry of we do not know which state."""
        if self.linked:
            return False
        if self.type == "person":
            return self.described or not self.form.full
        return self.type == "government" and not self.state

    @property
    def weight(self) -> tuple[int, tuple[str, ...]]:
        """The key by which the best known of several comes first."""
        return (-len(self.articles), self.key)


def most_told(names: Iterable[str]) -> str:
    """Give the name that is told most often; of several the longest, then the first in the order of letters."""
    told: dict[str, int] = {}
    for name in names:
        told[name] = told.get(name, 0) + 1
    return min(told, key=lambda name: (-told[name], -len(name), name))


def profiles(actors: Iterable[ArticleActor], tenures: Iterable[Kept], alone: frozenset[Unit]) -> list[Profile]:
    """Divide the actors of all articles into profiles, sorted by key; ``alone`` are those that share none."""
    held = _held(tenures)
    found: dict[tuple[str, ...], Profile] = {}
    for actor in actors:
        own = held.get((actor.reading, actor.id)) or _described(actor)
        state = actor.represents or min((office.polity for office in own), default=None)
        key = _key(actor, state, own, alone)
        profile = found.setdefault(key, Profile(key, actor.id, actor.type, actor.linked, state))
        profile.units.append(actor)
        for office, days in own.items():
            profile.offices[office] = _joined(profile.offices.get(office), days)
    return [found[key] for key in sorted(found)]


def _key(
    actor: ArticleActor, state: str | None, own: Mapping[Office, object], alone: frozenset[Unit]
) -> tuple[str, ...]:
    if (actor.article, actor.id) in alone:
        return (actor.id, "@", actor.article)
    if actor.linked:
        return (actor.id,)
    if actor.type == "person" and is_described(actor.name):
        return (actor.id, "@", actor.article)
    if actor.type == "person" and not person_name(actor.name).full:
        offices_ = sorted(f"{office.name} of {office.polity}" for office in own)
        return (actor.id, state or "", *offices_) if offices_ else (actor.id, "@", actor.article)
    if actor.type == "government" and not state:
        return (actor.id, "@", actor.article)
    return (actor.id, state or "")


def is_acronym(profile: Profile) -> bool:
    """Say whether a body is called by a short form in capitals."""
    return profile.type != "person" and profile.name.isupper() and " " not in profile.name


def is_described(name: str) -> bool:
    """Say whether a person's name is none, but an office and its polity, as articles call whom they do not name.

    >>> is_described("foreign minister of Peru"), is_described("von Linden"), is_described("Lord of Ross")
    (True, False, False)
    """
    return name[:1].islower() and _OF in name


def _described(actor: ArticleActor) -> dict[Office, Days | None]:
    """Give the office that an actor has in place of a name, on the day of his article."""
    if actor.type != "person" or not actor.represents or not is_described(actor.name):
        return {}
    day = Days(actor.published, actor.published) if actor.published else None
    return {Office(actor.name.partition(_OF)[0], actor.represents): day}


def _held(tenures: Iterable[Kept]) -> dict[tuple[int, str], dict[Office, Days | None]]:
    """Give the offices that an article's persons hold, by reading and id, and from when to when that is known."""
    found: dict[tuple[int, str], dict[Office, Days | None]] = {}
    for kept in tenures:
        body = kept.body
        if body["person"] and body["polity"] and body["status"] in (*_HOLDS, "former"):
            own = found.setdefault((kept.reading, body["person"]), {})
            office = Office(body["office"], body["polity"])
            own[office] = _joined(own.get(office), _days(kept))
    return found


def _days(kept: Kept) -> Days | None:
    """Give the days on which a tenure shows somebody in office: those it names, and that of the report."""
    body = kept.body
    named = [bounds(body[name]) for name in ("since", "holding", "until") if body[name]]
    days = [day.isoformat() for each in named for day in each if day not in (FIRST, LAST)]
    if body["status"] in _HOLDS and kept.article.published:
        days.append(kept.article.published)
    return Days(min(days), max(days)) if days else None


def _joined(one: Days | None, other: Days | None) -> Days | None:
    if one and other:
        return Days(min(one.first, other.first), max(one.last, other.last))
    return one or other


def speaks(office: Office) -> bool:
    """Say whether who holds the office speaks for a state, so that nobody holds two such of two states on one day."""
    known = offices(_LANGUAGE).get(office.name)
    return len(office.polity) == _STATE and known is not None and known.represents


def has_one_holder(office: Office) -> bool:
    """Say whether an office has one holder at a time, so that it tells who is meant on a day."""
    known = offices(_LANGUAGE).get(office.name)
    return known is not None and known.represents and known.kind in _SINGLE and office.name != "minister"
