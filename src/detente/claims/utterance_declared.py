"""What a body declares: "The governments of Peru and Chile declare:" and, point by point, what follows."""

from collections.abc import Iterator

from detente.claims.utterance_draft import Draft, runs, trimmed
from detente.claims.utterance_frames import content_of
from detente.documents import Declaration, Document, after_point, declarations
from detente.lexicon import reporting_verbs
from detente.text import Span, Spans

_CONFIDENCE = 0.8
_WE = {"we", "they", "it", "our", "their"}


def declared_drafts(document: Document, drafts: list[Draft]) -> Iterator[Draft]:
    """Give a draft for each point; a point that has a verb of speech of its own is no further one."""
    own = {each.verb: each for each in drafts if each.verb is not None}
    for declaration in declarations(document):
        for n in declaration.sentences:
            sentence = document.sentences[n]
            inside = [own[i] for i in range(sentence.first, sentence.last) if i in own]
            if document.tree[declaration.verb].text == ":":
                yield from _point(document, declaration, sentence.span)
            elif not any(_is_issuer(document, each) for each in inside):
                yield from _draft(document, declaration, sentence.first, sentence.span)


def _is_issuer(document: Document, draft: Draft) -> bool:
    return any(document.tree[i].text.lower() in _WE for i in draft.speakers)


def _point(document: Document, declaration: Declaration, span: Span) -> Iterator[Draft]:
    """Give a draft for a point that begins with a verb of its own: "Condemn the attack"."""
    tree = document.tree
    verb = tree.at(after_point(document, span.start))
    source = trimmed(document.text, runs(tree, tree.subtree(declaration.issuer, without=("punct",))))
    entries = reporting_verbs(document.language).get(tree[verb].text.lower(), ()) if verb is not None else ()
    for second, entry in entries:
        assert verb is not None  # noqa: S101 - there are entries
        found = content_of(document, verb, verb, entry) if not second else None
        if found and source:
            cue = runs(tree, (verb, *found[2]))
            content = _without_stop(document, Span(cue[-1].end, span.end)) if cue[-1].end < span.end else ()
            if content:
                why = f"reporting_verbs/{entry.id} point"
                yield Draft(verb, source, (declaration.issuer,), cue, content, why, entry.confidence)
                return


def _draft(document: Document, declaration: Declaration, first: int, span: Span) -> Iterator[Draft]:
    tree = document.tree
    start = tree.at(after_point(document, span.start)) or first
    while start < len(tree) and tree[start].start < span.end and not tree[start].text[0].isalpha():
        start += 1
    content = _without_stop(document, Span(tree[start].start, span.end)) if start < len(tree) else ()
    source = trimmed(document.text, runs(tree, tree.subtree(declaration.issuer)))
    if content and source and content[0].of(document.text).count(" ") > 1:
        cue = (tree[declaration.verb].span,)
        yield Draft(None, source, (declaration.issuer,), cue, content, "declaration", _CONFIDENCE)


def _without_stop(document: Document, span: Span) -> Spans:
    """Give the words of a point without the mark that ends it."""
    inside = trimmed(document.text, (span,))
    return tuple(Span(a, b - (document.text[b - 1] in ".;")) for a, b in inside if b <= span.end)
