"""Changes with their holder, object and date resolved; what they make of the stances of the same article."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.kinds import Claims, Members
from detente.claims.stance_holders import Holder, holders, speaker
from detente.claims.stance_shifts import told
from detente.claims.stance_told import Told
from detente.claims.stance_voices import Voice, voices
from detente.documents import Document
from detente.text import Span, Spans

_LONGEST = 450
_NEWS = 400
_TELLERS = ("person", "state", "government")


class Shift(NamedTuple):
    """A change by ids: ``objects`` are the actors to whom the position refers.

    ``given_up`` are the words for what is given up, ``taken`` for what is taken up; ``recent`` says that it
    is what was told last before.
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
    taken: Spans = ()
    recent: bool = False


def shifts(document: Document, earlier: Claims) -> Iterator[Shift]:
    """Give the changes of position that the article tells, each once."""
    heard = voices(document, earlier.utterances)
    seen: list[tuple[str, Span]] = []
    found: list[Shift] = []
    news: list[Shift] = []
    for each in told(document):
        proof = _words(document, each)
        speech = heard.of((document.tree[each.head].span,))
        sentence = document.sentence_of(each.head).span
        own = speaker(document, speech) if each.by_speaker and speech else ()
        for holder in own or holders(document, each.holders, speech):
            shift = _shift(document, each, holder, proof, speech)
            if each.bare:
                news.append(shift)
            elif (holder.id, sentence) not in seen:
                seen.append((holder.id, sentence))
                found.append(shift)
    whole = _with_details(found)
    return (_with_envoy(document, _with_news(shift, news), earlier) for shift in whole)


def _with_details(found: list[Shift]) -> Iterator[Shift]:
    """Join what a speaker tells of his side, and then as its own: "Peru has reconsidered", "we no longer see it so"."""
    taken: set[int] = set()
    for n, shift in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else None
        own = after is not None and shift.recent and shift.by is not None and after.by == after.holder == shift.by
        near = after is not None and _apart(shift.evidence[0], after.evidence[0]) <= _NEWS
        if after is not None and own and near:
            taken.add(n + 1)
            yield after._replace(holder=shift.holder, announced=True)
        elif n not in taken:
            yield shift


def _with_envoy(document: Document, shift: Shift, earlier: Claims) -> Shift:
    """Take what "will no longer" be for the words of the holder's envoy who speaks just before in the paragraph."""
    here = shift.evidence[0]
    said_of_future = any(document.tree[token].text.lower() == "will" for token in document.tree.within(here))
    block = next((each.span for each in document.blocks if each.span.holds(here)), None)
    if shift.by or shift.members or not said_of_future or block is None:
        return shift
    before = [u for u in earlier.utterances if u.cue and block.holds(u.cue[0]) and u.cue[0].start < here.start]
    speakers = max(before, key=lambda u: u.cue[0]).speakers[:1] if before else ()
    envoy = next((who for who in speakers if shift.holder in (who, document.state_of(who))), None)
    return shift._replace(by=envoy, announced=True) if envoy else shift


def _with_news(shift: Shift, news: list[Shift]) -> Shift:
    """Take who announced a change, and when, from the words near by that tell of the announcement."""
    near = [n for n in news if n.holder == shift.holder and _apart(n.evidence[0], shift.evidence[0]) <= _NEWS]
    if shift.by or not near:
        return shift
    told_by = min(near, key=lambda n: _apart(n.evidence[0], shift.evidence[0]))
    when = shift.announced_on or told_by.announced_on
    return shift._replace(by=told_by.by, announced=True, announced_on=when)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _shift(document: Document, each: Told, holder: Holder, proof: Span, speech: Voice | None) -> Shift:
    objects = tuple(who for who in document.who(*each.objects) if who not in (holder.id, holder.through))
    heard = speech.speakers[:1] if speech else ()
    tellers = heard or document.who(*each.tellers)[:1]
    own = {id_ for teller in tellers for id_ in (teller, document.state_of(teller))}
    announced = each.announced or each.by_speaker or holder.id in own
    if announced and speech and (relay := _relay(document, speech, holder)):
        tellers, announced = (relay,), False  # "my colleague assured me that they were lifting it"
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
        taken=(document.tree.phrase(each.taken),) if each.taken is not None else (),
        recent=each.recent,
    )


def _relay(document: Document, speech: Voice, holder: Holder) -> str | None:
    """Give who tells what the holder told, where he is of another side, and no outlet."""
    told = (who for who in speech.relayed if who in document.actor and document.actor[who].type in _TELLERS)
    last = next(iter(told), None)
    return last if last and document.state_of(last) != holder.id else None


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
