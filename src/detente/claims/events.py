"""Claims of the kind Event: who did what to whom, in PLOVER."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from detente.claims.event_contexts import about, contexts
from detente.claims.event_matches import Finder, Match
from detente.claims.event_places import place
from detente.claims.event_roles import NOUN_SLOTS, OBJECT_SLOTS, actors_of, agents_of, fill, recipients_of
from detente.claims.event_status import Standing, standing
from detente.claims.kinds import Claims, Event
from detente.documents import Document, date_of
from detente.lexicon import event_agents, event_phrases, event_types
from detente.text import Span, Spans, merge

VERSION = "3"
_LONGEST = 400


class ToldEvent(NamedTuple):
    """A match with its parts: head tokens and the actors they stand for."""

    match: Match
    actor_heads: tuple[int, ...]
    recipient_heads: tuple[int, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    standing: Standing
    date: str | None
    content: tuple[str, ...] = ()


def extract(document: Document, earlier: Claims) -> tuple[Event, ...]:  # noqa: ARG001
    """Find them."""
    events = [event for each in told_events(document) if (event := _event(document, each))]
    return tuple(_once(document, events))


def told_events(document: Document) -> Iterator[ToldEvent]:
    """Give every match with actors and recipients, whether it happened or not."""
    finder = Finder(document)
    found = finder.matches()
    below = {token for match in found for token in _content(document, match)}
    for match in found:
        if match.token not in below:
            yield _with_roles(document, match)._replace(content=_content_types(document, finder, match))


def _content(document: Document, match: Match) -> tuple[int, ...]:
    """Give the tokens in what is asked, promised, refused or threatened: no events of their own."""
    kind = match.frame.type
    clause = match.ground.clause
    if kind not in ("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE") or clause is None:
        return ()
    called = [
        verb
        for verb in document.tree.children(match.verb, "advcl")
        if any(document.tree[mark].text.lower() == "for" for mark in document.tree.children(verb, "mark"))
    ]
    heads = [*clause.complements, *called, *(head for each in clause.prepositions for head in each.objects)]
    if kind != "ACCUSE":
        heads += clause.objects
    else:
        heads = [head for head in heads if document.tree[head].tag == "VBG"]
    found = {token for head in heads for token in document.tree.subtree(head)}
    return tuple(found - {match.token})


def _with_roles(document: Document, match: Match) -> ToldEvent:
    frame, ground = match.frame, match.ground
    own = ("owner", "by", "modifier", "between") if match.token == match.verb and ground.clause is None else ()
    slots = frame.actors or (
        (*own, "subject") if ground.clause is None else ("subject", "by", *(("owner",) if frame.nouns else ()))
    )
    actor_heads, actors = _actors(document, match, slots)
    default = OBJECT_SLOTS if ground.clause and not frame.nouns else NOUN_SLOTS
    wanted = (*(frame.recipients or default), "content")
    recipient_heads, recipients = _recipients(document, match, wanted, actors)
    if frame.mutual:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    date = date_of(document, match.token) or (date_of(document, match.verb) if match.verb != match.token else None)
    stands = standing(document, match, date)
    return ToldEvent(match, actor_heads, recipient_heads, actors, recipients, stands, date)


def _actors(document: Document, match: Match, slots: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Give head tokens and actors of the first slot that holds somebody, else the tokens of the first filled one."""
    tokens: tuple[int, ...] = ()
    for slot in slots:
        heads = tuple(head for head in fill(document.tree, match.ground, slot) if head != match.token)
        if found := actors_of(document, heads, slot):
            return heads, found
        tokens = tokens or heads
    return tokens, ()


