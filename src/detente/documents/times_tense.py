"""Which way a time points: back from the publication or ahead of it, as the clause around it says."""

from detente.documents.document import Document
from detente.documents.factuality import factuality
from detente.documents.tree import Tree
from detente.text import Span

_AHEAD_MARKS = ("will", "'ll", "shall", "would", "should", "can", "could", "may", "might", "must", "wo")
_ARRANGED = {
    "schedule", "set", "plan", "expect", "slate", "due", "announce", "call", "postpone", "delay", "invite", "aim",
    "book", "prepare", "organize", "propose", "arrange", "reschedule",
}  # fmt: skip


def head_of(document: Document, span: Span) -> int | None:
    """Give the token of a stretch that hangs on a token outside it; None where nothing was parsed."""
    tokens = document.tree.within(span)
    inside = set(tokens)
    heads = [i for i in tokens if document.tree[i].head not in inside or document.tree[i].head == i]
    return heads[-1] if heads else None


def verb_above(tree: Tree, token: int) -> int | None:
    """Give the nearest verb on which a token hangs, at whatever distance."""
    return next((i for i in tree.heads(token) if tree[i].pos in ("VERB", "AUX") and tree[i].dep != "aux"), None)


def direction(document: Document, span: Span) -> int:
    """Give 1 where the clause speaks of what lies ahead, -1 otherwise."""
    head = head_of(document, span)
    if head is None:
        return -1
    tree = document.tree
    verb = verb_above(tree, head)
    if verb is None:
        return -1
    if tree[tree[head].head].text.lower() == "for" and tree[verb].lemma in _ARRANGED:
        return 1
    marks = {tree[child].text.lower() for child in tree.children(verb, "aux")}
    if marks & set(_AHEAD_MARKS) and "have" not in marks:
        return 1
    told = factuality(document, verb)
    if told.time == "future" or (tree[verb].tag == "VB" and "to" in marks):
        return 1
    return 1 if told.time == "present" and tree[verb].tag in ("VBZ", "VBP") and not marks else -1
