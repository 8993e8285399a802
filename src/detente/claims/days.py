"""Whether a day can be that of what is told."""

from detente.dates import LAST, bounds
from detente.documents import Document


def is_to_come(document: Document, verb: int, date: str) -> bool:
    """Say whether a day lies after the report of what was done or said, so that it is of something else.

    "Peru declared its support for a pause until 2035", in a report of 2028.
    """
    published = document.article.published
    if not published or document.tree[verb].tag not in ("VBD", "VBN", "NN"):
        return False
    last = bounds(date).last
    return bounds(published).last < last != LAST