def _recipients(
    document: Document, match: Match, slots: tuple[str, ...], taken: tuple[str, ...]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Give the same for those to whom it is done, leaving out the actors."""
    depth = 1 if match.frame.mutual else 3
    for slot in slots:
        heads = tuple(head for head in fill(document.tree, match.ground, slot, depth) if head != match.token)
        found = recipients_of(document, heads, direct=match.frame.direct)
        if kept := tuple(actor for actor in found if actor not in taken):
            whose = _states_of(document, heads) if match.frame.mode in ("expel", "withdraw") else ()
            return heads, tuple(dict.fromkeys((*kept, *(state for state in whose if state not in taken))))
    return (), ()


def _states_of(document: Document, heads: tuple[int, ...]) -> tuple[str, ...]:
    """Give whose envoys they are: "the *Peruvian* ambassador", "*Peru*'s ambassador"."""
    tree = document.tree
    near = [child for head in heads for child in tree.children(head, "amod", "nmod", "compound", "poss")]
    return tuple(actor for actor in document.who(*near) if _type(document, actor) == "state")


def _type(document: Document, actor: str) -> str:
    return document.actor[actor].type if actor in document.actor else "person"


def _event(document: Document, each: ToldEvent) -> Event | None:
    """Make the claim; None where too little is known of who took part."""
    if _is_mere_thought(document, each) or _is_thing(document, each) or not _is_known(document, each):
        return None
    stands, kind = each.standing, event_types()[each.standing.type]
    mode = _mode(each)
    agents = agents_of(document, each.actor_heads)
    where, location = place(document, each.match)
    return Event(
        evidence=_evidence(document, each),
        why="; ".join(filter(None, (each.match.frame.why, agents))),
        confidence=kind.precision,
        type=kind.id,
        mode=mode,
        quad=kind.quad,
        score=kind.score_of(mode),
        contexts=contexts(document, each.match),
        actors=each.actors,
        recipients=each.recipients,
        status=stands.status,
        negated=stands.negated,
        date=each.date,
        place=where,
        location=location,
        about=about(document, each.match, each.recipient_heads),
    )


def _is_known(document: Document, each: ToldEvent) -> bool:
    """Say whether enough is known of who took part, by type, frame and status, for this to be an event."""
    frame, kind = each.match.frame, event_types()[each.match.frame.type]
    both = bool(each.actors and each.recipients) or (frame.mutual and len(each.actors) > 1)
    bare = each.match.ground.clause is None and frame.mode != "resign"
    if each.standing.status == "future" and each.standing.negated:
        return False
    if both:
        return not bare or kind.quad == 4 or each.match.leads
    if frame.alone and each.standing.status != "hypothetical":
        return bool(each.actors)
    if bare or frame.both or frame.mutual or each.standing.status == "hypothetical":
        return False
    if not each.actors:
        return kind.quad == 4 and _is_done_to(document, each) and _is_unnamed_hand(document, each)
    content = kind.needs == "recipient or content" and bool(each.content)
    return kind.needs == "anybody" or content or bool(each.recipients)


def _is_mere_thought(document: Document, each: ToldEvent) -> bool:
    """Say whether this is only a purpose or a wish ("went there *to condemn* them"), or a rule without a deed."""
    token, frame = document.tree[each.match.verb], each.match.frame
    if frame.complement == "must" and not each.content:
        return True
    bare = token.tag == "VBG" or (token.tag == "VB" and not _has_modal(document, each.match.verb))
    return each.standing.status == "hypothetical" and token.pos == "VERB" and bare


def _has_modal(document: Document, verb: int) -> bool:
    return any(document.tree[child].tag == "MD" for child in document.tree.children(verb, "aux"))


def _is_thing(document: Document, each: ToldEvent) -> bool:
    """Say whether the only actor is a thing or place unknown to the directory, called "it": "it hit the ocean"."""
    if len(each.actors) != 1 or len(each.actor_heads) != 1:
        return False
    actor = document.actor.get(each.actors[0])
    known = actor is None or actor.linked or actor.type not in ("organisation", "place", "group")
    return not known and document.tree[each.actor_heads[0]].text.lower() == "it"


def _is_done_to(document: Document, each: ToldEvent) -> bool:
    """Say whether a recipient is part of what the deed is done to, not only of where: "a flag was burned in Oslo"."""
    clause, agents = each.match.ground.clause, event_agents(document.language)
    if clause is None or not clause.passive or any(document.tree[o].lemma.lower() in agents for o in clause.objects):
        return bool(each.recipients)
    inside = {token for head in clause.objects for token in document.tree.subtree(head)}
    return bool(each.recipients) and not inside.isdisjoint(each.recipient_heads)


def _is_unnamed_hand(document: Document, each: ToldEvent) -> bool:
    """Say whether somebody unnamed did it: "was arrested", "gunmen killed", "the raid killed", but not "the flood"."""
    deeds, agents = event_phrases(document.language, "nouns"), event_agents(document.language)
    lemmas = [document.tree[head].lemma.lower() for head in each.actor_heads]
    clause = each.match.ground.clause
    if document.tree[each.match.verb].tag == "VBG":
        return False
    if not lemmas:
        return bool(clause and clause.passive)
    return any(lemma in agents or not all(each.beside for each in deeds.get(lemma, ())) for lemma in lemmas)


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


def _once(document: Document, events: list[Event]) -> Iterator[Event]:
    """Join the same deed told again in the next sentences by the same words about the same people."""
    kept: list[Event] = []
    for event in events:
        twin = next((n for n, other in enumerate(kept) if _same(document, event, other)), None)
        if twin is None:
            kept.append(event)
        else:
            evidence = merge((*kept[twin].evidence, *event.evidence))
            size = sum(span.end - span.start for span in evidence)
            mode = kept[twin].mode or event.mode
            kept[twin] = replace(kept[twin], mode=mode, evidence=evidence if size <= 500 else kept[twin].evidence)
    yield from kept


def _same(document: Document, one: Event, other: Event) -> bool:
    near = abs(_sentence(document, one) - _sentence(document, other)) <= 1
    return (
        near
        and (one.type, one.status, one.negated) == (other.type, other.status, other.negated)
        and (one.mode == other.mode or None in (one.mode, other.mode))
        and set(one.actors) == set(other.actors)
        and set(one.recipients) == set(other.recipients)
        and (one.date == other.date or None in (one.date, other.date))
    )


def _sentence(document: Document, event: Event) -> int:
    token = document.tree.at(event.evidence[0].start)
    return document.sentences.index(document.sentence_of(token)) if token is not None else -9
