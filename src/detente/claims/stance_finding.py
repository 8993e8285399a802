"""Find words of attitude with the places of those who have it and of what it is about."""

from collections.abc import Callable, Iterator

from detente.claims.stance_adjectives import adjective
from detente.claims.stance_found import Found
from detente.claims.stance_nouns import noun
from detente.claims.stance_prepositions import preposition
from detente.claims.stance_verbs import duty, verb
from detente.documents import Document
from detente.lexicon import StanceCue, stance_cues

_NAMES = {
    "verb": ("VERB",),
    "noun": ("NOUN",),
    "adjective": ("ADJ", "VERB"),
    "preposition": ("ADP", "SCONJ"),
    "duty": ("AUX", "VERB"),
}


def find(document: Document) -> Iterator[Found]:
    """Give every word of attitude whose object is there, in the order of the text."""
    cues = stance_cues(document.language)
    for token in document.tree.tokens:
        known = cues.get(token.lemma, ())
        if token.tag == "VBN" and token.text != token.lemma:
            known = (*cues.get(token.text, ()), *known)
        for cue in known:
            if token.pos in _NAMES[cue.pos]:
                found = _LOOK[cue.pos](document, token.i, cue)
                if found and found.objects and (found.holders or found.others or found.by_speaker):
                    yield found


_LOOK: dict[str, Callable[[Document, int, StanceCue], Found | None]] = {
    "verb": verb,
    "noun": noun,
    "adjective": adjective,
    "preposition": preposition,
    "duty": duty,
}
