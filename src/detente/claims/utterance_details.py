"""The rest of an utterance: speakers, mode, date, and what the files beside this one add."""

from typing import Literal

from detente.claims.days import is_to_come
from detente.claims.kinds import Utterance
from detente.claims.utterance_capacity import capacity_of
from detente.claims.utterance_draft import Draft, minus, size, trimmed
from detente.claims.utterance_entries import Entries, day_of_entry, entries_of
from detente.claims.utterance_nesting import placed
from detente.claims.utterance_places import Setting, day_beside, setting_of
from detente.claims.utterance_questions import question_before, with_questions
from detente.claims.utterance_sources import joined_to
from detente.claims.utterance_speakers import speakers_of
from detente.documents import Document, date_of
from detente.text import Span, Spans, merge, overlap

_GAP = 80


def finished(document: Document, drafts: list[Draft]) -> tuple[Utterance, ...]:
    """Make utterances of drafts: each content once, overlaps only by nesting."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda each: (-size(each.content), -each.confidence)):
        draft.content = trimmed(document.text, minus(draft.content, (*draft.source, *draft.cue)))
        fits = all(_fits(document, draft, other) for other in kept)
        if fits and draft.content:
            kept.append(draft)
    entries = entries_of(document)
    kept = with_questions(document, kept)
    made = sorted((_utterance(document, each, entries) for each in kept), key=lambda each: each.evidence)
    return placed(document, made)


def _fits(document: Document, draft: Draft, other: Draft) -> bool:
    """Cut out of a draft what a larger one holds, unless it lies in it with its cue; say whether the draft is left."""
    shared = overlap(draft.content, other.content)
    if not shared:
        return True
    if shared < size(draft.content):
        draft.content = trimmed(document.text, minus(draft.content, other.content))
        return bool(draft.content)
    return draft.content != other.content and overlap(draft.cue, other.content) == size(draft.cue)


def _utterance(document: Document, draft: Draft, entries: Entries) -> Utterance:
    tree, verb = document.tree, draft.verb
    speakers = speakers_of(document, draft)
    setting, date, reply_to = Setting(), None, draft.reply_to
    if verb is not None and tree[verb].pos in ("VERB", "AUX") and not draft.why.startswith("reporting_phrases/"):
        setting = setting_of(document, draft, verb)
        date = date_of(document, verb) or _date_above(document, verb) or _date_between(document, draft)
        date = date or day_beside(document, verb) or day_of_entry(entries, draft.cue[0])
        asked, rule = question_before(document, verb) if not reply_to else ((), "")
        reply_to, setting.why = reply_to or asked, setting.why + rule
    capacity, rule = capacity_of(document, draft, speakers)
    relays = dict.fromkeys((*document.who(*draft.relays), *setting.relays))
    return Utterance(
        evidence=_evidence(draft),
        why=draft.why + setting.why + rule,
        confidence=draft.confidence,
        speakers=speakers,
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        mode=draft.mode or _mode(document, draft.content),
        polarity=draft.polarity,
        capacity=capacity,
        date=None if date and verb is not None and is_to_come(document, verb, date) else date,
        venue=setting.venue.of(document.text) if setting.venue else None,
        audience=setting.audience.of(document.text) if setting.audience else None,
        in_reply_to=reply_to,
        relayed_by=tuple(each for each in relays if each not in speakers),
    )


def _date_above(document: Document, verb: int) -> str | None:
    """Give the date of the verb beside which this one is said: "announced on Monday ..., pointing out that".

    A verb joined to another shares a day that stands before their subject: "On Monday he met X and promised".
    """
    tree, token = document.tree, document.tree[verb]
    if token.tag == "VBG" and token.dep == "advcl":
        return date_of(document, token.head)
    above = joined_to(tree, verb)
    subject = next(iter(tree.children(above, "nsubj")), None) if above is not None else None
    if above is None or subject is None:
        return None
    first, day = min(tree.subtree(subject)), date_of(document, above)
    sentence = document.sentence_of(above)
    fronted = any(
        tree[sentence.first].start <= time.span.start < tree[first].start for time in document.times if time.edtf
    )
    return day if fronted else None


def _date_between(document: Document, draft: Draft) -> str | None:
    """Give the day that stands between the cue and what is said: "told reporters *on Monday* he would go"."""
    start, end = draft.cue[-1].end, min(span.start for span in draft.content)
    if not 0 < end - start < _GAP:
        return None
    between = Span(start, end)
    found = [time for time in document.times if time.edtf and time.type == "DATE" and between.holds(time.span)]
    verbs = any(document.tree[i].pos == "VERB" for i in document.tree.within(between))
    return found[0].edtf if len(found) == 1 and not verbs else None


def _evidence(draft: Draft) -> Spans:
    spans = merge((*draft.source, *draft.cue, *draft.content))
    kept: list[Span] = []
    left = 500
    for span in spans:
        if left > 0:
            kept.append(Span(span.start, min(span.end, span.start + left)))
            left -= span.end - span.start
    return tuple(kept)


def _mode(document: Document, content: Spans) -> Literal["direct", "indirect", "mixed"]:
    quoted = tuple(each.span for each in document.quotations if each.level == 0)
    inside = overlap(content, quoted)
    whole = size(content)
    return "direct" if inside >= 0.9 * whole else "mixed" if inside else "indirect"
