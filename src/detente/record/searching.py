"""Searching texts and quotes: which articles have all the words, where, and who is quoted with them.

The words of a text are kept once more, folded (``words.joined``), so that every database finds them with LIKE.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.moments import When, shown
from detente.record.retractions import retracted_since
from detente.record.tables import actors, article_words, articles, claims, readings
from detente.record.verdicts import Verdicts
from detente.record.words import joined, words
from detente.text import Span, Spans, quote

_AROUND = 90
_MOST_SNIPPETS = 3
_TERM = re.compile(r'["“”„]([^"“”„]*)["“”„]|(\S+)')


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article.

    ``span`` is its place in the article's text, empty where it is the title; ``marks`` are the places of the words in
    its own ``text``; ``ends`` says whether the article ends with it.
    """

    text: str
    marks: Spans
    span: Span
    ends: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim whose evidence has all the words: its kind and id, who speaks, and what the text says there."""

    kind: str
    id: str
    speakers: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has all the words; ``retracted``: since when, where what was known before is asked for."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    snippets: tuple[Snippet, ...]
    quotes: tuple[Quoted, ...]
    retracted: str | None = None


class Term(NamedTuple):
    """What is searched: words that follow each other; ``open`` where the last one is only a beginning."""

    words: tuple[str, ...]
    open: bool


def terms(query: str) -> tuple[Term, ...]:
    """Read a query: words, "phrases in quotation marks", and beginnings*. Raise ``UsageError`` where it has none.

    >>> terms('Perú "Lima Group" sanction*')
    (Term(words=('peru',), open=False), Term(words=('lima', 'group'), open=False), Term(words=('sanction',), open=True))
    """
    given = [match[1] if match[1] is not None else match[2] for match in _TERM.finditer(query)]
    found = [Term(tuple(word for word, _ in words(each)), each.endswith("*")) for each in given]
    found = [term for term in found if term.words]
    if not found:
        raise UsageError(f"found no word in {query!r}; expected words to search for")
    return tuple(dict.fromkeys(found))


Sight = tuple[When, Verdicts]
"""What is asked for: as of which moments, and what judgements make of claims."""

Called = Callable[[str, str, str], str]
"""What an actor is called: from an article's id, his id there, and his name there."""


def search(  # noqa: PLR0913
    connection: sa.Connection,
    query: str,
    limit: int,
    sight: Sight,
    *,
    quoted: bool,
    of: Mapping[str, Collection[str]] | None = None,
    called: Called | None = None,
) -> tuple[Hit, ...]:
    """Find the articles that have all the words, the newest first; with ``quoted``, in one and the same utterance.

    ``of`` leaves only some articles, and with ``quoted`` only what is said by these of their actors.
    """
    asked = terms(query)
    hits: list[Hit] = []
    since = retracted_since(connection, sight[0])
    for row in connection.execute(_matching(asked, sight[0])):
        if of is not None and row.id not in of:
            continue
        speakers = of[row.id] if of is not None and quoted else None
        quotes = tuple(_quotes(connection, row, asked, sight[1], speakers=speakers, quoted=quoted, called=called))
        if quotes or not quoted:
            snippets = _snippets(row.text, row.title, asked)
            hits.append(Hit(row.id, row.title, row.outlet, row.published, snippets, quotes, since.get(row.id)))
        if len(hits) == limit:
            break
    return tuple(hits)


def _matching(asked: Collection[Term], when: When) -> sa.Select[Any]:
    """Give the query for the newest readings of the articles that have all the words."""
    joins = readings.join(articles, articles.c.number == readings.c.article)
    joins = joins.join(article_words, article_words.c.article == articles.c.number)
    columns = (articles.c.id, articles.c.title, articles.c.outlet, articles.c.published, articles.c.text)
    has_all = [article_words.c.folded.contains(_needle(term), autoescape=True) for term in asked]
    query = sa.select(*columns, readings.c.number.label("reading")).select_from(joins).where(shown(when), *has_all)
    return query.order_by(sa.func.coalesce(articles.c.published, "").desc(), articles.c.id)


def _needle(term: Term) -> str:
    return f" {' '.join(term.words)}" + ("" if term.open else " ")


def _quotes(  # noqa: PLR0913
    connection: sa.Connection,
    row: Any,
    asked: Collection[Term],
    verdicts: Verdicts,
    *,
    speakers: Collection[str] | None,
    quoted: bool,
    called: Called | None,
) -> Iterator[Quoted]:
    """Give the claims of a reading whose words have all that is searched; ``quoted``: only utterances."""
    query = sa.select(claims.c.number, claims.c.kind, claims.c.id, claims.c.body).where(claims.c.reading == row.reading)
    query = query.where(claims.c.kind == "utterances") if quoted else query
    names: Mapping[str, str] | None = None
    for found in connection.execute(query.order_by(claims.c.kind.desc(), claims.c.place)).all():
        verdict = verdicts.of(found.number)
        body = verdict.body(json.loads(found.body))
        if verdict.rejected:
            continue
        if speakers is not None and not set(speakers) & set(body["speakers"]):
            continue
        said = quote(row.text, tuple(Span(*span) for span in body.get("content") or body["evidence"]))
        if all(_needle(term) in joined(said) for term in asked):
            names = _names(connection, row, called) if names is None else names
            who = body.get("speakers") or [body[part] for part in ("holder", "by", "person") if _is_one(body.get(part))]
            yield Quoted(found.kind, found.id, tuple(names.get(id_, id_) for id_ in who), said)


def _is_one(value: Any) -> bool:
    return isinstance(value, str)


def _names(connection: sa.Connection, row: Any, called: Called | None) -> Mapping[str, str]:
    query = sa.select(actors.c.id, actors.c.name).where(actors.c.reading == row.reading)
    found = connection.execute(query).all()
    return {each.id: called(row.id, each.id, each.name) if called else each.name for each in found}


def _snippets(text: str, title: str | None, asked: Collection[Term]) -> tuple[Snippet, ...]:
    """Give the first places that have a word; where only the title does, the title."""
    places = _places(text, asked)
    if not places and title:
        marks = tuple(_places(title, asked))
        return (Snippet(title, marks, Span(0, 0), ends=True),)
    groups: list[list[Span]] = [places[:1]]
    for before, place in pairwise(places):
        if place.start - before.end < _AROUND:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(_snippet(text, group) for group in groups[:_MOST_SNIPPETS] if group)


def _places(text: str, asked: Collection[Term]) -> list[Span]:
    """Give where the words stand, in order."""
    there = list(words(text))
    found = set()
    for term in asked:
        *firsts, last = term.words
        for n in range(len(there) - len(firsts)):
            word = there[n + len(firsts)][0]
            ends = word.startswith(last) if term.open else word == last
            if ends and all(there[n + k][0] == first for k, first in enumerate(firsts)):
                found.add(Span(there[n][1].start, there[n + len(firsts)][1].end))
    return sorted(found)


def _snippet(text: str, places: list[Span]) -> Snippet:
    """Cut around the places, between words."""
    start = max(0, places[0].start - _AROUND)
    end = min(len(text), places[-1].end + _AROUND)
    if start:
        start = next((n + 1 for n in range(start, places[0].start) if text[n].isspace()), places[0].start)
    if end < len(text):
        end = next((n for n in range(end, places[-1].end, -1) if text[n].isspace()), places[-1].end)
    marks = tuple(Span(place.start - start, place.end - start) for place in places)
    return Snippet(text[start:end], marks, Span(start, end), ends=end == len(text))
