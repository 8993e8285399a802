"""What is pledged, by whom and to whom: "they will talk with them", "pledged three million to Haiti"."""

from collections.abc import Iterator
from itertools import pairwise

from detente.claims.kinds import Claims, Commitment
from detente.claims.stance_holders import Holder, holders
from detente.claims.stance_objects import issue_of
from detente.claims.stance_pledges import Pledge, pledges
from detente.claims.stance_voices import Voice, Voices, voices
from detente.dates import bounds
from detente.documents import Document, clause
from detente.lexicon import carriers
from detente.text import Span

VERSION = "4"

_CONFIDENCE = 0.8
_MANY = 4  # a pledge of more than these is that of a group, told once under the first of them
_OWN = ("we", "i")


def extract(document: Document, earlier: Claims) -> tuple[Commitment, ...]:
    """Find them."""
    kept: list[Commitment] = []
    heard = voices(document, earlier.utterances)
    for pledge in pledges(document):
        for new in _commitments(document, pledge, heard):
            if not any(new.by == old.by and new.text[0].meets(old.text[0]) for old in kept):
                kept.append(new)
    return tuple(kept)


def _commitments(document: Document, pledge: Pledge, heard: Voices) -> Iterator[Commitment]:
    place = document.tree[pledge.head].span
    speech = heard.of((place,))
    inside = next((span for span in speech.content if span.holds(place)), None) if speech else None
    text, evidence = (_clip(span, inside) for span in (pledge.text, pledge.evidence))
    bound = _bound(document, pledge, speech)
    mutual = tuple(holder.id for holder in bound) if _is_mutual(document, text) else ()
    for holder in bound[:1] if mutual or len(bound) > _MANY else bound:
        yield Commitment(
            evidence=(evidence,),
            why=f"commitment_cues/{pledge.cue.id}",
            confidence=_CONFIDENCE,
            by=holder.id,
            through=holder.through,
            to=tuple(
                dict.fromkeys(
                    each for each in (*_receivers(document, pledge), *mutual) if each not in (holder.id, holder.through)
                )
            ),
            text=(text,),
            issue=issue_of(document, list(document.tree.within(text)), pledge.head),
            due=_due(document, text),
        )


def _is_mutual(document: Document, text: Span) -> bool:
    """Say whether those who are bound are bound to one another: "to each other's capitals"."""
    words = [document.tree[token].text.lower() for token in document.tree.within(text)]
    return any(pair in (("each", "other"), ("one", "another")) for pair in pairwise(words))


def _clip(span: Span, inside: Span | None) -> Span:
    """Cut off what no longer belongs to the words said: "they will talk, according to a report"."""
    return Span(span.start, min(span.end, inside.end)) if inside and span.start >= inside.start else span


def _bound(document: Document, pledge: Pledge, speech: Voice | None) -> tuple[Holder, ...]:
    """Give those who are bound: with "we will" only the speaker's own side."""
    tree = document.tree
    found = holders(document, pledge.subjects, speech)
    if pledge.cue.by == "any":
        return tuple(holder for holder in found if holder.capacity == "institutional" or tree[pledge.token].tag != "VB")
    means = any((tree[s].lemma, "means") in carriers(document.language) for s in pledge.subjects)
    if speech is None or not any(tree[s].pos == "PRON" or document.who(s) or means for s in pledge.subjects):
        return ()
    if any(tree[s].lemma.lower() in _OWN for s in pledge.subjects):
        return found
    own = {document.state_of(each) for each in speech.speakers} | set(speech.speakers)
    joint = not speech.source and bool(own & {holder.id for holder in found})  # a statement: "Peru and Chile will"
    return tuple(holder for holder in found if joint or holder.id in own)


def _receivers(document: Document, pledge: Pledge) -> tuple[str, ...]:
    tree = document.tree
    found: tuple[int, ...] = ()
    for verb in (pledge.token, pledge.head):
        if tree[verb].pos in ("VERB", "AUX"):
            each = clause(tree, verb)
            found += (*each.recipients, *each.after("to", "with", "for"))
            found += each.objects if len(each.objects) > 1 else ()
    return document.who(*found)


def _due(document: Document, text: Span) -> str | None:
    """Give the day by or in which the text says it will be done; never one before the article."""
    published = document.article.published
    for time in document.times_in(text):
        if time.type == "DATE" and time.edtf and (not published or bounds(time.edtf).last >= bounds(published).first):
            return time.edtf
    return None
