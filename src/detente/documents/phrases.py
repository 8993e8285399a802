"""What stands around a noun that describes someone."""

from detente.documents.discourse import Discourse
from detente.documents.tree import Tree
from detente.text import Span

POINTING = {"this", "that", "the"}
"""Words that point at somebody told of before."""
_DEFINITE = {"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both"}


def span(discourse: Discourse, i: int) -> Span:
    """Give the words of a description, without clauses and names that follow."""
    return discourse.document.tree.phrase(i, without=("relcl", "appos", "acl", "prep", "conj", "cc", "punct"))


def determiner(discourse: Discourse, i: int) -> str | None:
    """Give the word before a noun that says whether it is known: "the", "that", "his"."""
    tree = discourse.document.tree
    return next((tree[child].text.lower() for child in tree.children(i, "det", "poss")), None)


def is_listed(tree: Tree, i: int) -> bool:
    """Say whether an apposition is one of a list: "the Secretary, *the Cardinal*, and the Archbishop"."""
    definite = any(tree[each].text.lower() == "the" for each in tree.children(i, "det"))
    return tree[i].dep == "appos" and definite and bool(tree.children(tree[i].head, "conj"))


def is_definite(discourse: Discourse, i: int) -> bool:
    """Say whether the noun is one already known."""
    tree = discourse.document.tree
    word = determiner(discourse, i)
    if word is None and tree[i].dep == "conj" and tree[tree[i].head].pos in ("NOUN", "PROPN"):
        return is_definite(discourse, tree[i].head)  # "the Secretary and President"
    return word in _DEFINITE or any(tree.children(child, "case") for child in tree.children(i, "poss"))
