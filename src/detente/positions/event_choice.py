"""Which events are asked for: between two days, of some states, of some types."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from detente.dates import bounds
from detente.errors import UsageError
from detente.lexicon import actor_codes, directory, event_types, names, state_codes
from detente.lexicon import words as name_words
from detente.positions.coded import CodedEvent


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; empty for everything. ``codes`` are those of actors, ``types`` those of PLOVER.

    An event is within the days where its date may lie there. Of an event without a date the day of publication
    decides whether it is given; it never becomes its date. Where that is unknown too, the event is left out.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    codes: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        since: str | dt.date | None = None,
        until: str | dt.date | None = None,
        states: str | Iterable[str] = (),
        types: str | Iterable[str] = (),
    ) -> Self:
        """Make a choice of what a user says; raise ``UsageError`` for what cannot be understood.

        A day is ``2021-08-05``, ``2021-08`` or ``2021``, from its first day (``since``) or up to its last (``until``);
        a state its code or name; a type one of PLOVER's, in capitals or not; one of them alone needs no list.
        """
        first = bounds(_date(since)).first if since else None
        last = bounds(_date(until)).last if until else None
        if first and last and first > last:
            raise UsageError(f"since {since} is after until {until}; expected an earlier day")
        return cls(first, last, frozenset(map(code_of, _each(states))), frozenset(map(_type, _each(types))))

    def holds(self, event: CodedEvent) -> bool:
        """Say whether an event is asked for."""
        if self.types and event.type not in self.types:
            return False
        if self.codes and self.codes.isdisjoint(each.code for each in (*event.actors, *event.recipients)):
            return False
        return self._is_within(event.date or event.story.published)

    def _is_within(self, when: str) -> bool:
        if not self.since and not self.until:
            return True
        if not when:
            return False
        first, last = bounds(when)
        return not (self.since and last < self.since) and not (self.until and first > self.until)


def _each(given: str | Iterable[str]) -> Iterable[str]:
    return (given,) if isinstance(given, str) else given


def code_of(words: str) -> str:
    """Give the code by which event data names a state or body, from its code or name.

    >>> code_of("per"), code_of("Kosovo"), code_of("igo")
    ('PER', 'KOS', 'IGO')
    """
    given = words.strip().upper()
    if given in state_codes().values() or given in actor_codes():
        return given
    if given in state_codes():
        return state_codes()[given]
    named = {each.known.id for each in names().get(name_words(words), ()) if each.use == "name"}
    found = sorted(state_codes()[id_] for id_ in named if directory()[id_].type == "state")
    if len(found) != 1:
        raise UsageError(f"found the state {words!r}; expected a code such as PER or IGO, or the name of a state")
    return found[0]


def _date(given: str | dt.date) -> str:
    value = str(given)
    try:
        bounds(value)
    except ValueError:
        value = ""
    if not value or "/" in value:
        raise UsageError(f"found {str(given)!r}; expected a day such as 2021-08-05, a month or a year")
    return value


def _type(given: str) -> str:
    if given.strip().upper() not in event_types():
        raise UsageError(f"found the type {given!r}; expected one of {', '.join(event_types())}")
    return given.strip().upper()
