"""Nouns that report: "his claim that ...", "Peru's call for talks", "issued a threat to leave"."""

from collections.abc import Iterator

from detente.claims.utterance_clauses import told_by
from detente.claims.utterance_draft import Draft, minus, runs, trimmed, with_quotations
from detente.claims.utterance_frames import is_to
from detente.claims.utterance_polarity import declined, has_no
from detente.claims.utterance_sources import source_of
from detente.claims.utterance_transcripts import person_of, turn_at
from detente.documents import Document, prepositions
from detente.documents.tree import Tree
from detente.lexicon import Polarity, ReportingNoun, reporting_nouns


def noun_drafts(document: Document) -> Iterator[Draft]:
    """Give a draft for every reporting noun of which we know whose it is and what it says."""
    tree = document.tree
    known = reporting_nouns(document.language)
    for token in tree.tokens:
        if token.pos != "NOUN" or token.lemma not in known:
            continue
        for entry in known[token.lemma]:
            draft = _draft(document, token.i, entry) if entry.use == "cue" else None
            if draft:
                yield draft
                break


def _draft(document: Document, noun: int, entry: ReportingNoun) -> Draft | None:
    tree = document.tree
    source, speakers, cue = _whose(tree, noun)
    found = _content(tree, noun, entry)
    if not source or not found or _is_said_now(document, speakers[0]):
        return None
    extra, tokens = found
    tokens -= {*source, *cue}
    source_spans = trimmed(document.text, runs(tree, source))
    cue_spans = runs(tree, (*cue, *extra))
    content = with_quotations(document, runs(tree, tokens), noun)
    content = trimmed(document.text, minus(content, (*source_spans, *cue_spans)))
    if not content or not source_spans:
        return None
    polarity, why = _polarity(document, noun, entry)
    why = f"reporting_nouns/{entry.id}{why}"
    return Draft(noun, source_spans, speakers, cue_spans, content, why, entry.confidence, polarity=polarity)


def _polarity(document: Document, noun: int, entry: ReportingNoun) -> tuple[Polarity, str]:
    """Give the polarity of what a noun reports: "made no promise" declines, a refusal declines where it is to speak."""
    tree = document.tree
    if entry.polarity == "declined":
        return declined(document, tree.children(noun, "acl", "xcomp", "advcl"))
    return ("declined" if has_no(tree, noun) else entry.polarity), ""


_CLAUSES = ("acl", "ccomp", "relcl")


def _is_said_now(document: Document, owner: int) -> bool:
    """Say whether this is a word of this very talk: "my hope that", "your question on"."""
    return person_of(document, owner) is not None and turn_at(document, document.tree[owner].start) is not None


Whose = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


def _whose(tree: Tree, noun: int) -> Whose:
    """Give source, its heads and the cue: the owner, the author after "by" or "from", or who makes the claim."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        source = tuple(i for i in tree.subtree(owner) if tree[i].dep != "case")
        return source, (owner,), (noun,)
    for phrase in prepositions(tree, noun):
        if phrase.word in ("by", "from") and phrase.objects:
            return tree.subtree(phrase.objects[0]), phrase.objects, (noun,)
    verb = tree[noun].head
    if tree[noun].dep == "dobj" and tree[verb].lemma in _LIGHT:
        source, heads = source_of(tree, verb)
        if source and noun not in source:
            return source, heads, tuple(range(verb, noun + 1))
    return (), (), ()


_LIGHT = {"make", "give", "have", "issue", "express", "voice", "repeat", "renew", "raise", "deliver", "send", "reject"}


def _content(tree: Tree, noun: int, entry: ReportingNoun) -> tuple[tuple[int, ...], set[int]] | None:
    """Give the preposition that belongs to the cue, if any, and the tokens of the content."""
    for child in tree.children(noun):
        token = tree[child]
        marks = {tree[mark].text.lower() for mark in tree.children(child, "mark")}
        if "clause" in entry.takes and ("that" in marks or child in told_by(tree, noun)) and token.dep in _CLAUSES:
            return (), set(tree.subtree(child))
        if "infinitive" in entry.takes and token.dep in ("acl", "xcomp", "advcl") and is_to(tree, child):
            return (), set(tree.subtree(child))
        if "about" in entry.takes and token.dep == "prep" and token.lemma in entry.about:
            return (child,), set(tree.subtree(child)) - {child}
    return None
