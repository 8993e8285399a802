"""An utterance in the making, and the spans that it is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from detente.documents import Document
from detente.documents.tree import Tree
from detente.lexicon import Polarity
from detente.text import Span, Spans, merge, trim

_GAP = 2
_STOPS = {".", ",", ";", ":"}
_EDGES = " \t\r\n\u00a0,;:-–—"


@dataclass(slots=True)
class Draft:
    """Who said what by which words, while it is put together.

    ``verb`` is the token on which the cue stands, None for a colon or a label; ``speakers`` the head tokens of
    the source.
    """

    verb: int | None
    source: Spans
    speakers: tuple[int, ...]
    cue: Spans
    content: Spans
    why: str
    confidence: float
    polarity: Polarity = "asserted"
    addressed: bool = False
    reply_to: Spans = ()
    relays: tuple[int, ...] = ()
    mode: Literal["direct", "indirect", "mixed"] | None = None


def runs(tree: Tree, tokens: Iterable[int]) -> Spans:
    """Give the stretches that these tokens cover; a gap of punctuation alone is no gap."""
    groups: list[list[int]] = []
    for i in sorted(set(tokens)):
        last = groups[-1][-1] if groups else -2
        gap = range(last + 1, i)
        if groups and (not gap or (len(gap) <= _GAP and all(tree[n].pos == "PUNCT" for n in gap))):
            groups[-1].append(i)
        else:
            groups.append([i])
    for group in groups:
        while len(group) > 1 and tree[group[-1]].text in _STOPS:
            group.pop()
    return tuple(tree.span(tuple(group)) for group in groups)


def trimmed(text: str, spans: Spans) -> Spans:
    """Take blanks and commas from the ends of spans, and spans without a word out."""
    found = []
    for span in spans:
        inner = trim(text, span, _EDGES)
        if inner and any(c.isalnum() for c in inner.of(text)):
            found.append(inner)
    return tuple(found)


def minus(spans: Spans, others: Spans) -> Spans:
    """Take the other spans out."""
    for other in others:
        left = []
        for span in spans:
            if not span.meets(other):
                left.append(span)
                continue
            if span.start < other.start:
                left.append(Span(span.start, other.start))
            if other.end < span.end:
                left.append(Span(other.end, span.end))
        spans = tuple(left)
    return spans


def size(spans: Spans) -> int:
    """Count the characters of spans."""
    return sum(end - start for start, end in spans)


def with_quotations(document: Document, spans: Spans, verb: int | None) -> Spans:
    """Widen spans to the whole of each quotation that begins in them; nothing leaves the quotation around the verb."""
    place = document.tree[verb].start if verb is not None else -1
    for each in document.quotations:
        holds_verb = each.span.start <= place < each.span.end
        if holds_verb:
            spans = tuple(
                Span(max(a, each.content.start), min(b, each.content.end))
                for a, b in spans
                if a < each.content.end and b > each.content.start
            )
        elif any(
            a <= each.span.start < b or a <= each.content.start < b or (each.span.start <= a and b <= each.span.end)
            for a, b in spans
        ):
            spans = merge((*spans, each.span), document.text)
    return spans
