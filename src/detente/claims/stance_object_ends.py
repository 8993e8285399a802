"""Where the words for an object end, where the parser does not tell: what hangs on the verb, and what it is not."""

from detente.documents import Document
from detente.text import Span


def without_contrast(document: Document, head: int, span: Span) -> Span:
    """Cut off what an object is not: "no base on our soil*, not for anybody*"."""
    tree = document.tree
    inside = [i for i in tree.within(span) if i > head]
    cut = next((i for i in inside if tree[i].text == "," and tree[min(i + 1, inside[-1])].text.lower() == "not"), None)
    return Span(span.start, tree[cut - 1].end) if cut is not None else span


def hung_above(document: Document, head: int, span: Span) -> int | None:
    """Give the "for" right behind a noun that the parser has hung on the word above: "about the tender *for* it"."""
    tree = document.tree
    after = tree.within(span)[-1] + 1
    above = tree[head].head
    if tree[head].dep != "pobj" or after >= len(tree) or tree[after].text.lower() != "for" or tree[above].text == "for":
        return None
    return after if tree[after].dep == "prep" and tree[after].head == tree[above].head else None


def where_there(document: Document, head: int, span: Span) -> int | None:
    """Give the phrase behind what there is, or is not, which the parser hangs on the verb: "no base *on our soil*"."""
    tree = document.tree
    first = tree[head].head if tree[head].dep == "conj" else head
    verb, after = tree[first].head, tree.within(span)[-1] + 1
    if tree[first].dep != "attr" or not tree.children(verb, "expl") or after >= len(tree):
        return None
    return after if tree[after].dep == "prep" and tree[after].head == verb else None
