"""Stances that follow from deeds: who sanctions is against, who recognises is for."""

from collections.abc import Iterator
from dataclasses import replace

from detente.claims.kinds import Claims, Event, Object, Party, Recognition, Stance
from detente.claims.stance_objects import issue_of, object_at
from detente.documents import Document
from detente.lexicon import Deed, deeds, issue_words
from detente.text import Spans, quote

_CONFIDENCE = 0.7
_PARTS = ("amod", "compound", "nmod", "poss")
_STATELY = ("state", "bloc", "government")
_ORGANISED = ("state", "bloc", "government", "party", "person", "group")


def from_deeds(document: Document, earlier: Claims) -> Iterator[Stance]:
    """Give the stances implied by events that took place."""
    known = deeds(document.language)
    for event in earlier.events:
        for deed in known.get(event.type, ()):
            if event.status in ("actual", "historical") and (not deed.modes or event.mode in deed.modes):
                against = (deed.polarity == "against") ^ event.negated
                if (event.negated and deed.polarity == "against") or _is_empty(document, event, deed):
                    continue
                yield from _implied(document, event, deed, against=against)


def _is_empty(document: Document, event: Event, deed: Deed) -> bool:
    """Say whether the words of a deed are among those that imply nothing."""
    tokens = (token for span in event.evidence for token in document.tree.within(span))
    return any(document.tree[token].lemma in deed.never for token in tokens)


def _implied(document: Document, event: Event, deed: Deed, *, against: bool) -> Iterator[Stance]:
    issue = _issue(document, event, deed)
    if not event.recipients:
        yield from _on_described(document, event, deed, against=against)
    mutual = event.actors if issue and not event.recipients else ()
    for actor in event.actors:
        for recipient in (*event.recipients, *mutual):
            state, at = document.state_of(actor), document.state_of(recipient)
            known = document.actor.get(state) or document.actor.get(actor)
            aim = document.actor.get(recipient)
            if (
                state == at
                or not _is_met(document, recipient, event.evidence)
                or known is None
                or aim is None
                or not {known.type, aim.type} <= set(_ORGANISED)
                or (deed.holders and known.type not in deed.holders)
            ):
                continue
            yield Stance(
                evidence=event.evidence,
                why=f"stance_deeds/{deed.id}",
                confidence=_CONFIDENCE,
                asserted_by=event.asserted_by,
                holder=state,
                through=actor if state != actor else None,
                capacity="institutional" if known.type != "person" else "unclear",
                object=_about(document, recipient, event.evidence, issue),
                polarity="against" if against else "for",
                strength=3,
                basis="implied",
                since=event.date,
            )


def _on_described(document: Document, event: Event, deed: Deed, *, against: bool) -> Iterator[Stance]:
    """Give the stances towards those who are only described: "imposed sanctions on six officials"."""
    actors = [actor for actor in event.actors if document.actor[document.state_of(actor)].type in _STATELY]
    for party in event.parties:
        if party.role != "recipient" or party.id or party.words is None or not deed.described:
            continue
        head = max(document.tree.within(party.words), key=lambda t: document.tree[t].dep not in _PARTS, default=None)
        if head is None:
            continue
        for actor in actors:
            state = document.state_of(actor)
            yield Stance(
                evidence=event.evidence,
                why=f"stance_deeds/{deed.id}",
                confidence=_CONFIDENCE,
                asserted_by=event.asserted_by,
                holder=state,
                through=actor if state != actor else None,
                capacity="institutional",
                object=object_at(document, head),
                polarity="against" if against else "for",
                strength=3,
                basis="implied",
                since=event.date,
            )


def _is_met(document: Document, actor: str, evidence: Spans) -> bool:
    """Say whether the deed reaches an actor: not in "U.S. funding", not in "recruitment in Syria"."""
    tree = document.tree
    known = document.actor.get(actor)
    for mention in known.mentions if known else ():
        if any(span.holds(mention) for span in evidence):
            head = max(tree.within(mention), key=lambda t: tree[t].dep not in _PARTS)
            where = tree[tree[head].head].lemma in ("in", "at", "from") and tree[head].dep == "pobj"
            if tree[head].dep not in _PARTS and not where:
                return True
    return False


def from_recognitions(document: Document, earlier: Claims) -> Iterator[Stance]:
    """Give the stances that recognitions are."""
    for recognition in earlier.recognitions:
        yield Stance(
            evidence=recognition.evidence,
            why=recognition.why,
            confidence=recognition.confidence,
            asserted_by=recognition.asserted_by,
            holder=recognition.holder,
            through=None,
            capacity="institutional",
            object=_recognised(document, recognition),
            polarity="for" if recognition.recognised else "against",
            strength=3,
            status="former" if recognition.until else "current",
            since=recognition.since,
            until=recognition.until,
        )


def _recognised(document: Document, recognition: Recognition) -> Object:
    found = _whole(document, recognition.claimant, recognition.evidence)
    text = f"{found.text} as {recognition.as_}" if recognition.as_ else found.text
    return Object(text=text, issue="recognition", actors=found.actors, spans=found.spans)


def _issue(document: Document, event: Event, deed: Deed) -> str | None:
    """Give the issue that the words of a deed name, if the deed takes its side on it."""
    tokens = [token for span in event.evidence for token in document.tree.within(span)]
    issue = issue_of(document, tokens)
    return issue if issue in deed.issues else None


def _about(document: Document, actor: str, evidence: Spans, issue: str | None) -> Object:
    """Give what a deed is about: "the accession of Sweden" where its words name the issue, else the actor."""
    words = {row.words[0] for rows in issue_words(document.language).values() for row in rows if row.issue == issue}
    for token in (token for span in evidence for token in document.tree.within(span)):
        below = document.who(*document.tree.subtree(token))
        if issue and document.tree[token].lemma in words and document.tree[token].pos == "NOUN" and actor in below:
            found = object_at(document, token, issue)
            others = tuple(party for party in found.actors if party.id != actor)
            return replace(found, actors=(*others, Party(id=actor, role="target")))
    return _whole(document, actor, evidence, issue)


def _whole(document: Document, actor: str, evidence: Spans, issue: str | None = None) -> Object:
    """Give an actor as an object: his mention inside the evidence, else his name."""
    known = document.actor.get(actor)
    inside = [m for m in (known.mentions if known else ()) if any(span.holds(m) for span in evidence)]
    text = quote(document.text, tuple(inside[:1])) if inside else known.name if known else actor
    return Object(
        text=text, issue=issue, actors=(Party(id=actor, role="target"),), spans=tuple(inside[:1]) or evidence[:1]
    )
