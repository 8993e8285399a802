"""Where a holder stood on an object, since when and until when: spells of a position, and the changes between."""

import datetime as dt
from dataclasses import dataclass, replace

from detente.positions.asked_days import day_of
from detente.positions.changes import Turn
from detente.positions.identified import identified
from detente.positions.incumbents import incumbents
from detente.positions.lines import lines
from detente.positions.naming import About, Directory, Named
from detente.positions.silences import Scope, Silence, scope
from detente.positions.spells import Spell
from detente.record import Record


@dataclass(frozen=True, slots=True)
class Timeline:
    """A holder's positions on an object. Without spells, ``silence`` says what that means: it is never "neutral"."""

    holder: Named
    object: About
    spells: tuple[Spell, ...]
    changes: tuple[Turn, ...]
    coverage: Scope
    silence: Silence | None


def timeline(record: Record, holder: str, object_: str, on: str | dt.date | None = None) -> Timeline:
    """Say where a holder stands on an object: an actor, an issue, or both ("sanctions on Venezuela").

    Both may be given by id or name. With a day, only spells that may have held and changes that may have come on it.
    Raise ``UsageError`` where a name may mean several, and for a day that is none.
    """
    day = day_of(on) if on is not None else None
    seen = identified(record)
    directory = Directory.of(seen)
    about = directory.about(object_)
    who = directory.find(holder) or Named(holder, holder, known=False)
    found = lines(seen, directory, who, about)
    spells = tuple(spell for spell in with_incumbents(record, who, found.spells, day) if not day or spell.may_hold(day))
    read = scope(seen, directory, who.id, about, until=day)
    return Timeline(
        who,
        about,
        spells,
        tuple(turn for turn in found.turns if not day or turn.may_come(day)),
        read,
        None if spells else read.silence,
    )


def with_incumbents(
    record: Record, who: Named, spells: tuple[Spell, ...], day: dt.date | None = None
) -> tuple[Spell, ...]:
    """Give spells with the ministers in whose time they ran, up to a day."""
    if not spells:
        return ()
    under = incumbents(record, who.id, day)
    return tuple(replace(each, under=under(each.statements, each.since, each.until)) for each in spells)
