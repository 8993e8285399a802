"""Claims that name an office and nobody, "the foreign minister of Peru", and whom they mean on the article's day."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.positions.identified import Identified
from detente.positions.profiles import Profile
from detente.record import ArticleActor, Kept, Limits, Record, parts, plain_office

_OF = " of "
_KINDS = ("utterances", "stances", "events", "commitments", "recognitions", "sanctions")
_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An office that an article names in place of a person, with the day of the article.

    ``person`` is the one known to hold it on that day; None where nobody is, or several are. ``claims`` are the ids of
    those that are told of him, ``quotes`` some of their words.
    """

    words: str
    article: str
    published: str | None
    outlet: str | None
    person: str | None
    claims: tuple[str, ...]
    quotes: tuple[str, ...]
    retracted: str | None


def references(
    record: Record,
    seen: Identified,
    polity: str,
    offices: Iterable[str],
    holder_on: Callable[[dt.date], str | None],
) -> tuple[Reference, ...]:
    """Give the references of articles to an office of a polity, in the order of their days."""
    wanted = {plain_office(each) for each in offices}
    called = [each for each in seen.identities.described(polity) if _is_meant(each, wanted)]
    units = [unit for each in called for unit in each.units if unit.represents == polity]
    if not units:
        return ()
    told: dict[tuple[int, str], list[Kept]] = {(unit.reading, unit.id): [] for unit in units}
    ids, readings = {unit.id for unit in units}, {unit.reading for unit in units}
    for kept in record.claims(*_KINDS, who=ids, limits=Limits(readings=readings)):
        for actor in {actor for _, actor in parts(kept.body)}:
            if (kept.reading, actor) in told:
                told[kept.reading, actor].append(kept)
    found = [_reference(unit, told[unit.reading, unit.id], holder_on) for unit in units]
    return tuple(sorted(found, key=lambda each: (each.published or "9999", each.article, each.words)))


def _is_meant(profile: Profile, wanted: set[str]) -> bool:
    return any(plain_office(name.partition(_OF)[0]) in wanted for name in profile.names)


def _reference(unit: ArticleActor, told: list[Kept], holder_on: Callable[[dt.date], str | None]) -> Reference:
    quotes = dict.fromkeys(kept.quote() for kept in told)
    return Reference(
        words=unit.name,
        article=unit.article,
        published=unit.published,
        outlet=next((kept.article.outlet for kept in told), None),
        person=holder_on(dt.date.fromisoformat(unit.published)) if unit.published else None,
        claims=tuple(kept.body["id"] for kept in told),
        quotes=tuple(quotes)[:_MOST],
        retracted=next((kept.article.retracted for kept in told), None),
    )
