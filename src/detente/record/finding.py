"""Finding claims and actors: in the one reading of each article that counts (``moments.shown``), as they were judged.

What comes out never depends on the order in which the articles were read, only on what they say.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.record.columns import parts
from detente.record.deriving import office_role
from detente.record.moments import NOW, When, shown
from detente.record.portions import portions
from detente.record.retractions import retracted_since
from detente.record.tables import actors, articles, claim_sides, claims, readings
from detente.record.verdicts import NO_VERDICTS, Judged, Verdicts
from detente.text import Span, quote


@dataclass(frozen=True, slots=True)
class Source:
    """The article that a claim comes from, as far as a reader wants to know it.

    ``retracted`` is when it was retracted, where what was known before that is asked for; it looks back from today.
    """

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    text: str
    retracted: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim: its kind, what was printed, with corrected fields, its article, its reading, and how it was judged."""

    kind: str
    body: Mapping[str, Any]
    article: Source
    reading: int
    judged: Judged | None = None

    def quote(self, part: str = "evidence") -> str:
        """Give the words of the evidence, or of another part that consists of spans."""
        return quote(self.article.text, tuple(Span(*span) for span in self.body[part]))


class Sought(NamedTuple):
    """What claims are sought about: one of some ``issues``, an object with all ``words``, or one of some ``actors``."""

    issues: frozenset[str]
    words: frozenset[str]
    actors: frozenset[str]


WORDED = ("stances", "commitments")
"""Kinds of claims of which there are many and that are about an issue, or about something in words of their own."""


_FEW = 100
_kind = sa.func.coalesce(claims.c.kind, "")
"""The kind of a claim that is found by something else: a database shall not go through all claims of the kind."""


class Limits(NamedTuple):
    """What limits claims beside their kinds and actors.

    In those ``about`` some further actors, one of these has a part as well, of ``parts`` where some are named;
    ``readings`` are theirs, by number. With ``offices``, they are tenures in these of a state or body that is one of
    the actors. Of what is ``sought`` about actors, more may come than is asked for, never less. With ``bare``, they
    come without the texts of their articles.
    """

    about: Collection[str] = ()
    parts: Collection[str] = ()
    readings: Collection[int] = ()
    offices: Collection[str] = ()
    sought: Sought | None = None
    bare: bool = False


NO_LIMITS = Limits()


class KnownActor(NamedTuple):
    """An actor as some article knows him."""

    id: str
    name: str
    type: str
    represents: str | None


def find_claims(
    connection: sa.Connection,
    kinds: Collection[str],
    who: Collection[str] = (),
    roles: Collection[str] = (),
    sight: tuple[When, Verdicts] = (NOW, NO_VERDICTS),
    limits: Limits = NO_LIMITS,
) -> list[Kept]:
    """Find the claims of some kinds in which one of these actors, or who represents one, has one of these parts.

    Without actors, all claims of the kinds. Sorted by article, kind and place in the text.
    """
    when, verdicts = sight
    query = sa.select(*_CLAIM, *(_SOURCE if limits.bare else ())).select_from(_READ).where(shown(when))
    query = query.where(*_conditions(kinds, who, roles, verdicts, limits))
    rows = connection.execute(query.order_by(articles.c.id, claims.c.kind, claims.c.place)).all()
    sources = _bare(connection, rows, when) if limits.bare else _sources(connection, {row[0] for row in rows}, when)
    found = []
    for article, number, kind, reading, said, *_ in rows:
        verdict = verdicts.of(number)
        if verdict.rejected:
            continue
        body = verdict.body(json.loads(said))
        if not (who and verdict.fields) or _has(connection, reading, body, who, roles):
            found.append(Kept(kind, body, sources[article], reading, verdict.judged))
    return found


_READ = claims.join(readings, readings.c.number == claims.c.reading)
_READ = _READ.join(articles, articles.c.number == readings.c.article)
_CLAIM = (articles.c.number, claims.c.number, claims.c.kind, claims.c.reading, claims.c.body)
_SOURCE = tuple(articles.c[name] for name in ("id", "title", "outlet", "published"))


def _conditions(
    kinds: Collection[str], who: Collection[str], roles: Collection[str], verdicts: Verdicts, limits: Limits
) -> Iterator[sa.ColumnElement[bool]]:
    """Give the conditions for the claims that ``find_claims`` finds, and for all that somebody corrected."""
    yield (_kind if who or limits.readings else claims.c.kind).in_(kinds)
    having = []
    if limits.offices:
        having.append(_with(who, kinds, [*map(office_role, limits.offices)]))
    elif who:
        having.append(_with(who, kinds, roles, limits.sought))
    if limits.about:
        having.append(_with(limits.about, kinds, limits.parts))
    yield from _in_all(having, verdicts.corrected)
    if limits.readings:
        yield claims.c.reading.in_(limits.readings)


def _in_all(having: Sequence[sa.Select[tuple[int]]], corrected: Collection[int]) -> Iterator[sa.ColumnElement[bool]]:
    """Give the condition that all of these give a claim's number, or that it is corrected.

    They are met as whole sets: PostgreSQL would else look for claim by claim through all the named sides.
    """
    if having:
        found: sa.SelectBase = having[0] if len(having) == 1 else sa.intersect(*having)
        if corrected:
            others = sa.select(claims.c.number).where(claims.c.number.in_(corrected))
            found = sa.union(sa.select(found.subquery().c.claim), others)
        yield claims.c.number.in_(found)


