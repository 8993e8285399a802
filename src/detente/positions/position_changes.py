"""Every change of position that the record shows: each once, with all who tell of it and what was around it."""

import datetime as dt
from collections.abc import Iterable

from detente.dates import bounds, is_edtf
from detente.errors import UsageError
from detente.positions.asked_days import day_of
from detente.positions.change_dossiers import ChangeDossier, Dossiers
from detente.positions.changes import Turn
from detente.positions.collecting import in_one_go
from detente.positions.everybody import MOST, Everybody
from detente.positions.identified import Identified, identified
from detente.positions.lines import lines
from detente.positions.naming import EVERYTHING, Directory, Named
from detente.positions.statements import KINDS
from detente.positions.tellings import tellings
from detente.record import NO_LIMITS, Limits, Record

_ROLES = ("holder", "by", "member")


@in_one_go
def changes(
    record: Record,
    holder: str | None = None,
    object_: str | None = None,
    since: str | dt.date | None = None,
    on: str | dt.date | None = None,
) -> tuple[ChangeDossier, ...]:
    """Give the changes of position in time, of one holder or of all, on one object or on all.

    Holder and object are named as in ``timeline``. ``since`` is a day, month or year: only changes that may have
    come on
    or after its first day; with ``on``, those that may have come on that day. Raise ``UsageError`` where a name may
    mean several or nobody, and for what is no date.
    """
    day, start = day_of(on) if on is not None else None, _start(since)
    seen = identified(record)
    directory = Directory.of(seen)
    about = directory.about(object_) if object_ is not None else EVERYTHING
    everybody = Everybody(seen, (*KINDS, "changes"), _ROLES) if holder is None and len(seen.days) <= MOST else None
    asked = [known(directory, holder)] if holder is not None else _all(seen, directory, everybody)
    turns = (
        turn
        for who in asked
        for turn in lines(
            seen, directory, who, about, whole=True, envoys=everybody.of(who.id) if everybody else None
        ).turns
    )
    dossiers = Dossiers(record, directory)
    found = (dossiers.dossier(told) for told in tellings(_once(turns)))
    return tuple(
        each
        for each in sorted(found, key=ChangeDossier.order)
        if (not day or each.may_come(day)) and (not start or _end(each) >= start)
    )


def _start(since: str | dt.date | None) -> dt.date | None:
    if since is None:
        return None
    if not is_edtf(str(since)) or "/" in str(since):
        raise UsageError(f"found the date {str(since)!r}; expected a day, month or year such as 2021-08")
    return bounds(str(since)).first


def _end(each: ChangeDossier) -> dt.date:
    """Give the last day on which a change may have come; one of which no day is known is never left out."""
    day = each.when or each.reported
    return bounds(day).last if day else dt.date.max


def known(directory: Directory, holder: str) -> Named:
    """Give the one whom a name means; raise ``UsageError`` where it may mean several or nobody."""
    found = directory.find(holder)
    if found is None:
        raise UsageError(f"found {holder!r}, whom the record does not know; expected a holder's id or name")
    return found


def _all(seen: Identified, directory: Directory, everybody: Everybody | None) -> list[Named]:
    found = sorted({directory.state(each) for each in everybody.named}) if everybody else holders(seen, directory)
    return [Named(each, directory.name(each)) for each in found]


def _once(turns: Iterable[Turn]) -> list[Turn]:
    """Leave out a turn that is found twice, once for a person and once for the state for which he spoke."""
    found: dict[tuple[object, ...], Turn] = {}
    for turn in turns:
        found.setdefault((turn.holder, turn.kind, turn.object, turn.when, turn.said, turn.articles), turn)
    return list(found.values())


def holders(seen: Identified, directory: Directory, *kinds: str, limits: Limits = NO_LIMITS) -> list[str]:
    """Give all whose position something shows; who speaks for a state stands for it, not beside it."""
    found: set[str] = set()
    for kept in seen.claims(*(kinds or (*KINDS, "changes")), limits=limits._replace(bare=True)):
        for role in _ROLES:
            value = kept.body.get(role)
            found.update([value] if isinstance(value, str) else value or ())
    return sorted({directory.state(each) for each in found})
