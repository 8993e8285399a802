"""Searching texts and quotes: which articles have all the words, where, and who is quoted with them."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlalchemy as sa

from detente.record.candidates import Candidate, candidates
from detente.record.columns import parts
from detente.record.moments import NOW, When
from detente.record.retractions import retracted_since
from detente.record.snippets import Snippet, snippets
from detente.record.tables import actors, claims
from detente.record.terms import Term
from detente.record.verdicts import NO_VERDICTS, Verdicts
from detente.record.within import ANYWHERE, Within
from detente.record.words import joined
from detente.text import Span, quote

_AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim whose evidence has all the words: its kind and id, who speaks, and what the text says there."""

    kind: str
    id: str
    speakers: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has all the words; ``retracted``: since when, where what was known before is asked for.

    ``copy_of`` is the first of the articles found that has the same text; None for that one itself.
    """

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    snippets: tuple[Snippet, ...]
    quotes: tuple[Quoted, ...]
    retracted: str | None = None
    copy_of: str | None = None


Called = Callable[[str, str, str], str]
"""What an actor is called: from an article's id, his id there, and his name there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is searched for.

    With ``quoted``, one and the same utterance must have all the words. ``of`` leaves only some articles, and with
    ``quoted`` only what is said by these of their actors; with a kind or an issue, they have a part in such a claim.
    ``when`` and ``verdicts`` say as of which moments, and what judgements make of claims.
    """

    terms: Collection[Term]
    quoted: bool = False
    within: Within = ANYWHERE
    of: Mapping[str, Collection[str]] | None = None
    called: Called | None = None
    when: When = NOW
    verdicts: Verdicts = NO_VERDICTS


def search(connection: sa.Connection, asked: Asked, limit: int) -> tuple[Hit, ...]:
    """Find the articles that have all the words, the newest first."""
    hits: list[Hit] = []
    since = retracted_since(connection, asked.when)
    conditions = asked.within.conditions(connection, asked.when, asked.verdicts)
    rows = candidates(connection, asked.terms, asked.when, conditions, asked.of)
    while len(hits) < limit and (some := list(islice(rows, min(limit, _AT_ONCE)))):
        quotes = _quotes(connection, some, asked)
        for row in some:
            mine = None if asked.of is None else asked.of[row.id]
            if mine is not None and not _has_claim(connection, row, asked, mine):
                continue
            if quotes[row.reading] or not asked.quoted:
                found, said = snippets(row.text, row.title, asked.terms), tuple(quotes[row.reading])
                hits.append(Hit(row.id, row.title, row.outlet, row.published, found, said, since.get(row.id)))
    return tuple(hits[:limit])


def _has_claim(connection: sa.Connection, row: Candidate, asked: Asked, mine: Collection[str]) -> bool:
    """Say whether one of the actors has a part in a claim of the kinds and issues; true where none are asked for."""
    if not asked.within.of_claims():
        return True
    query = sa.select(claims.c.number, claims.c.body).where(claims.c.reading == row.reading)
    there = connection.execute(query.where(*asked.within.of_claims(asked.verdicts)))
    bodies = asked.verdicts.shown((number, json.loads(body)) for number, body in there)
    return any(actor in mine for body in bodies for _, actor in parts(body))


def _quotes(connection: sa.Connection, rows: Collection[Candidate], asked: Asked) -> dict[int, list[Quoted]]:
    """Give, by reading, the claims whose words have all that is searched; where quotes are asked for, utterances."""
    known = {row.reading: row for row in rows}
    columns = (claims.c.number, claims.c.reading, claims.c.kind, claims.c.id, claims.c.body)
    query = sa.select(*columns).where(claims.c.reading.in_(known))
    query = query.where(*([claims.c.kind == "utterances"] if asked.quoted else asked.within.of_claims(asked.verdicts)))
    found = []
    for claim in connection.execute(query.order_by(claims.c.kind.desc(), claims.c.place)).all():
        verdict = asked.verdicts.of(claim.number)
        if verdict.rejected:
            continue
        row, body = known[claim.reading], verdict.body(json.loads(claim.body))
        if asked.of is not None and asked.quoted and not set(asked.of[row.id]) & set(body["speakers"]):
            continue
        said = quote(row.text, tuple(Span(*span) for span in body.get("content") or body["evidence"]))
        if all(str(term) in joined(said) for term in asked.terms):
            found.append((row, claim, body, said))
    names = _names(connection, {row.reading: row for row, *_ in found}, asked.called)
    quotes: dict[int, list[Quoted]] = {reading: [] for reading in known}
    for row, claim, body, said in found:
        who = body.get("speakers") or [body[part] for part in ("holder", "by", "person") if _is_one(body.get(part))]
        speakers = tuple(names.get((row.reading, id_), id_) for id_ in who)
        quotes[row.reading].append(Quoted(claim.kind, claim.id, speakers, said))
    return quotes


def _is_one(value: Any) -> bool:
    return isinstance(value, str)


def _names(
    connection: sa.Connection, rows: Mapping[int, Candidate], called: Called | None
) -> Mapping[tuple[int, str], str]:
    query = sa.select(actors.c.reading, actors.c.id, actors.c.name).where(actors.c.reading.in_(rows))
    return {
        (each.reading, each.id): called(rows[each.reading].id, each.id, each.name) if called else each.name
        for each in connection.execute(query)
    }
