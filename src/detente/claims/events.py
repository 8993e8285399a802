"""Claims of the kind Event: who did what to whom, in PLOVER."""

from collections.abc import Iterator

from detente.claims.event_contexts import about, contexts
from detente.claims.event_deeds import is_deed
from detente.claims.event_joins import once
from detente.claims.event_known import ToldEvent, is_known
from detente.claims.event_learned import Heard, heard
from detente.claims.event_matches import Finder, Match, passed_over
from detente.claims.event_no_deeds import is_none
from detente.claims.event_parties import parties
from detente.claims.event_places import hosts, place
from detente.claims.event_retold import with_sides
from detente.claims.event_roles import (
    Ground,
    agents_of,
    is_called_for,
)
from detente.claims.event_sides import with_roles
from detente.claims.event_status import goes_on, standing
from detente.claims.event_ties import untied
from detente.claims.kinds import Claims, Event, EventParty
from detente.documents import Document, clause, date_of
from detente.lexicon import Examples, Frame, Phrase, event_types
from detente.text import Span, Spans, merge

VERSION = "12"
_LONGEST = 400
_KIND = (1, 2)
"""The quads of cooperation, which nobody does alone."""
_HARM, _TALK = "ASSAULT", "CONSULT"


def extract(document: Document, earlier: Claims) -> tuple[Event, ...]:  # noqa: ARG001
    """Find them."""
    found = [(each.match, event) for each, event in coded_events(document) if is_deed(document, each, event)]
    return tuple(once(document, untied(document, with_sides(document, found))))


def coded_events(document: Document) -> Iterator[tuple[ToldEvent, Event]]:
    """Give every match that is an event, with the claim that it makes, before ties are decided and tellings joined."""
    for each in told_events(document):
        if (event := _event(document, each)) and not passed_over(document, each.match):
            yield each, event


def told_events(document: Document) -> Iterator[ToldEvent]:
    """Give every match with actors and recipients, whether it happened or not."""
    finder = Finder(document)
    found = finder.matches()
    below = {token for match in found for token in _content(document, match)}
    for match in found:
        if match.token not in below or goes_on(document, match):
            yield with_roles(document, match)._replace(content=_content_types(document, finder, match))
    taken = below | {token for match in found for token in (match.token, match.verb)}
    yield from (_of_heard(document, each) for each in heard(document, taken))


def _of_heard(document: Document, each: Heard) -> ToldEvent:
    frame = Frame("pairs", each.type, Examples(), both=True, file="learned")
    ground = Ground(each.verb, clause(document.tree, each.verb), ())
    match = Match(Phrase(document.tree[each.verb].lemma, (), frame), each.verb, each.verb, ground, ())
    date = date_of(document, each.verb)
    actors, recipients = document.who(*each.actors), document.who(*each.recipients)
    stands = standing(document, match, date)
    return ToldEvent(match, each.actors, each.recipients, actors, recipients, stands, date, (), each.chance)


def _content(document: Document, match: Match) -> tuple[int, ...]:
    """Give the tokens in what is asked, promised, refused or threatened: no events of their own."""
    kind = match.frame.type
    clause = match.ground.clause
    if kind == _TALK and clause is not None:  # "discussed *working together*"
        spoken = [head for head in (*clause.complements, *clause.objects) if document.tree[head].tag == "VBG"]
        return tuple(token for head in spoken for token in document.tree.subtree(head) if token != match.token)
    if kind not in ("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE") or clause is None:
        return ()
    called = [verb for verb in document.tree.children(match.verb, "advcl") if is_called_for(document.tree, verb)]
    heads = [*clause.complements, *called, *(head for each in clause.prepositions for head in each.objects)]
    if kind != "ACCUSE":
        heads += clause.objects
    else:
        means = [head for each in clause.prepositions if each.word == "by" for head in each.objects]
        heads = [head for head in heads if document.tree[head].tag == "VBG" and head not in means]
    found = {token for head in heads for token in document.tree.subtree(head)}
    return tuple(found - {match.token})


def _event(document: Document, each: ToldEvent) -> Event | None:
    """Make the claim; None where too little is known of who took part."""
    if is_none(document, each) or not is_known(document, each):
        return None
    stands, kind = each.standing, event_types()[each.standing.type]
    mode = _mode(each)
    recipients = each.recipients
    visit = each.match.frame.mode == "visit"
    if visit or kind.id == _HARM:
        found = hosts(document, recipients, each.recipient_heads, regions=visit)
        recipients = tuple(actor for actor in found if actor not in each.actors)
    told = tuple(_parties(document, each, recipients))
    unknown = all(document.tree[head].pos == "PRON" for head in each.actor_heads)
    if not told and unknown and kind.quad in _KIND:
        return None  # "they discussed it", of whom the article tells nothing
    agents = agents_of(document, each.actor_heads)
    where, location = place(document, each.match)
    return Event(
        evidence=_evidence(document, each),
        why="; ".join(filter(None, (each.match.frame.why, agents))),
        confidence=kind.precision if each.chance is None else round(each.chance, 3),
        type=kind.id,
        mode=mode,
        quad=kind.quad,
        score=kind.score_of(mode),
        contexts=contexts(document, each.match),
        actors=each.actors,
        recipients=recipients,
        status=stands.status,
        negated=stands.negated,
        date=each.date,
        place=where,
        location=location,
        about=about(document, each.match, each.recipient_heads),
        mentions=(_evidence(document, each),),
        parties=told,
    )


def _parties(document: Document, each: ToldEvent, recipients: tuple[str, ...]) -> Iterator[EventParty]:
    """Give who takes part; where all do so alike, everybody as an actor."""
    if each.match.frame.mutual and not recipients and each.standing.type == each.match.frame.type:
        yield from parties(document, "actor", each.actors, (*each.actor_heads, *each.recipient_heads))
        return
    yield from parties(document, "actor", each.actors, each.actor_heads)
    yield from parties(document, "recipient", recipients, each.recipient_heads, each.actors)


def _mode(each: ToldEvent) -> str | None:
    frame = each.match.frame
    kind = event_types()[each.standing.type]
    if frame.mode and frame.mode in kind.modes:
        return frame.mode
    return next((mode for name in each.content if (mode := kind.mode_for(name))), None)


def _content_types(document: Document, finder: Finder, match: Match) -> tuple[str, ...]:
    """Give the types (with their modes) of what is asked, refused or threatened."""
    inside = (finder.at(token) for token in sorted(_content(document, match)))
    return tuple(f"{each.frame.type}/{each.frame.mode}" for each in inside if each)


def _evidence(document: Document, each: ToldEvent) -> Spans:
    """Give the words from actor to recipient around the predicate; where they are far apart, the parts."""
    tree, match = document.tree, each.match
    core = Span(tree[min(match.token, match.verb)].start, tree[max(match.token, match.verb)].end)
    parts = [core]
    for head in (*each.actor_heads, *each.recipient_heads, *match.taken):
        mention = document.mention_at.get(head)
        parts.append(mention.span if mention else tree[head].span)
    whole = Span(min(part.start for part in parts), max(part.end for part in parts))
    if whole.end - whole.start <= _LONGEST and document.sentence_of(match.token).span.holds(whole):
        return (whole,)
    kept = [part for part in parts if part.end - part.start < _LONGEST // 4][:4]
    return merge(kept or [core], document.text)
