"""Changes with their holder, object and date resolved; what they make of the stances of the same article."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.kinds import Claims, Members
from detente.claims.stance_holders import Holder, holders
from detente.claims.stance_shifts import Told, told
from detente.claims.stance_voices import Voice, voices
from detente.documents import Document
from detente.text import Span, Spans

_LONGEST = 450


class Shift(NamedTuple):
    """A change by ids: ``objects`` are the actors to whom the position refers."""

    holder: str
    members: Members | None
    objects: tuple[str, ...]
    by: str | None
    announced: bool
    announced_on: str | None
    evidence: Spans
    why: str


def shifts(document: Document, earlier: Claims) -> Iterator[Shift]:
    """Give the changes of position that the article tells, each once."""
    heard = voices(document, earlier.utterances)
    seen: list[tuple[str, Span]] = []
    for each in told(document):
        proof = _words(document, each)
        speech = heard.of((proof,))
        sentence = document.sentence_of(each.head).span
        for holder in holders(document, each.holders, speech):
            if (holder.id, sentence) not in seen:
                seen.append((holder.id, sentence))
                yield _shift(document, each, holder, proof, speech)


def _shift(document: Document, each: Told, holder: Holder, proof: Span, speech: Voice | None) -> Shift:
    objects = tuple(who for who in document.who(*each.objects) if who not in (holder.id, holder.through))
    heard = speech.speakers[0] if speech and speech.speakers else None
    own = {heard, document.state_of(heard)} if heard else set()
    announced = each.announced or holder.id in own
    return Shift(
        holder=holder.id,
        members=holder.members,
        objects=objects,
        by=heard or holder.through,
        announced=announced,
        announced_on=_day(document, each, speech) if announced else None,
        evidence=(proof,),
        why=f"change_cues/{each.cue.id}",
    )


def _words(document: Document, each: Told) -> Span:
    tree = document.tree
    span = tree.phrase(each.head, ("conj", "cc", "mark"))
    start = min(span.start, *(tree[h].start for h in each.holders if tree[h].head == each.head), span.start)
    return Span(start, min(span.end, start + _LONGEST))


def _day(document: Document, each: Told, speech: Voice | None) -> str | None:
    """Give the day of the announcement: that of the utterance, else the one beside the verb that tells of it."""
    if speech and speech.date:
        return speech.date
    tree = document.tree
    for child in tree.children(each.verb, "prep", "npadvmod"):
        for time in document.times_in(tree.phrase(child)):
            if time.type in ("DATE", "TIME") and time.edtf:
                return time.edtf
    return None
