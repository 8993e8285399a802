"""Drafts of what the learned head hears; who speaks is read off the clause where the head points there too."""

from collections.abc import Iterator
from itertools import pairwise

from detente.claims.utterance_draft import Draft, minus, runs, trimmed, with_quotations
from detente.claims.utterance_refused import is_refused
from detente.claims.utterance_sources import source_of
from detente.documents import Asked, Document, asked
from detente.text import overlap

LEARNED = "learned"
_SURE = 0.35
"""From here on the model is heard where it hears a clause or a quotation,"""
_SURER = 0.4
"""and from here on where it hears but a noun."""
_PART = 0.5
"""From here on a token is part of a role."""
_GAP = 3
"""So many tokens between two parts of a content are a part of it too."""
_SOURCE, _CUE, _CONTENT = range(3)
_FINITE = {"VBD", "VBZ", "VBP", "MD", "VB"}
_EMPTY = {"PRON", "DET", "PUNCT", "SCONJ"}


def heard_drafts(document: Document) -> Iterator[Draft]:
    """Give a draft for every attribution that the model is sure of and that no rule refuses."""
    for each in asked(document, _SURE):
        draft = _draft(document, each)
        if draft:
            yield draft


def _draft(document: Document, found: Asked) -> Draft | None:
    tree = document.tree
    cue = sorted({found.anchor, *found.tokens(_CUE, _PART)})
    verb = _top(document, cue)
    source, speakers = _source(document, found, cue, verb)
    content = [i for i in _closed(found.tokens(_CONTENT, _PART)) if i not in cue and i not in source]
    source_spans, cue_spans = trimmed(document.text, runs(tree, source)), runs(tree, cue)
    spans = with_quotations(document, runs(tree, content), verb)
    spans = trimmed(document.text, minus(spans, (*source_spans, *cue_spans)))
    quoted = overlap(spans, tuple(each.span for each in document.quotations))
    sure = found.chance >= _SURER or quoted or any(tree[i].tag in _FINITE for i in content)
    if not spans or not sure or all(tree[i].pos in _EMPTY for i in content):
        return None
    if is_refused(document, verb, source, speakers, spans):
        return None
    return Draft(verb, source_spans, speakers, cue_spans, spans, LEARNED, found.chance)


def _closed(tokens: list[int]) -> list[int]:
    """Fill the small gaps between tokens."""
    small = (range(a + 1, b) for a, b in pairwise(tokens) if b - a <= _GAP + 1)
    return sorted({*tokens, *(i for gap in small for i in gap)})


def _source(document: Document, found: Asked, cue: list[int], verb: int) -> tuple[list[int], tuple[int, ...]]:
    """Give the tokens that name who speaks, and their heads: the verb's subject where the model points at it too."""
    tree = document.tree
    pointed = [i for i in found.tokens(_SOURCE, _PART) if i not in cue]
    subject, heads = source_of(tree, verb)
    if subject and (not pointed or set(subject) & set(pointed)):
        said = set(found.tokens(_CONTENT, _PART))
        return [i for i in subject if i not in cue and (i in pointed or i not in said)], heads
    heads = tuple(i for i in pointed if tree[i].head not in pointed and tree[i].pos not in ("ADP", "PUNCT", "DET"))
    return pointed, heads


def _top(document: Document, cue: list[int]) -> int:
    """Give the token of the cue on which the others hang."""
    tree = document.tree
    tops = [i for i in cue if tree[i].head not in cue or tree[i].head == i]
    return next((i for i in tops if tree[i].pos in ("VERB", "NOUN", "AUX")), tops[0] if tops else cue[0])
