"""Cues that are no verbs: "according to X", "X's claim that", a colon, the label of a transcript."""

from collections.abc import Iterator

from detente.claims.utterance_draft import Draft, minus, runs, trimmed, with_quotations
from detente.documents import Document
from detente.text import Span

_INSIDE = ("ccomp", "xcomp", "advcl", "prep", "pobj", "dobj", "conj", "attr", "acomp")


def phrase_drafts(document: Document) -> Iterator[Draft]:
    """Give the drafts of all such phrases."""
    yield from _according(document)
    yield from _labels(document)


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
