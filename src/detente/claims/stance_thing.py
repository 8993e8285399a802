"""What a pronoun takes up that is nobody: "the pipeline" for "it" in "Peru had opposed the pipeline and now backs it"."""

from detente.claims.stance_matters import is_topic
from detente.claims.stance_objects import issue_of
from detente.documents import Document

_TAKES_UP = {"it": "NN", "them": "NNS", "they": "NNS"}
_PLACES = ("dobj", "nsubj", "nsubjpass", "pobj")


def taken_up(document: Document, pronoun: int) -> int | None:
    """Give the noun that a pronoun stands for: the last matter of its number, in its sentence or the one before."""
    tree = document.tree
    tag = _TAKES_UP.get(tree[pronoun].text.lower())
    if tag is None or document.who(pronoun):
        return None
    here = document.sentence_of(pronoun)
    before = document.sentence_of(here.first - 1) if here.first else here
    first = before.first if before.block == here.block else here.first
    for i in range(pronoun - 1, first - 1, -1):
        token = tree[i]
        if token.tag == tag and token.dep in _PLACES and not document.who(i) and _is_matter(document, i):
            return i
    return None


def _is_matter(document: Document, noun: int) -> bool:
    inside = [each for each in document.tree.subtree(noun) if document.tree[each].pos != "VERB"]
    return is_topic(document, noun) or issue_of(document, inside, noun) is not None
