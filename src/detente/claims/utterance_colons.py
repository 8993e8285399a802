"""Quotations after a colon ("Béjar was clear: «…»", "Béjar: «…»") and before a dash and a name ("«…» — Béjar")."""

import re

from detente.claims.utterance_draft import Draft, runs, trimmed
from detente.claims.utterance_sources import cue_of, source_of
from detente.documents import Document, Quotation
from detente.documents.tree import Tree
from detente.text import Span

_WHY = "colon"
_CONFIDENCE = 0.8
_NAME = 8
_SIGNED = re.compile(
    r"\s{0,4}(?P<dash>[-–—―]{1,2})[ \u00a0]*"
    r"(?P<name>[A-Z][^\s,]*(?:[ \u00a0,]+(?:[A-Z(][^\s,]*|of|the|for|and|de|del|van|von|al)){0,9}?)"
    r"\.?[ \t\u00a0]*(?=\n|$)"
)


def after_colon(document: Document, quotation: Quotation) -> Draft | None:
    """Make a draft of a quotation that a colon introduces; None where there is no colon or nobody before it."""
    text, tree = document.text, document.tree
    end = quotation.span.start
    while end and text[end - 1].isspace():
        end -= 1
    colon = tree.at(end - 1) if end and text[end - 1] == ":" else None
    if not colon:
        return None
    mark = tree[colon].span
    verb = _verb(document, colon)
    if verb is not None:
        source, speakers = source_of(tree, verb)
        if source and max(source) < colon:
            cue = (Span(runs(tree, cue_of(tree, verb, verb))[0].start, mark.end),)
            if cue[0].start > tree[max(source)].start:
                return Draft(
                    verb, trimmed(text, runs(tree, source)), speakers, cue, (quotation.span,), _WHY, _CONFIDENCE
                )
    name = name_before(tree, colon, document.sentence_of(colon).first)
    if name:
        return Draft(None, (tree.span(name),), name, (mark,), (quotation.span,), _WHY, _CONFIDENCE)
    return None


def before_dash(document: Document, quotation: Quotation) -> Draft | None:
    """Make a draft of a quotation that is signed: a dash and a name end its line or stand in the next."""
    text, tree = document.text, document.tree
    found = _SIGNED.match(text, quotation.span.end)
    if not found:
        return None
    dash, name = Span(*found.span("dash")), Span(*found.span("name"))
    tokens = tuple(tree.within(name))
    if not tokens or not any(tree[i].pos == "PROPN" for i in tokens):
        return None
    return Draft(None, (name,), tokens, (dash,), (quotation.span,), "dash and name", _CONFIDENCE)


def _verb(document: Document, colon: int) -> int | None:
    """Give the verb of the clause that the colon ends."""
    tree = document.tree
    for i in range(colon - 1, document.sentence_of(colon).first - 1, -1):
        if tree[i].pos in ("VERB", "AUX") and tree[i].dep in ("ROOT", "conj", "ccomp", "relcl", "advcl"):
            return i
        if tree[i].text in ".;-–—":
            return None
    return None


def name_before(tree: Tree, colon: int, first: int) -> tuple[int, ...]:
    """Give the tokens of the name that stands alone before a colon, back to a dash or the start of the sentence."""
    start = colon
    while start > first and tree[start - 1].text not in (".", "-", "–", "—", "|", "…", ";", "?", "!"):
        start -= 1
    name = tuple(range(start, colon))
    capital = all(tree[i].text[0].isupper() or tree[i].pos in ("ADP", "DET", "PUNCT", "PART") for i in name)
    return name if name and len(name) <= _NAME and capital and tree[name[-1]].pos != "NUM" else ()
