"""Cues that are no verbs: "according to X", "X's claim that", a colon, the label of a transcript."""

from collections.abc import Iterator

from detente.claims.utterance_colons import name_before
from detente.claims.utterance_draft import Draft, minus, runs, trimmed, with_quotations
from detente.claims.utterance_interviews import interview_drafts
from detente.claims.utterance_nouns import noun_drafts
from detente.claims.utterance_transcripts import person_of, transcript_drafts
from detente.documents import Document
from detente.lexicon import ReportingPhrase, reporting_phrases
from detente.text import Span, Spans

_NAME = 6
_SPEAKERS = {"PERSON", "ORG", "NORP", "GPE"}
_INSIDE = ("ccomp", "xcomp", "advcl", "prep", "pobj", "dobj", "conj", "attr", "acomp")


def phrase_drafts(document: Document) -> Iterator[Draft]:
    """Give the drafts of all such phrases."""
    yield from _said_by(document)
    yield from transcript_drafts(document)
    yield from interview_drafts(document)
    yield from _headline(document)
    yield from noun_drafts(document)


def _said_by(document: Document) -> Iterator[Draft]:
    """Give what a phrase such as "according to" hands to somebody: the clause on which the phrase hangs."""
    tree = document.tree
    known = reporting_phrases(document.language)
    for token in tree.tokens:
        for words, entry in known.get(token.text.lower(), ()):
            if "*" in words:
                draft = _in_view(document, token.i, words, entry)
                if draft:
                    yield draft
                continue
            phrase = range(token.i, token.i + len(words))
            if phrase.stop <= len(tree) and tuple(tree[i].text.lower() for i in phrase) == words:
                draft = _phrase(document, phrase, entry)
                if draft:
                    yield draft


def _in_view(document: Document, preposition: int, words: tuple[str, ...], entry: ReportingPhrase) -> Draft | None:
    """Read a phrase whose noun is owned by the source: "in his view", "in the minister's words"."""
    tree = document.tree
    for noun in tree.children(preposition, "pobj"):
        owner = tree.child(noun, "poss")
        if tree[noun].text.lower() == words[-1] and owner is not None and tree.child(noun, "amod", "relcl") is None:
            source = tuple(i for i in tree.subtree(owner) if tree[i].dep != "case")
            if person_of(document, owner) == "first":
                return None
            return _handed(document, range(preposition, noun + 1), (owner,), source, entry)
    return None


def _phrase(document: Document, phrase: range, entry: ReportingPhrase) -> Draft | None:
    tree = document.tree
    heads = tree.children(phrase[-1], "pobj") or tree.children(phrase[0], "pobj")
    if any(tree[head].lemma in entry.measures for head in heads):
        return None
    source = tuple(i for head in heads for i in tree.subtree(head))
    return _handed(document, phrase, heads, source, entry)


def _handed(
    document: Document, phrase: range, heads: tuple[int, ...], source: tuple[int, ...], entry: ReportingPhrase
) -> Draft | None:
    """Make a draft of a phrase and the clause on which it hangs, within the semicolons around it."""
    tree = document.tree
    top = phrase[0]
    above = tree[top].head
    if above == top or not source:
        return None
    while tree[above].dep in _INSIDE and tree[above].head != above:
        above = tree[above].head
    tokens = set(tree.subtree(above)) - set(tree.subtree(top)) - set(phrase)
    tokens &= set(_stretch(document, top))
    source_spans = trimmed(document.text, runs(tree, source))
    cue: Spans = (tree.span(phrase),)
    content = with_quotations(document, runs(tree, tokens), top)
    content = trimmed(document.text, minus(content, (*source_spans, *cue)))
    cue = tuple(span for span in minus(cue, source_spans) if span.of(document.text).strip(" ’'s"))
    if not source_spans or not content:
        return None
    why = f"reporting_phrases/{entry.id}"
    return Draft(top, source_spans, heads, cue, content, why, entry.confidence)


def _stretch(document: Document, token: int) -> range:
    """Give the tokens between the colons and semicolons around a token, within its sentence."""
    tree, sentence = document.tree, document.sentence_of(token)
    first = next((i + 1 for i in range(token, sentence.first, -1) if tree[i].text in ":;"), sentence.first)
    last = next((i for i in range(token, sentence.last) if tree[i].text in ":;"), sentence.last)
    return range(first, last)


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
            yield Draft(None, (tree.span(name),), name, (tree[colon].span,), content, "headline", 0.75)
