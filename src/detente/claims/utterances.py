"""Claims of the kind Utterance: who said what, with which words."""

from detente.claims.kinds import Claims, Utterance
from detente.claims.utterance_cues import verb_drafts
from detente.claims.utterance_declared import declared_drafts
from detente.claims.utterance_details import finished
from detente.claims.utterance_learned import with_learned
from detente.claims.utterance_phrases import phrase_drafts
from detente.claims.utterance_quotes import with_orphans
from detente.claims.utterance_relays import with_relays
from detente.claims.utterance_silences import silence_drafts
from detente.claims.utterance_threads import unthreaded
from detente.documents import Document
from detente.text import merge

VERSION = "8"


def extract(document: Document, earlier: Claims) -> tuple[Utterance, ...]:  # noqa: ARG001
    """Find who said what: by verbs, phrases and quotations, and by what the learned head hears."""
    drafts = unthreaded(document, list(verb_drafts(document)))
    drafts = [*drafts, *silence_drafts(document), *phrase_drafts(document)]
    decided = tuple(span for each in drafts for span in each.cue)
    drafts = with_relays(document, drafts)
    drafts = with_orphans(document, [*drafts, *declared_drafts(document, drafts)])
    decided = (*decided, *(span for each in drafts for span in each.cue))
    return finished(document, with_learned(document, drafts, merge(decided)))
