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
_NEWS = 400


class Shift(NamedTuple):
    """A change by ids: ``objects`` are the actors to whom the position refers.

    ``given_up`` are the words for what is given up; ``recent`` says that it is what was told last before.
    """

    holder: str
    members: Members | None
    objects: tuple[str, ...]
    by: str | None
    announced: bool
    announced_on: str | None
    evidence: Spans
    why: str
    given_up: Spans = ()
    recent: bool = False


def shifts(document: Document, earlier: Claims) -> Iterator[Shift]:
    """Give the changes of position that the article tells, each once."""
    heard = voices(document, earlier.utterances)
    seen: list[tuple[str, Span]] = []
    news: Shift | None = None
    for each in told(document):
        proof = _words(document, each)
        speech = heard.of((proof,))
        sentence = document.sentence_of(each.head).span
        for holder in holders(document, each.holders, speech):
            shift = _shift(document, each, holder, proof, speech)
            if each.bare:
                news = shift
            elif (holder.id, sentence) not in seen:
                seen.append((holder.id, sentence))
                yield _with_news(shift, news)


def _with_news(shift: Shift, news: Shift | None) -> Shift:
    """Take who announced a change, and when, from the words that announced it shortly before."""
    if news is None or shift.by or news.holder != shift.holder:
        return shift
    apart = shift.evidence[0].start - news.evidence[-1].end
    if not 0 <= apart <= _NEWS:
        return shift
    return shift._replace(by=news.by, announced=True, announced_on=shift.announced_on or news.announced_on)


def _shift(document: Document, each: Told, holder: Holder, proof: Span, speech: Voice | None) -> Shift:
    objects = tuple(who for who in document.who(*each.objects) if who not in (holder.id, holder.through))
    heard = speech.speakers[:1] if speech else ()
    tellers = heard or document.who(*each.tellers)[:1]
    own = {id_ for teller in tellers for id_ in (teller, document.state_of(teller))}
    announced = each.announced or holder.id in own
    return Shift(
        holder=holder.id,
        members=holder.members,
        objects=objects,
        by=next(iter(tellers), holder.through if each.announced else None),
        announced=announced,
        announced_on=_day(document, each, speech if announced else None) if announced or not heard else None,
        evidence=(proof,),
        why=f"change_cues/{each.cue.id}" + (f"; stance_carriers/{each.carrier}" if each.carrier else ""),
        given_up=(document.tree.phrase(each.given_up),) if each.given_up is not None else (),
        recent=each.recent,
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
