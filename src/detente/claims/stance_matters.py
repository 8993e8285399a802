"""Whether a thing is a matter on which sides are taken: what an article speaks of again and again is one."""

from detente.documents import Document, Tree, clause

_OFTEN, _EVERY = 3, 160
"""A thing is a matter that is named three times, and once in so many words."""
_FEWEST = 4


def is_topic(document: Document, head: int) -> bool:
    """Say whether an object is about a thing that the article names often: "the licence", "to grant the licence"."""
    tree = document.tree
    return any(_is_often_named(document, each) for each in _named_in(tree, head))


def _named_in(tree: Tree, head: int) -> tuple[int, ...]:
    """Give what an object names: of a verb, all that stands around it ("the ships *to leave*")."""
    if tree[head].pos != "VERB":
        return (head,)
    found = clause(tree, head)
    own = tree.children(head, "nsubj", "nsubjpass")
    below = () if found.objects else tuple(each for prep in found.prepositions for each in prep.objects)
    return (*found.objects, *own, *below)


def _is_often_named(document: Document, head: int) -> bool:
    tree = document.tree
    lemma = tree[head].lemma.lower()
    if tree[head].pos not in ("NOUN", "PROPN") or len(lemma) < _FEWEST or document.who(head):
        return False
    return sum(token.lemma.lower() == lemma for token in tree.tokens) >= max(_OFTEN, len(tree) // _EVERY)
