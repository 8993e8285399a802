"""Who gives no word: "did not respond to a request for comment", "had no comment on the arrests"."""

from collections.abc import Iterator

from detente.claims.utterance_draft import Draft, runs, trimmed
from detente.claims.utterance_polarity import has_no, is_negated
from detente.claims.utterance_sources import cue_of, source_of
from detente.documents import Document
from detente.lexicon import ReportingSilence, reporting_silences


def silence_drafts(document: Document) -> Iterator[Draft]:
    """Give a draft for every verb by which somebody withholds his word."""
    tree = document.tree
    known = reporting_silences(document.language)
    for token in tree.tokens:
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        for entry in known.get(token.lemma, ()):
            draft = _draft(document, token.i, entry)
            if draft:
                yield draft
                break


def _draft(document: Document, verb: int, entry: ReportingSilence) -> Draft | None:
    tree = document.tree
    source, speakers = source_of(tree, verb)
    adjectives = [each for each in tree.children(verb, "acomp") if tree[each].lemma in entry.attributes]
    if not source or is_negated(tree, verb) != entry.negated or bool(adjectives) != bool(entry.attributes):
        return None
    if tree[verb].tag == "VB" and any(tree[each].text.lower() == "to" for each in tree.children(verb, "aux")):
        return None
    for noun, before in _unanswered(document, (verb, *adjectives), entry):
        below = set(tree.subtree(noun))
        words = {tree[i].lemma for i in below}
        if tree[noun].lemma not in entry.nouns or (entry.seeking and not words & set(entry.seeking)):
            continue
        if entry.no and not has_no(tree, noun):
            continue
        content = trimmed(document.text, runs(tree, below - _days(document, noun) - set(source)))
        cue = runs(tree, {*cue_of(tree, verb, verb), *adjectives, *before})
        spans = trimmed(document.text, runs(tree, source))
        why = f"reporting_silences/{entry.id}"
        if content and spans:
            return Draft(verb, spans, speakers, cue, content, why, entry.confidence, polarity="declined")
    return None


def _unanswered(
    document: Document, heads: tuple[int, ...], entry: ReportingSilence
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give the nouns for what is left unanswered, each with the preposition before it."""
    tree = document.tree
    for head in heads:
        if not entry.about:
            yield from ((noun, ()) for noun in tree.children(head, "dobj", "nsubjpass"))
        for preposition in tree.children(head, "prep"):
            if tree[preposition].lemma in entry.about:
                yield from ((noun, (preposition,)) for noun in tree.children(preposition, "pobj"))


def _days(document: Document, noun: int) -> set[int]:
    """Give the day that has got below a noun: "was unavailable for comment *on Sunday*"."""
    tree = document.tree
    under = (each for each in tree.children(noun, "prep", "npadvmod") if each > noun)
    times = [time.span for time in document.times if time.type == "DATE"]
    return {i for each in under if any(time.meets(tree.phrase(each)) for time in times) for i in tree.subtree(each)}
