"""What a body declares: "The governments of Peru and Chile declare:" and, point by point, what follows."""

from collections.abc import Iterator

from detente.claims.utterance_draft import Draft, runs, trimmed
from detente.documents import Declaration, Document, declarations
from detente.text import Span

_CONFIDENCE = 0.8
_WE = {"we", "they", "it", "our", "their"}


def declared_drafts(document: Document, drafts: list[Draft]) -> Iterator[Draft]:
    """Give a draft for each point; a point that has a verb of speech of its own is no further one."""
    own = {each.verb: each for each in drafts if each.verb is not None}
    for declaration in declarations(document):
        for n in declaration.sentences:
            sentence = document.sentences[n]
            inside = [own[i] for i in range(sentence.first, sentence.last) if i in own]
            if not any(_is_issuer(document, each) for each in inside):
                yield from _draft(document, declaration, sentence.first, sentence.span)


def _is_issuer(document: Document, draft: Draft) -> bool:
    return any(document.tree[i].text.lower() in _WE for i in draft.speakers)


def _draft(document: Document, declaration: Declaration, first: int, span: Span) -> Iterator[Draft]:
    tree = document.tree
    start = first
    while start < len(tree) and tree[start].start < span.end and not tree[start].text[0].isalpha():
        start += 1
    content = trimmed(document.text, (Span(tree[start].start, span.end),)) if start < len(tree) else ()
    content = tuple(Span(a, b - (document.text[b - 1] in ".;")) for a, b in content if b <= span.end)
    source = trimmed(document.text, runs(tree, tree.subtree(declaration.issuer)))
    if content and source and content[0].of(document.text).count(" ") > 1:
        cue = (tree[declaration.verb].span,)
        yield Draft(None, source, (declaration.issuer,), cue, content, "declaration", _CONFIDENCE)
