"""Searching texts and quotes: which articles have all the words, where, and who is quoted with them."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from detente.record.candidates import Candidate, candidates
from detente.record.moments import NOW, When
from detente.record.retractions import retracted_since
from detente.record.snippets import Snippet, snippets
from detente.record.tables import actors, claim_actors, claims
from detente.record.terms import Term
from detente.record.verdicts import NO_VERDICTS, Verdicts
from detente.record.within import ANYWHERE, Within
from detente.record.words import joined
from detente.text import Span, quote


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
    rejected = asked.verdicts.rejected
    conditions = asked.within.conditions(connection, asked.when, rejected)
    for row in candidates(connection, asked.terms, asked.when, conditions, asked.of):
        mine = None if asked.of is None else asked.of[row.id]
        if mine is not None and not _has_claim(connection, row, asked, mine):
            continue
        quotes = tuple(_quotes(connection, row, asked))
        if quotes or not asked.quoted:
            found = snippets(row.text, row.title, asked.terms)
            hits.append(Hit(row.id, row.title, row.outlet, row.published, found, quotes, since.get(row.id)))
        if len(hits) == limit:
            break
    return tuple(hits)


def _has_claim(connection: sa.Connection, row: Candidate, asked: Asked, mine: Collection[str]) -> bool:
    """Say whether one of the actors has a part in a claim of the kinds and issues; true where none are asked for."""
    conditions = asked.within.of_claims(asked.verdicts.rejected)
    if not asked.within.of_claims():
        return True
    parts = claims.join(claim_actors, claim_actors.c.claim == claims.c.number)
    wanted = (claims.c.reading == row.reading, claim_actors.c.actor.in_(mine), *conditions)
    return connection.execute(sa.select(sa.literal(1)).select_from(parts).where(*wanted).limit(1)).first() is not None


def _quotes(connection: sa.Connection, row: Candidate, asked: Asked) -> Iterator[Quoted]:
    """Give the claims of a reading whose words have all that is searched; where quotes are asked for, utterances."""
    query = sa.select(claims.c.number, claims.c.kind, claims.c.id, claims.c.body).where(claims.c.reading == row.reading)
    query = query.where(*([claims.c.kind == "utterances"] if asked.quoted else asked.within.of_claims()))
    speakers = asked.of[row.id] if asked.of is not None and asked.quoted else None
    names: Mapping[str, str] | None = None
    for found in connection.execute(query.order_by(claims.c.kind.desc(), claims.c.place)).all():
        verdict = asked.verdicts.of(found.number)
        body = verdict.body(json.loads(found.body))
        if verdict.rejected:
            continue
        if speakers is not None and not set(speakers) & set(body["speakers"]):
            continue
        said = quote(row.text, tuple(Span(*span) for span in body.get("content") or body["evidence"]))
        if all(str(term) in joined(said) for term in asked.terms):
            names = _names(connection, row, asked.called) if names is None else names
            who = body.get("speakers") or [body[part] for part in ("holder", "by", "person") if _is_one(body.get(part))]
            yield Quoted(found.kind, found.id, tuple(names.get(id_, id_) for id_ in who), said)


def _is_one(value: Any) -> bool:
    return isinstance(value, str)


def _names(connection: sa.Connection, row: Candidate, called: Called | None) -> Mapping[str, str]:
    query = sa.select(actors.c.id, actors.c.name).where(actors.c.reading == row.reading)
    found = connection.execute(query).all()
    return {each.id: called(row.id, each.id, each.name) if called else each.name for each in found}
