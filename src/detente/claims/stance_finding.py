"""Find words of attitude with the places of those who have it and of what it is about."""

from collections.abc import Callable, Iterator

from detente.claims.stance_adjectives import adjective
from detente.claims.stance_found import Found
from detente.claims.stance_nouns import noun
from detente.claims.stance_prepositions import preposition
from detente.claims.stance_refusals import refusal
from detente.claims.stance_verbs import duty, purpose, verb
from detente.documents import Document, prepositions
from detente.lexicon import StanceCue, stance_cues

_NAMES = {
    "verb": ("VERB",),
    "noun": ("NOUN",),
    "adjective": ("ADJ", "VERB"),
    "preposition": ("ADP", "SCONJ"),
    "duty": ("AUX", "VERB"),
    "purpose": ("PART",),
    "will": ("AUX", "VERB"),
}


def find(document: Document) -> Iterator[Found]:
    """Give every word of attitude whose object is there, in the order of the text."""
    for token in document.tree.tokens:
        known = _known(document, token.i)
        for cue in known:
            if token.pos in _NAMES[cue.pos]:
                found = _LOOK[cue.pos](document, token.i, cue)
                if found and found.objects and (found.holders or found.others or found.by_speaker):
                    yield found if not found.by_speaker else found._replace(holders=_for_whom(document, found))


def _for_whom(document: Document, found: Found) -> tuple[int, ...]:
    """Give those for whom something is so, at the head of its clause: "*for Lima*, the base is unacceptable"."""
    tree = document.tree
    phrases = (prep for prep in prepositions(tree, found.anchor) if prep.word == "for" and prep.token < found.anchor)
    first = min((*found.objects, found.anchor))
    return tuple(o for prep in phrases for o in prep.objects if o < first and document.who(o))


def _known(document: Document, word: int) -> tuple[StanceCue, ...]:
    """Give the cues of a word: of a verb with its particle ("rule out") these alone, of a participle its own first."""
    cues, tree = stance_cues(document.language), document.tree
    token = tree[word]
    beside = (each for each in tree.children(word, "prt", "advmod", "prep") if each == word + 1)
    together = (
        cues.get(f"{token.lemma} {tree[particle].lemma}") for particle in (*tree.children(word, "prt"), *beside)
    )
    if found := next((each for each in together if each), None):
        return found
    form = token.tag == "VBN" or (token.tag == "VBG" and token.dep == "acomp")
    own = cues.get(token.text, ()) if form and token.text != token.lemma else ()
    return (*own, *cues.get(token.lemma, ()))


_LOOK: dict[str, Callable[[Document, int, StanceCue], Found | None]] = {
    "verb": verb,
    "noun": noun,
    "adjective": adjective,
    "preposition": preposition,
    "duty": duty,
    "purpose": purpose,
    "will": refusal,
}
