"""What rules know better than the learned head: deeds, moods, denials in another sense, words still to come."""

from collections.abc import Sequence

from detente.claims.acts import act_at
from detente.claims.utterance_draft import size
from detente.claims.utterance_transcripts import person_of, turn_at
from detente.claims.utterance_unsaid import is_unsaid, quoted_tokens
from detente.documents import Document
from detente.lexicon import reporting_verbs
from detente.text import Spans, overlap

_ALL = 0.9


def is_refused(document: Document, verb: int, source: Sequence[int], speakers: tuple[int, ...], content: Spans) -> bool:
    """Say whether this is no utterance: a deed, one's own "I think", the one asked, a heading that leads to a text."""
    tree = document.tree
    known = reporting_verbs(document.language).get(tree[verb].lemma, ())
    denies = any(entry.polarity != "asserted" or not entry.takes for _, entry in known)
    nobody = bool(source) and not speakers
    addressed = any(each in speakers for each in tree.children(verb, "nsubjpass"))
    deed = _is_deed(document, verb) and not _is_quotation(document, content)
    own = _is_own(document, verb, speakers)
    return (
        denies or nobody or addressed or deed or own or _is_torn(document, verb, content) or is_unsaid(document, verb)
    )


def _is_deed(document: Document, verb: int) -> bool:
    """Say whether a verb tells a deed or a mood: "recalled its envoy", "is proud to join"; not "is clear that"."""
    tree = document.tree
    mood = tree[verb].lemma == "be" and not any(tree[i].dep == "ccomp" for i in tree.subtree(verb))
    return mood or act_at(document, verb) is not None


def _is_own(document: Document, verb: int, speakers: tuple[int, ...]) -> bool:
    """Say whether the speaker of a turn or a quotation speaks of himself in it."""
    own = any(person_of(document, each) for each in speakers)
    return own and (turn_at(document, document.tree[verb].start) is not None or verb in quoted_tokens(document))


def _is_quotation(document: Document, content: Spans) -> bool:
    return overlap(content, tuple(each.span for each in document.quotations if each.level == 0)) >= _ALL * size(content)


def _is_torn(document: Document, verb: int, content: Spans) -> bool:
    """Say whether a heading is made the cue of the text below it, or the text that of a heading."""
    cue = document.sentence_of(verb).block
    blocks = {document.sentence_of(i).block for span in content for i in document.tree.within(span)}
    return any(document.blocks[each].kind in ("heading", "title") for each in {cue, *blocks}) and blocks != {cue}
