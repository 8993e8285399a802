"""Claims of the kind Utterance: who said what, with which words."""

from detente.claims.kinds import Claims, Utterance
from detente.claims.utterance_cues import verb_drafts
from detente.claims.utterance_declared import declared_drafts
from detente.claims.utterance_details import finished
from detente.claims.utterance_phrases import phrase_drafts
from detente.claims.utterance_quotes import with_orphans
from detente.claims.utterance_relays import with_relays
from detente.claims.utterance_silences import silence_drafts
from detente.claims.utterance_threads import unthreaded
from detente.documents import Document

VERSION = "2"


def extract(document: Document, earlier: Claims) -> tuple[Utterance, ...]:  # noqa: ARG001
    """Find who said what: reporting verbs, then phrases, then the quotations that no verb has claimed."""
    drafts = unthreaded(document, list(verb_drafts(document)))
    drafts = with_relays(document, [*drafts, *silence_drafts(document), *phrase_drafts(document)])
    drafts = [*drafts, *declared_drafts(document, drafts)]
    return finished(document, with_orphans(document, drafts))
