"""What is told only to be denied: "reports that Peru agreed are unfounded", "it is not correct that it did"."""

from detente.documents import Document, Tree
from detente.lexicon import carriers

_CLAUSES = ("ccomp", "acl", "relcl", "csubj", "advcl", "conj", "xcomp")


def is_disowned(document: Document, token: int) -> bool:
    """Say whether a word stands in a clause that is called untrue."""
    tree = document.tree
    below = token
    for above in tree.heads(token):
        if tree[below].dep in _CLAUSES and _is_untrue(document, above, below):
            return True
        below = above
    return False


def _is_untrue(document: Document, above: int, below: int) -> bool:
    """Say whether a clause, or the noun that it explains, has a predicate by which it is denied."""
    tree = document.tree
    verb = tree[above].head if tree[above].pos == "NOUN" and tree[above].dep in ("nsubj", "nsubjpass") else above
    adjective = tree[above].pos == "ADJ" and tree[above].dep == "acomp"
    verb = tree[above].head if adjective else verb
    words = [tree[above].lemma] if adjective else [tree[each].lemma for each in tree.children(verb, "acomp", "oprd")]
    if tree[verb].lemma != "be" or below == verb:
        return False
    known = carriers(document.language)
    denied = _is_denied(tree, verb)
    return any((word, "true" if denied else "untrue") in known for word in words)


def _is_denied(tree: Tree, verb: int) -> bool:
    return bool(tree.children(verb, "neg"))
