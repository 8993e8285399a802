"""Where a holder stood on an object, since when and until when: spells of a position, and the changes between."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypeVar

from detente.positions.asked_days import day_of
from detente.positions.changes import Turn
from detente.positions.collecting import in_one_go
from detente.positions.identified import Identified, identified
from detente.positions.incumbents import incumbents
from detente.positions.lines import lines
from detente.positions.naming import About, Directory, Named
from detente.positions.silences import Scope, Silence, scope
from detente.positions.spells import Spell
from detente.record import Record

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timeline:
    """A holder's positions on an object. Without spells, ``silence`` says what that means: it is never "neutral".

    ``spells`` and ``changes`` are the last of ``all_spells`` and ``all_changes`` in their order: all, unless a limit
    was asked for.
    """

    holder: Named
    object: About
    spells: tuple[Spell, ...]
    changes: tuple[Turn, ...]
    coverage: Scope
    silence: Silence | None
    all_spells: int
    all_changes: int


@in_one_go
def timeline(
    record: Record, holder: str, object_: str, on: str | dt.date | None = None, *, limit: int | None = None
) -> Timeline:
    """Say where a holder stands on an object: an actor, an issue, or both ("sanctions on Venezuela").

    Both may be given by id or name. With a day, only spells that may have held and changes that may have come on it.
    With a limit, at most so many of either: those that began, or came, last.
    Raise ``UsageError`` where a name may mean several, and for a day that is none.
    """
    day = day_of(on) if on is not None else None
    seen = identified(record)
    directory = Directory.of(seen)
    about = directory.about(object_)
    who = directory.find(holder) or Named(holder, holder, known=False)
    found = lines(seen, directory, who, about)
    spells = tuple(spell for spell in found.spells if not day or spell.may_hold(day))
    turns = tuple(turn for turn in found.turns if not day or turn.may_come(day))
    read = scope(seen, directory, who.id, about, until=day)
    return Timeline(
        who,
        about,
        with_incumbents(seen, who, _last(spells, limit), day),
        _last(turns, limit),
        read,
        None if spells else read.silence,
        len(spells),
        len(turns),
    )


def _last(some: tuple[T, ...], limit: int | None) -> tuple[T, ...]:
    return some if limit is None else some[max(len(some) - limit, 0) :]


def with_incumbents(
    seen: Identified, who: Named, spells: tuple[Spell, ...], day: dt.date | None = None
) -> tuple[Spell, ...]:
    """Give spells with the ministers in whose time they ran, up to a day."""
    if not spells:
        return ()
    under = incumbents(seen, who.id, day)
    return tuple(replace(each, under=under(each.statements, each.since, each.until)) for each in spells)