def _bare(connection: sa.Connection, rows: Iterable[sa.Row[Any]], when: When) -> dict[int, Source]:
    """Give the articles of claims that came with them, without their texts."""
    since = retracted_since(connection, when)
    of = {row[0]: row[len(_CLAIM) :] for row in rows}
    return {
        number: Source(id_, title, outlet, published, "", since.get(id_))
        for number, (id_, title, outlet, published) in of.items()
    }


def _has(
    connection: sa.Connection, reading: int, body: Mapping[str, Any], who: Collection[str], roles: Collection[str]
) -> bool:
    """Say whether one of these, or who speaks for one in the reading, has a part in a corrected claim."""
    there = {actor for _, actor in parts(body, roles)}
    speak = sa.select(actors.c.id).where(actors.c.reading == reading, actors.c.represents.in_(who))
    return bool(there & {*who, *connection.execute(speak).scalars()})


def find_judged(connection: sa.Connection, kind: str, verdicts: Verdicts) -> set[int]:
    """Give the readings of which claims of a kind are rejected or corrected."""
    query = sa.select(claims.c.reading).where(claims.c.kind == kind)
    numbers = sorted({*verdicts.rejected, *verdicts.corrected})
    return {
        reading
        for some in portions(numbers)
        for reading in connection.execute(query.where(claims.c.number.in_(some))).scalars()
    }


def find_actors(connection: sa.Connection, when: When = NOW) -> set[KnownActor]:
    """Give every actor that some article knows."""
    columns = (actors.c.id, actors.c.name, actors.c.type, actors.c.represents)
    joined = actors.join(readings, readings.c.number == actors.c.reading)
    query = sa.select(*columns).select_from(joined.join(articles, articles.c.number == readings.c.article))
    return {KnownActor(*row) for row in connection.execute(query.where(shown(when)).distinct())}


def find_utterances(
    connection: sa.Connection, asserted: Collection[Kept], verdicts: Verdicts = NO_VERDICTS
) -> dict[tuple[int, str], Mapping[str, Any]]:
    """Give the utterances in which these claims stand, by reading and id; rejected ones are left out."""
    wanted = {(kept.reading, kept.body["asserted_by"]) for kept in asserted if kept.body["asserted_by"]}
    columns = (claims.c.number, claims.c.reading, claims.c.id, claims.c.body)
    query = sa.select(*columns).where(_kind == "utterances")
    found: dict[tuple[int, str], Mapping[str, Any]] = {}
    for some in portions(sorted(wanted)):
        ids = {id_ for _, id_ in some}
        mine = query.where(claims.c.reading.in_({reading for reading, _ in some}), claims.c.id.in_(ids))
        for number, reading, id_, body in connection.execute(mine):
            if (reading, id_) in wanted and not verdicts.of(number).rejected:
                found[reading, id_] = verdicts.of(number).body(json.loads(body))
    return found


def find_envoys(connection: sa.Connection, found: Collection[Kept], whom: Collection[str]) -> set[tuple[int, str, str]]:
    """Give who stands for some actors in the readings of these claims, as their own articles say: reading, he, whom."""
    query = sa.select(actors.c.reading, actors.c.id, actors.c.represents)
    query = query.where(actors.c.represents.in_(whom) if len(whom) <= _FEW else actors.c.represents.is_not(None))
    return {
        (reading, id_, represents)
        for some in portions(sorted({kept.reading for kept in found}))
        for reading, id_, represents in connection.execute(query.where(actors.c.reading.in_(some)))
        if represents in whom
    }


def _with(
    who: Collection[str], kinds: Collection[str], roles: Collection[str] = (), sought: Sought | None = None
) -> sa.Select[tuple[int]]:
    """Give the numbers of the claims in which they, or those who speak for them, have a part."""
    query = sa.select(claim_sides.c.claim).where(claim_sides.c.side.in_(who), claim_sides.c.kind.in_(kinds))
    query = query.where(claim_sides.c.role.in_(roles)) if roles else query
    return query.where(_sought(sought, kinds)) if sought else query


def _sought(sought: Sought, kinds: Collection[str]) -> sa.ColumnElement[bool]:
    """Give a condition on sides that all claims meet which may be about what is sought, and few others."""
    has_words = sa.and_(*(claim_sides.c.about.contains(word, autoescape=True) for word in sorted(sought.words)))
    return sa.or_(
        claim_sides.c.kind.not_in(WORDED),
        claim_sides.c.issue.in_(sorted(sought.issues)),
        claim_sides.c.claim.in_(_with(sought.actors, kinds)) if sought.actors else sa.false(),
        has_words,
    )


def _sources(connection: sa.Connection, numbers: Collection[int], when: When) -> dict[int, Source]:
    since = retracted_since(connection, when)
    query = sa.select(articles.c.number, *_SOURCE, articles.c.text)
    return {
        row.number: Source(row.id, row.title, row.outlet, row.published, row.text, since.get(row.id))
        for some in portions(sorted(numbers))
        for row in connection.execute(query.where(articles.c.number.in_(some)))
    }


def find_sources(connection: sa.Connection, wanted: Collection[str], when: When = NOW) -> dict[str, Source]:
    """Give the articles with these ids, in the versions that count."""
    query = sa.select(articles.c.number).join(readings, readings.c.article == articles.c.number).where(shown(when))
    numbers = [
        number
        for some in portions(sorted(wanted))
        for number in connection.execute(query.where(articles.c.id.in_(some))).scalars()
    ]
    return {each.id: each for each in _sources(connection, numbers, when).values()}
