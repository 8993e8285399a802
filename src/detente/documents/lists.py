"""Names listed side by side: "Canada, the Kingdom of Denmark, Finland and the United States"."""

import re
from collections.abc import Iterator

from detente.documents.document import Document, Mention

_JOINT = re.compile(r"(?:,|,? and|,? as well as|,? plus)(?: the)? ")
_KINDS = ("state", "bloc")


def lists(document: Document) -> Iterator[tuple[Mention, ...]]:
    """Give the stretches of names of states and blocs between which only commas and "and" stand, however parsed."""
    named = [each for each in document.mentions if each.kind == "name" and len(each.actors) == 1]
    found: list[Mention] = []
    for mention in sorted(named):
        if document.actor[mention.actors[0]].type not in _KINDS:
            continue
        if not found or not _JOINT.fullmatch(document.text, found[-1].span.end, mention.span.start):
            if len(found) > 1:
                yield tuple(found)
            found = []
        found.append(mention)
    if len(found) > 1:
        yield tuple(found)
