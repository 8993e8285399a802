"""Contradictions side by side: sources that disagree on where somebody stands, or on who holds an office.

Two statements contradict each other where they are on one thing, take opposed sides without a condition, come from
different
outlets, or articles where the outlet is unknown, and their days overlap or lie within a week. What lies further
apart may be a change. So does what a holder denies that another article tells of him (``denials.py``). Neither is
preferred, and neither is left out of any view.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from detente.positions.asked_days import day_of
from detente.positions.claimants import Recogniser, recognisers
from detente.positions.collecting import in_one_go
from detente.positions.denials import denials
from detente.positions.holders import Envoys
from detente.positions.identified import Identified, identified
from detente.positions.naming import EVERYTHING, About, Directory, Named
from detente.positions.position_changes import holders, known
from detente.positions.statements import KINDS, Statement, statements
from detente.positions.tenures import Holder, who
from detente.positions.things import things
from detente.record import Kept, Limits, Record
from detente.text import fold

_WEEK = dt.timedelta(days=7)
_OPPOSED = {"for", "against"}
_UNKNOWN = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One side of a contradiction: what is said, by which source, with its words. ``name`` is the claimant's."""

    side: str
    name: str
    quote: str | None
    through: str | None
    outlet: str | None
    article: str | None
    reported: str | None
    recognised_by: tuple[Recogniser, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What cannot both be so. ``first`` and ``last`` bound the days of which it is said.

    ``about`` is *position* (where a holder stands on an object), *denial* (what he denies that others tell of him:
    *told* beside *denied*) or *office* (who holds it: all claimants stand in ``says``).
    """

    about: Literal["position", "denial", "office"]
    holder: str
    name: str
    object: str
    first: str | None
    last: str | None
    says: tuple[Said, ...]

    def order(self) -> tuple[str, ...]:
        """Give the key by which contradictions stand in time."""
        return (self.first or _UNKNOWN, self.holder, self.object, *(each.quote or "" for each in self.says))


@in_one_go
def contradictions(
    record: Record, holder: str | None = None, object_: str | None = None, on: str | dt.date | None = None
) -> tuple[Contradiction, ...]:
    """Give the contradictions of the record, of one holder or of all, in time.

    With an object, only those of positions on it; with a day, those of which it may be one. Raise ``UsageError``
    where a name may mean several or nobody, and for a day that is none.
    """
    day = day_of(on).isoformat() if on is not None else None
    seen = identified(record)
    directory = Directory.of(seen)
    about = directory.about(object_) if object_ is not None else EVERYTHING
    asked = (
        [known(directory, holder)]
        if holder is not None
        else [Named(each, directory.name(each)) for each in holders(seen, directory, *KINDS)]
    )
    found = [each for whose in asked for each in _positions(seen, directory, whose, about)]
    found += [each for whose in asked for each in _denied(seen, directory, whose, about)]
    if object_ is None:
        found += _offices(record, seen, directory, known(directory, holder) if holder is not None else None, day)
    kept = (each for each in found if not day or (each.first or day) <= day <= (each.last or day))
    return tuple(sorted(set(kept), key=Contradiction.order))


def _positions(seen: Identified, directory: Directory, whose: Named, about: About) -> Iterator[Contradiction]:
    for thing in things(statements(seen, directory, Envoys(seen, whose.id), about)):
        for one, other in combinations(thing, 2):
            if _contradict(one, other):
                days = sorted((one.first, one.last, other.first, other.last))
                yield Contradiction(
                    about="position",
                    holder=whose.id,
                    name=whose.name,
                    object=one.object,
                    first=days[0],
                    last=days[-1],
                    says=(_said(one), _said(other)),
                )


def _denied(seen: Identified, directory: Directory, whose: Named, about: About) -> Iterator[Contradiction]:
    """Give what a holder denies that other articles tell of him, on an object whose words stand in either."""
    for told, part, denial in denials(Envoys(seen, whose.id)):
        quotes = (told.quote(part), denial.quote("content"))
        wanted = fold(about.issue or (about.actor.name if about.actor else ""))
        if about != EVERYTHING and wanted not in fold(" ".join(quotes)):
            continue
        days = sorted(each.article.published for each in (told, denial) if each.article.published)
        yield Contradiction(
            about="denial",
            holder=whose.id,
            name=whose.name,
            object=quotes[0],
            first=next(iter(days), None),
            last=days[-1] if days else None,
            says=(
                _told("told", told, quotes[0], told.body.get("by"), directory),
                _told("denied", denial, quotes[1], next(iter(denial.body["speakers"]), None), directory),
            ),
        )


def _told(side: str, kept: Kept, quote: str, through: str | None, directory: Directory) -> Said:
    return Said(
        side=side,
        name=quote,
        quote=quote,
        through=directory.name(through) if through else None,
        outlet=kept.article.outlet,
        article=kept.article.id,
        reported=kept.article.published,
    )


def _contradict(one: Statement, other: Statement) -> bool:
    if {one.polarity, other.polarity} != _OPPOSED or one.condition or other.condition:
        return False
    if {one.status, other.status} != {"current"} or _UNKNOWN in (one.first, other.first):
        return False
    sources = [each.outlet or each.article for each in (one, other)]
    apart = one.article != other.article and sources[0] != sources[1]
    (first, last), (begin, end) = (_days(each) for each in (one, other))
    return apart and first - _WEEK <= end and begin - _WEEK <= last


def _days(each: Statement) -> tuple[dt.date, dt.date]:
    return dt.date.fromisoformat(each.first), dt.date.fromisoformat(each.last)


def _said(each: Statement) -> Said:
    return Said(
        side=each.polarity,
        name=each.object,
        quote=each.quote,
        through=each.through,
        outlet=each.outlet,
        article=each.article,
        reported=each.reported,
    )


def _claims(each: Holder, seen: Identified, directory: Directory) -> bool:
    """Say whether somebody claims an office against another, or is recognised in it by some and not by all."""
    contested = any(one.status == "contested" for one in each.evidence)
    return contested or bool(recognisers(seen, directory, each.person))


def _offices(
    record: Record, seen: Identified, directory: Directory, whose: Named | None, day: str | None
) -> Iterator[Contradiction]:
    """Give the offices that several claim, each with all its claimants and who recognises them."""
    contested = seen.claims(
        "tenures", who={whose.id} if whose else (), roles=("polity",) if whose else (), limits=Limits(bare=True)
    )
    asked = {(kept.body["polity"], kept.body["office"]) for kept in contested if kept.body["status"] == "contested"}
    for polity, office in sorted((polity, office) for polity, office in asked if polity):
        claimants = [each for each in who(record, office, polity, day).holders if _claims(each, seen, directory)]
        if len({each.person for each in claimants}) > 1:
            yield Contradiction(
                about="office",
                holder=polity,
                name=directory.name(polity),
                object=office,
                first=min((each.known_from for each in claimants if each.known_from), default=None) if day else None,
                last=None,
                says=tuple(
                    Said(
                        side=each.status,
                        name=each.name,
                        quote=each.quote,
                        through=None,
                        outlet=each.outlets[0] if each.outlets else None,
                        article=each.articles[0] if each.articles else None,
                        reported=each.known_from,
                        recognised_by=each.recognised_by,
                    )
                    for each in claimants
                ),
            )
