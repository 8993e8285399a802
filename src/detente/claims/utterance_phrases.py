"""Cues that are no verbs: "according to X", "X's claim that", a colon, the label of a transcript."""

from collections.abc import Iterator

from detente.claims.utterance_colons import name_before
from detente.claims.utterance_draft import Draft, minus, runs, trimmed, with_quotations
from detente.claims.utterance_nouns import noun_drafts
from detente.documents import Document
from detente.text import Span

_NAME = 6
_SPEAKERS = {"PERSON", "ORG", "NORP", "GPE"}
_INSIDE = ("ccomp", "xcomp", "advcl", "prep", "pobj", "dobj", "conj", "attr", "acomp")


def phrase_drafts(document: Document) -> Iterator[Draft]:
    """Give the drafts of all such phrases."""
    yield from _according(document)
    yield from _labels(document)
    yield from _headline(document)
    yield from noun_drafts(document)


def _according(document: Document) -> Iterator[Draft]:
    tree = document.tree
    for token in tree.tokens:
        if token.text.lower() != "according":
            continue
        to = token.i + 1
        if to >= len(tree) or tree[to].lemma != "to":
            continue
        heads = tree.children(to, "pobj") or tree.children(token.i, "pobj")
        if not heads:
            continue
        source = tuple(i for head in heads for i in tree.subtree(head))
        above = tree[token.i].head
        if above == token.i:
            continue
        while tree[above].dep in _INSIDE and tree[above].head != above:
            above = tree[above].head
        tokens = set(tree.subtree(above)) - set(tree.subtree(token.i)) - {token.i, to}
        tokens &= set(_stretch(document, token.i))
        source_spans = trimmed(document.text, runs(tree, source))
        cue = (Span(token.start, tree[to].end),)
        content = with_quotations(document, runs(tree, tokens), token.i)
        content = trimmed(document.text, minus(content, (*source_spans, *cue)))
        if source_spans and content:
            yield Draft(token.i, source_spans, tuple(heads), cue, content, "reporting_nouns/according", 0.8)


def _stretch(document: Document, token: int) -> range:
    """Give the tokens between the colons and semicolons around a token, within its sentence."""
    tree, sentence = document.tree, document.sentence_of(token)
    first = next((i + 1 for i in range(token, sentence.first, -1) if tree[i].text in ":;"), sentence.first)
    last = next((i for i in range(token, sentence.last) if tree[i].text in ":;"), sentence.last)
    return range(first, last)


def _labels(document: Document) -> Iterator[Draft]:
    for block in document.blocks:
        if block.label is None or block.kind == "header":
            continue
        words = block.label.of(document.text).rstrip()
        colon = block.label.start + len(words) - 1
        content = trimmed(document.text, (Span(block.label.end, block.span.end),))
        if content and words.endswith(":"):
            source = (Span(block.label.start, colon),)
            heads = tuple(document.tree.within(source[0]))
            yield Draft(None, source, heads, (Span(colon, colon + 1),), content, "reporting_nouns/label", 0.9)


def _headline(document: Document) -> Iterator[Draft]:
    """Give what a headline lets someone say: "Béjar: sanctions must end"."""
    text, tree = document.text, document.tree
    blocks = [block for block in document.blocks if block.kind != "header"]
    for block in blocks[:1]:
        tokens = tree.within(block.prose)
        colon = next((i for i in tokens[: _NAME + 1] if tree[i].text == ":"), None)
        name = name_before(tree, colon, tokens[0]) if colon else ()
        if colon is None or not name or name[0] != tokens[0] or block.label:
            continue
        if not any(each.first in name and each.label in _SPEAKERS for each in document.entities):
            continue
        content = trimmed(text, (Span(tree[colon].end, block.span.end),))
        if content:
            yield Draft(None, (tree.span(name),), name, (tree[colon].span,), content, "reporting_nouns/headline", 0.7)
