"""Who held an office on a day: what the articles say, and how far it is known."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.dates import FIRST, LAST, bounds
from detente.errors import UsageError
from detente.lexicon import titles
from detente.positions.identified import identified
from detente.positions.naming import Directory, Named
from detente.record import Kept, Record
from detente.text import fold

_LANGUAGE = "en"  # offices are kept under their English names, whatever the language of the article
_HOLDS = ("current", "acting", "contested")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person in an office.

    ``known_from`` and ``known_to`` are the first and last date (EDTF) at which some article shows him in it; a title
    in an article shows it for the day of its publication. ``since`` and ``until`` are the dates that articles name;
    ``left_by`` is the day by which he is said to be a former one. ``certain`` says whether the day that was asked
    lies between days on which he is known to hold it.
    """

    person: str
    name: str
    office: str
    polity: str | None
    status: str
    since: str | None
    until: str | None
    known_from: str | None
    known_to: str | None
    left_by: str | None
    predecessor: str | None
    designated_by: str | None
    certain: bool | None
    quote: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]

    def order(self) -> tuple[str, ...]:
        """Give the key by which holders stand in time."""
        return (self.known_from or self.since or self.left_by or "9999", self.person)


def who(record: Record, office: str, polity: str, on: str | dt.date | None = None) -> tuple[Holder, ...]:
    """Say who held an office of a polity, on a day or at any time; several where it is contested or unclear.

    The polity may be given by id or name, the day as ``2021-08-05``. Raise ``UsageError`` where a name may mean
    several, and for a day that is none.
    """
    day = _day(on) if on else None
    seen = identified(record)
    directory = Directory(seen)
    state = directory.find(polity) or Named(polity, polity, known=False)
    wanted = _plain(office_of(office))
    by_person: dict[str, list[Kept]] = {}
    for kept in seen.claims("tenures", who={state.id}, roles=("polity",)):
        body = kept.body
        if body["polity"] == state.id and body["person"] and _plain(body["office"]) == wanted:
            by_person.setdefault(body["person"], []).append(kept)
    holders = sorted((_holder(claims, directory) for claims in by_person.values()), key=Holder.order)
    return _on(holders, day) if day else tuple(holders)


def _day(given: str | dt.date) -> dt.date:
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError as error:
        raise UsageError(f"found {str(given)!r}; expected a day such as 2021-08-05") from error


def office_of(asked: str) -> str:
    """Give the name under which the record keeps an office, from any title of it.

    >>> office_of("Foreign Secretary"), office_of("vice_president")
    ('foreign minister', 'vice president')
    """
    words = tuple(fold(asked).replace("_", " ").split())
    return next(
        (title.entry.office for title in titles(_LANGUAGE).get(words[0] if words else "", ()) if title.words == words),
        asked,
    )


def _plain(office: str) -> str:
    return fold(office).replace("_", " ").replace("-", " ")


def _holder(claims: list[Kept], directory: Directory) -> Holder:
    shown = [day for kept in claims for day in _days_in_office(kept)]
    starts = [day for day in shown if bounds(day).last != LAST]
    ends = [day for day in (*shown, *_dates(claims, "until")) if bounds(day).first != FIRST]
    known_to = max(ends, key=lambda day: bounds(day).first, default=None)
    left = sorted(kept.article.published for kept in claims if _is_past(kept) and kept.article.published)
    best = max(claims, key=lambda kept: (kept.body["status"] in _HOLDS, kept.article.published or "", kept.article.id))
    person = best.body["person"]
    return Holder(
        person=person,
        name=directory.name(person),
        office=best.body["office"],
        polity=best.body["polity"],
        status="contested" if any(kept.body["status"] == "contested" for kept in claims) else best.body["status"],
        known_from=min(starts, key=lambda day: bounds(day).last, default=None),
        known_to=known_to,
        left_by=next((day for day in left if not known_to or day >= bounds(known_to).first.isoformat()), None),
        certain=None,
        quote=best.quote(),
        articles=tuple(sorted({kept.article.id for kept in claims})),
        outlets=tuple(sorted({kept.article.outlet for kept in claims if kept.article.outlet})),
        since=_first(claims, "since"),
        until=_first(claims, "until"),
        predecessor=_first(claims, "predecessor"),
        designated_by=_first(claims, "designated_by"),
    )


def _is_past(kept: Kept) -> bool:
    return kept.body["status"] == "former" and not kept.body["until"]


def _days_in_office(kept: Kept) -> Iterable[str]:
    """Give dates on which the claim shows the person in office; a current title shows it for the day of report."""
    if kept.body["status"] in _HOLDS and kept.article.published:
        yield kept.article.published
    yield from _dates([kept], "holding", "since")


def _dates(claims: list[Kept], *names: str) -> Iterable[str]:
    return [kept.body[name] for kept in claims for name in names if kept.body[name]]


def _first(claims: list[Kept], name: str) -> str | None:
    """Give what the earliest article that says it says."""
    said = [(kept.article.published or "", kept.article.id, kept.body[name]) for kept in claims if kept.body[name]]
    return min(said)[2] if said else None


def _on(holders: list[Holder], day: dt.date) -> tuple[Holder, ...]:
    """Choose those who held it on the day; where none is certain, those who are known nearest before, else after it."""
    judged = [replace(each, certain=_is_certain(each, day)) for each in holders if _may_hold(each, day)]
    if any(each.certain for each in judged):
        return tuple(each for each in judged if each.certain or each.status == "contested")
    before = [each for each in judged if each.known_from and bounds(each.known_from).first <= day]
    latest = max((bounds(each.known_to).first for each in before if each.known_to), default=FIRST)
    nearest = [each for each in before if each.known_to and bounds(each.known_to).first == latest]
    contested = [each for each in before if each.status == "contested" and each not in nearest]
    return (*nearest, *contested) or tuple(judged[:1])


def _is_certain(holder: Holder, day: dt.date) -> bool:
    if not holder.known_from or not holder.known_to:
        return False
    return bounds(holder.known_from).last <= day <= bounds(holder.known_to).first


def _may_hold(holder: Holder, day: dt.date) -> bool:
    """Say whether nothing that is known speaks against the day."""
    if holder.since and bounds(holder.since).first > day:
        return False
    if holder.until and bounds(holder.until).last < day:
        return False
    return not (holder.left_by and holder.left_by <= day.isoformat())
