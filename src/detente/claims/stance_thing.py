"""What a pronoun takes up that is nobody: "the pipeline" for "it" in "opposed the pipeline and now backs it"."""

from collections.abc import Collection

from detente.claims.stance_matters import is_topic
from detente.claims.stance_objects import issue_of
from detente.documents import Document, prepositions
from detente.lexicon import carriers, stance_cues

_TAKES_UP = {"it": "NN", "them": "NNS", "they": "NNS"}
_FIRST = ("dobj", "nsubj", "nsubjpass")


def taken_up(document: Document, pronoun: int, holders: Collection[str | None] = ()) -> int | None:
    """Give the noun that a pronoun stands for.

    Of an attitude it is what that is towards: "dropped its objection to *the levy* and accepted it".
    Of several it is the last matter of its number, in the sentence or the one before. Nobody takes a side on his own
    body: "it" is not the parliament of one of the ``holders``.
    """
    noun = _taken_up(document, pronoun, holders)
    cues = stance_cues(document.language).get(document.tree[noun].lemma, ()) if noun is not None else ()
    if noun is None or not any(cue.pos == "noun" for cue in cues):
        return noun
    below = (o for prep in prepositions(document.tree, noun) if prep.word in ("to", "for") for o in prep.objects)
    return next(below, noun)


def _taken_up(document: Document, pronoun: int, holders: Collection[str | None]) -> int | None:
    tree = document.tree
    tag = _TAKES_UP.get(tree[pronoun].text.lower())
    if tag is None:
        return None
    if document.who(pronoun) and not {document.state_of(who) for who in document.who(pronoun)} & set(holders):
        return _subject_before(document, pronoun, tag)
    here = document.sentence_of(pronoun)
    before = document.sentence_of(here.first - 1) if here.first else here
    nouns = [i for i in range(here.first, pronoun) if _may_be(document, i, tag)]
    if not nouns and before.block == here.block and before is not here:
        nouns = [i for i in range(before.first, before.last) if _may_be(document, i, tag)]
    best = max(nouns, key=lambda i: (_is_matter(document, i), tree[i].dep in _FIRST, i), default=None)
    return best if best is None or tree[best].dep != "appos" else tree[best].head


def _subject_before(document: Document, pronoun: int, tag: str) -> int | None:
    """Give the matter that the clause before tells of: "*a second route* is good, and Peru welcomes it", not Peru."""
    tree = document.tree
    if tree[pronoun].dep not in ("dobj", "pobj"):
        return None
    verb = next((above for above in tree.heads(pronoun) if tree[above].pos in ("VERB", "AUX")), pronoun)
    first = tree[verb].head
    subjects = tree.children(first, "nsubj", "nsubjpass") if tree[verb].dep == "conj" else ()
    return next((i for i in subjects if tree[i].tag == tag and tree[i].pos == "NOUN" and not document.who(i)), None)


def _may_be(document: Document, noun: int, tag: str) -> bool:
    """Say whether a noun of this number is what a sentence tells of: its subject or object, or a matter within."""
    token = document.tree[noun]
    if token.tag != tag or token.pos == "PRON" or document.who(noun) or noun in document.crowd_at:
        return False
    if (token.lemma.lower(), "policy") in carriers(document.language):
        return False  # "her government was in favour of it"
    named = token.dep == "appos" and document.tree[token.head].dep in _FIRST  # "the Link, a new *cable*, pleased them"
    return named or token.dep in _FIRST or (token.dep == "pobj" and _is_matter(document, noun))


def _is_matter(document: Document, noun: int) -> bool:
    inside = [each for each in document.tree.subtree(noun) if document.tree[each].pos != "VERB"]
    return is_topic(document, noun) or issue_of(document, inside, noun) is not None
