"""The day of a stance: in its clause, else that of the paper in which it was so said."""

from detente.claims.days import is_to_come
from detente.documents import Document, clause, date_of


def day_of(document: Document, anchor: int) -> str | None:
    """Give the day in its clause, else that of the paper in which it was so said: "a memo in which it agreed"."""
    tree = document.tree
    if found := date_of(document, anchor):
        return None if is_to_come(document, anchor, found) else found
    relative = next((token for token in (anchor, *tree.heads(anchor)) if tree[token].dep == "relcl"), None)
    if relative is None or not clause(tree, relative).after("in", "under", "by"):
        return None
    return date_of(document, tree[relative].head)
