"""The rest of an utterance: mode, date, venue, audience, capacity, nesting."""

from dataclasses import replace
from typing import Literal

from detente.claims.kinds import Utterance
from detente.claims.utterance_draft import Draft, minus, size, trimmed
from detente.documents import Document
from detente.text import Span, Spans, merge, overlap


def finished(document: Document, drafts: list[Draft]) -> tuple[Utterance, ...]:
    """Make utterances of drafts: each content once, overlaps only by nesting."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda each: (-size(each.content), -each.confidence)):
        for other in kept:
            shared = overlap(draft.content, other.content)
            if shared and shared < size(draft.content):
                draft.content = trimmed(document.text, minus(draft.content, other.content))
        if draft.content and not any(each.content == draft.content for each in kept):
            kept.append(draft)
    made = sorted((_utterance(document, each) for each in kept), key=lambda each: each.evidence)
    return tuple(_placed(each, n, made) for n, each in enumerate(made))


def _utterance(document: Document, draft: Draft) -> Utterance:
    return Utterance(
        evidence=_evidence(draft),
        why=draft.why,
        confidence=draft.confidence,
        speakers=document.who(*draft.speakers),
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        mode=_mode(document, draft.content),
        polarity=draft.polarity,
    )


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


def _placed(utterance: Utterance, n: int, made: list[Utterance]) -> Utterance:
    holding = [
        (size(other.content), m)
        for m, other in enumerate(made)
        if m != n
        and overlap(other.content, utterance.cue) == size(utterance.cue)
        and size(other.content) > size(utterance.content)
        and overlap(other.content, utterance.content) == size(utterance.content)
    ]
    within = f"utterances/{min(holding)[1] + 1}" if holding else None
    return replace(utterance, id=f"utterances/{n + 1}", within=within)
