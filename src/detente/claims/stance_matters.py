"""Whether a thing is a matter on which sides are taken: what an article speaks of again and again is one."""

from collections.abc import Iterable

from detente.documents import Document, Tree, clause
from detente.lexicon import descriptions, titles_of_people

_OFTEN, _EVERY = 3, 160
"""A thing is a matter that is named three times, and once in so many words."""
_FEWEST = 4
_POLITIES = ("state", "bloc")
_PEOPLE = ("person", "people")


def is_policy(document: Document, holders: Iterable[str], head: int) -> bool:
    """Say whether states or blocs take a side on a thing, whatever it is: "Peru wants the rebate", not "to wait"."""
    token, language = document.tree[head], document.language
    lemma = token.lemma.lower()
    title = titles_of_people(language).get(lemma)
    people = any(each.kind in _PEOPLE for each in descriptions(language).get(lemma, ()))
    if people or (title is not None and title.kind == "title"):
        return False
    if token.pos == "VERB" and not document.tree.children(head, "dobj", "nsubj", "nsubjpass"):
        return False
    return all(each in document.actor and document.actor[each].type in _POLITIES for each in holders)


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
