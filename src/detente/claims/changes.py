"""Changes of position that an article tells: announced by their holder or attributed to him, with both sides quoted."""

import datetime as dt
from collections.abc import Iterator

from detente.claims.change_contrasts import contrasts
from detente.claims.kinds import Change, Claims, Stance
from detente.claims.stance_changes import Shift, shifts
from detente.dates import bounds
from detente.documents import Document
from detente.text import Spans, merge

VERSION = "7"

_CONFIDENCE = 0.8
_SOON = 600
_BREATH = 40
_NEWS = dt.timedelta(days=60)


def extract(document: Document, earlier: Claims) -> tuple[Change, ...]:
    """Find them, with the stances of the same article that stood before and stand after."""
    found = []
    for shift in shifts(document, earlier):
        before, after = _sides(document, shift, earlier.stances)
        subject = shift.objects[0] if shift.objects else _subject(document, [*after, *before])
        if subject is None and not shift.members:
            after = _told_before(document, shift, earlier.stances) or after
            subject = _subject(document, after)
        found.append(
            Change(
                evidence=shift.evidence,
                why=shift.why,
                confidence=_CONFIDENCE,
                holder=shift.holder,
                object=subject,
                announced_on=shift.announced_on,
                by=shift.by,
                before=_quote(before[-1:] if shift.recent else before[:1]) or shift.given_up,
                after=shift.taken or _quote(after),
                kind="announced" if shift.announced else "attributed",
                members=shift.members,
            )
        )
    told = {(each.holder, document.sentence_of(document.tree.within(each.evidence[0])[0]).span) for each in found}
    said = {each.id: each for each in earlier.utterances}
    for each in contrasts(document, earlier.stances, said):
        spans = (document.sentence_of(document.tree.within(part)[0]).span for part in (*each.before, *each.after))
        if not any((each.holder, span) in told for span in spans):
            found.append(each)
    return tuple(found)


def _sides(document: Document, shift: Shift, stances: tuple[Stance, ...]) -> tuple[list[Stance], list[Stance]]:
    """Give the stances of the holder on the object: those given up, and the first of those that stand now."""
    if shift.members:
        return [], []
    own = [s for s in stances if s.holder == shift.holder and not s.members]
    about = [s for s in own if not shift.objects or _states(document, s) & set(shift.objects)]
    former = [s for s in about if s.status == "former"]
    before = [s for s in former if any(e.meets(g) for e in s.evidence for g in shift.given_up)] or former
    if shift.recent:
        told = [s for s in own if s.status != "former" and s.evidence[0].start >= shift.evidence[0].start]
        beside = [s for s in told if _is_in_sentence(document, s, shift)]
        return [s for s in before if s.evidence[0].end <= shift.evidence[0].start], beside[:1]
    now = [s for s in about if s.status != "former" and s.basis == "stated" and not _is_earlier(document, s, shift)]
    return before, list(_contrary(document, before, now if shift.objects else [s for s in now if _is_told(s, shift)]))


def _told_before(document: Document, shift: Shift, stances: tuple[Stance, ...]) -> list[Stance]:
    """Give the stance to which "the change of course" points back: the last of the holder's on another state."""
    own = [s for s in stances if s.holder == shift.holder and s.evidence[-1].end <= shift.evidence[0].start]
    named = [s for s in own if s.status == "current" and _others(document, s) and not s.members]
    return sorted(named, key=lambda s: s.evidence)[-1:]


def _others(document: Document, stance: Stance) -> set[str]:
    """Give the states of a stance's object beside its holder."""
    return {document.state_of(party.id) for party in stance.object.actors} - {stance.holder}


def _is_earlier(document: Document, stance: Stance, shift: Shift) -> bool:
    """Say whether a stance is told of a day before a change: of its own day, else well before the article."""
    published = document.article.published
    if not shift.announced_on and _is_next(document, stance, shift):
        return False  # "has gone over to the other side. Last week it left the pact" tells the change itself
    if not stance.date or not (shift.announced_on or published):
        return False
    changed = bounds(shift.announced_on).first if shift.announced_on else bounds(published or "").first - _NEWS
    return bounds(stance.date).last < changed


def _is_in_sentence(document: Document, stance: Stance, shift: Shift) -> bool:
    """Say whether a stance is told in the sentence of a change: "lifted its objection and *will vote for the plan*"."""
    one, other = (document.tree.within(each.evidence[0])[0] for each in (stance, shift))
    meets = any(span.meets(given) for span in stance.evidence for given in shift.given_up)
    return document.sentence_of(one) == document.sentence_of(other) and stance.basis == "stated" and not meets


def _is_next(document: Document, stance: Stance, shift: Shift) -> bool:
    """Say whether a stance is told behind a change, in the same paragraph."""
    here, told = shift.evidence[0], stance.evidence[0]
    return told.start >= here.end and any(each.span.holds(here) and each.span.holds(told) for each in document.blocks)


def _states(document: Document, stance: Stance) -> set[str]:
    """Give the actors of a stance's object and those for whom they stand."""
    return {id_ for party in stance.object.actors for id_ in (party.id, document.state_of(party.id))}


def _is_told(stance: Stance, shift: Shift) -> bool:
    """Say whether a stance stands in, or soon after, the words of a change."""
    return 0 <= stance.evidence[-1].end - shift.evidence[0].start <= _SOON


def _contrary(document: Document, before: list[Stance], now: list[Stance]) -> Iterator[Stance]:
    """Give the first stance of today on the other side, and those in the same breath."""
    sides = {stance.polarity for stance in before}
    first = next((s for s in now if s.polarity not in sides), None) or next(iter(now), None)
    if first:
        yield from (s for s in now if s.object.issue == first.object.issue or _near(document, s, first))


def _near(document: Document, one: Stance, other: Stance) -> bool:
    first, last = sorted((one.evidence[0], other.evidence[0]))
    between = document.text[first.end : last.start]
    return len(between) < _BREATH and "." not in between and one.polarity == other.polarity


def _subject(document: Document, sides: list[Stance]) -> str | None:
    """Give what the sides are about: the state at which they aim, else their issue."""
    for side in sides:
        for party in side.object.actors:
            if party.role != "issuer" and (state := document.state_of(party.id)) != side.holder:
                return state
    return next((side.object.issue for side in sides if side.object.issue), None)


def _quote(stances: list[Stance]) -> Spans:
    return merge(span for stance in stances for span in stance.evidence)
