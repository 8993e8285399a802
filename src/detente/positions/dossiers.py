"""Actors over all articles, and the dossier of one: his names and mentions, why he is one, who else he may be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from detente.errors import UsageError
from detente.positions.collecting import in_one_go
from detente.positions.features import VERSION, Held
from detente.positions.identified import Identified, identified
from detente.positions.identities import Identity
from detente.positions.joining import Link
from detente.positions.judging import refer_to
from detente.positions.matching import Match
from detente.positions.naming import Directory
from detente.positions.profiles import Profile
from detente.record import ArticleActor, Record, Source
from detente.text import Span, fold

_AROUND = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An actor in one article: the id and name that it gives him, and the words around his first mention.

    ``span`` is that mention, in code points of the article's text; ``many`` says how often he is mentioned.
    """

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    id: str
    name: str
    span: Span | None
    quote: str
    many: int
    retracted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why two are one: the judgement of a person or rule (``number``, ``by``, ``why``), or features and score."""

    one: str
    one_name: str
    other: str
    other_name: str
    by: str
    why: str | None
    number: int | None
    score: float | None
    features: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be the same: nothing has decided it yet."""

    id: str
    name: str
    articles: int
    one: str
    other: str
    score: float
    features: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that is known of the identity of one actor."""

    actor: Identity
    mentions: tuple[Mention, ...]
    joins: tuple[Join, ...]
    undecided: tuple[Candidate, ...]


@in_one_go
def actors(
    record: Record,
    words: str = "",
    *,
    type: str | None = None,  # noqa: A002
    state: str | None = None,
    limit: int | None = None,
) -> tuple[Identity, ...]:
    """Give the actors of all articles, the one in most articles first.

    Only those that have all ``words`` in one of their names, are of a ``type`` (*person*, *state*, *bloc* ...), and
    speak for, or are, a ``state`` given by id or name. Raise ``UsageError`` where the state is unknown.
    """
    seen = identified(record)
    whole = seen.identities
    state_ = _state(seen, state) if state else None
    asked = whole.in_order(Directory.of(seen).having(words)) if words.strip() else whole.ranked
    ids = (id_ for id_ in asked if not type or whole.type_of(id_) == type)
    found = (whole.identity(id_) for id_ in ids)
    return tuple(islice((each for each in found if not state_ or state_ in (each.id, each.represents)), limit))


@in_one_go
def actor(record: Record, name: str, *, limit: int | None = None) -> Dossier:
    """Give all that is known of the identity of one actor, found by id or name, with at most so many mentions.

    Raise ``UsageError`` where the record knows none, or several.
    """
    seen = identified(record)
    named = Directory.of(seen).find(name)
    if named is None or not named.known:
        raise UsageError(f"the record knows no actor called {name!r}; `detente actors` lists those it knows")
    identities = seen.identities
    cluster = identities.cluster(named.id)
    keys = {profile.key for profile in cluster}
    links, open_ = identities.links(cluster), identities.undecided(cluster)
    return Dossier(
        actor=identities.identity(named.id),
        mentions=tuple(_mentions(record, cluster, limit)),
        joins=tuple(_join(seen, link) for link in links),
        undecided=tuple(_candidates(seen, open_, keys)),
    )


def _state(seen: Identified, state: str) -> str:
    found = Directory.of(seen).find(state)
    if found is None:
        raise UsageError(f"the record knows no state called {state!r}; expected a code such as PER, or a name")
    return found.id


def meant(record: Record, words: str, found: Sequence[Identity]) -> str | None:
    """Give the id of the one actor whom words mean among those found with them: by id, whole name, or as the only one.

    None where they mean several.
    """
    folded = fold(words)
    exact = [each for each in found if words == each.id or any(fold(name) == folded for name, _ in each.names)]
    ids = [each.id for each in exact or found] or Directory.of(identified(record)).candidates(words)
    return ids[0] if len(ids) == 1 else None


def _mentions(record: Record, cluster: Sequence[Profile], limit: int | None) -> Iterator[Mention]:
    """Give the newest articles first, each with the words around the first mention."""
    units = sorted((unit for profile in cluster for unit in profile.units), key=lambda unit: (unit.article, unit.id))
    units = sorted(units, key=lambda unit: unit.published or "", reverse=True)[:limit]
    places = {
        (place.source.id, place.id): place
        for place in record.places([unit.reading for unit in units], {unit.id for unit in units})
    }
    for unit in units:
        place = places[unit.article, unit.id]
        span = min(place.spans, default=None)
        yield _mention(unit, place.source, span)


def _mention(unit: ArticleActor, source: Source, span: Span | None) -> Mention:
    return Mention(
        article=unit.article,
        title=source.title,
        outlet=source.outlet,
        published=unit.published,
        id=unit.id,
        name=unit.name,
        span=span,
        quote=_around(source.text, span),
        many=unit.mentions,
        retracted=source.retracted,
    )


def _around(text: str, span: Span | None) -> str:
    """Give the words around a span, cut between words; nothing where an actor is but implied."""
    if span is None:
        return ""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    if start:
        start = next((n + 1 for n in range(start, span.start) if text[n].isspace()), span.start)
    if end < len(text):
        end = next((n for n in range(end, span.end, -1) if text[n].isspace()), span.end)
    return " ".join(text[start:end].split())


def _join(seen: Identified, link: Link) -> Join:
    judgement, match = link.judgement, link.match
    rule = f"features {VERSION}"
    return Join(
        one=refer_to(seen, link.one),
        one_name=link.one.name,
        other=refer_to(seen, link.other),
        other_name=link.other.name,
        by=judgement.by if judgement else rule,
        why=judgement.why if judgement else None,
        number=judgement.number if judgement else None,
        score=match.score if match else judgement.score if judgement else None,
        features=match.held if match else (),
    )


def _candidates(seen: Identified, open_: Iterable[Match], keys: set[tuple[str, ...]]) -> Iterator[Candidate]:
    """Give who else it may be, each once, by his best match."""
    told: set[str] = set()
    for match in open_:
        mine, theirs = (match.one, match.other) if match.one.key in keys else (match.other, match.one)
        id_ = seen.identities.of_profile(theirs)
        if id_ not in told:
            told.add(id_)
            identity = seen.identities.identity(id_)
            yield Candidate(
                id=id_,
                name=identity.name,
                articles=identity.articles,
                one=refer_to(seen, mine),
                other=refer_to(seen, theirs),
                score=match.score,
                features=match.held,
            )
