"""What may never be wrong with a document and its claims, whatever the text: spans and nesting."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from detente.claims import KINDS, Claims, Utterance
from detente.documents import Document, Quotation
from detente.text import Span, overlap
from evaluate.edits import MARKS

_BLANKS = " \t\r\n\u00a0"


def faults_of_quotations(document: Document) -> Iterator[str]:
    """Say what is wrong with the quotations, one phrase a fault."""
    text, found = document.text, document.quotations
    ends = {block.prose.end for block in document.blocks}
    for each in found:
        words = each.content.of(text)
        if (
            not _lies_in(each.span, text)
            or not each.span.holds(each.content)
            or words.strip(_BLANKS) != words
            or not words
        ):
            yield f"a quotation gives no words: {each}"
        if not any(block.prose.holds(each.span) for block in document.blocks):
            yield f"a quotation leaves its paragraph: {each}"
        if not each.closed and each.span.end not in ends and not _is_cut(each, text):
            yield f"an unclosed quotation ends in the middle: {each}"
    yield from _badly_nested([each.span for each in found], "quotations")
    for each, other in pairwise(found):
        if other.level > each.level + 1 or (other.level > each.level) != each.span.holds(other.span):
            yield f"a quotation has the wrong level: {other}"


def _is_cut(each: Quotation, text: str) -> bool:
    """Say whether an unclosed quotation ends where a further mark stands."""
    return text[each.span.end :].lstrip(_BLANKS).startswith(MARKS)


def _lies_in(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _badly_nested(spans: list[Span], what: str) -> Iterator[str]:
    open_: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        while open_ and open_[-1].end <= span.start:
            open_.pop()
        if open_ and (not open_[-1].holds(span) or open_[-1] == span):
            yield f"two {what} overlap: {open_[-1]} and {span}"
        open_.append(span)


def faults_of_claims(document: Document, claims: Claims) -> Iterator[str]:
    """Say what is wrong with the spans of layers and claims, and with the nesting of utterances."""
    text = document.text
    yield from faults_of_quotations(document)
    layers = (document.mentions, document.times, document.roles, document.sentences, document.tree.tokens)
    for span in (each.span for layer in layers for each in layer):
        if not _lies_in(span, text):
            yield f"a span of a layer gives no words: {span}"
    for kind in KINDS:
        for claim in getattr(claims, kind):
            if not claim.evidence or not all(_lies_in(span, text) for span in claim.evidence):
                yield f"evidence gives no words: {claim}"
    for utterance in claims.utterances:
        yield from _faults_of_utterance(text, utterance, claims.utterances)


def _faults_of_utterance(text: str, one: Utterance, all_: Iterable[Utterance]) -> Iterator[str]:
    known = {each.id: each for each in all_}
    if not one.content or not all(
        _lies_in(span, text) for span in (*one.source, *one.cue, *one.content, *one.in_reply_to)
    ):
        yield f"an utterance gives no words: {one}"
    if overlap(one.content, (*one.source, *one.cue)) or any(a.end > b.start for a, b in pairwise(one.content)):
        yield f"an utterance overlaps itself: {one}"
    for other in known.values():
        nested = one.id in _holders(other, known) or other.id in _holders(one, known)
        if other is not one and overlap(one.content, other.content) and not nested:
            yield f"two utterances overlap: {one} and {other}"


def _holders(one: Utterance, known: dict[str, Utterance]) -> list[str]:
    """Give the ids of the utterances in which one lies, the innermost first; a ring ends it."""
    found: list[str] = []
    while one.within and one.within not in found:
        found.append(one.within)
        one = known[one.within]
    return found
