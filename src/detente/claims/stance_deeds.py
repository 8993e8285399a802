"""Stances that follow from deeds: who sanctions is against, who recognises is for."""

from collections.abc import Iterator

from detente.claims.kinds import Claims, Event, Object, Party, Recognition, Stance
from detente.documents import Document
from detente.lexicon import deeds
from detente.text import Spans, quote

_CONFIDENCE = 0.7
_PARTS = ("amod", "compound", "nmod", "poss")
_ORGANISED = ("state", "bloc", "government", "party", "person", "group")


def from_deeds(document: Document, earlier: Claims) -> Iterator[Stance]:
    """Give the stances implied by events that took place."""
    known = deeds(document.language)
    for event in earlier.events:
        for deed in known.get(event.type, ()):
            if event.status in ("actual", "historical") and (not deed.modes or event.mode in deed.modes):
                against = (deed.polarity == "against") ^ event.negated
                if event.negated and deed.polarity == "against":
                    continue
                yield from _implied(document, event, f"stance_deeds/{deed.id}", against=against)


def _implied(document: Document, event: Event, why: str, *, against: bool) -> Iterator[Stance]:
    for actor in event.actors:
        for recipient in event.recipients:
            state, at = document.state_of(actor), document.state_of(recipient)
            known = document.actor.get(state) or document.actor.get(actor)
            aim = document.actor.get(recipient)
            if (
                state == at
                or not _is_met(document, recipient, event.evidence, against=against)
                or known is None
                or aim is None
                or not {known.type, aim.type} <= set(_ORGANISED)
            ):
                continue
            yield Stance(
                evidence=event.evidence,
                why=why,
                confidence=_CONFIDENCE,
                asserted_by=event.asserted_by,
                holder=state,
                through=actor if state != actor else None,
                capacity="institutional" if known.type != "person" else "unclear",
                object=_whole(document, recipient, event.evidence),
                polarity="against" if against else "for",
                strength=3,
                basis="implied",
                since=event.date,
            )


def _is_met(document: Document, actor: str, evidence: Spans, *, against: bool) -> bool:
    """Say whether the deed reaches an actor: not in "U.S. funding"; for help, not in "recruitment in Syria"."""
    tree = document.tree
    known = document.actor.get(actor)
    for mention in known.mentions if known else ():
        if any(span.holds(mention) for span in evidence):
            head = max(tree.within(mention), key=lambda t: tree[t].dep not in _PARTS)
            where = tree[tree[head].head].lemma in ("in", "at", "from") and tree[head].dep == "pobj"
            if tree[head].dep not in _PARTS and (against or not where):
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


def _whole(document: Document, actor: str, evidence: Spans) -> Object:
    """Give an actor as an object: his mention inside the evidence, else his name."""
    known = document.actor.get(actor)
    inside = [m for m in (known.mentions if known else ()) if any(span.holds(m) for span in evidence)]
    text = quote(document.text, tuple(inside[:1])) if inside else known.name if known else actor
    return Object(
        text=text, issue=None, actors=(Party(id=actor, role="target"),), spans=tuple(inside[:1]) or evidence[:1]
    )
