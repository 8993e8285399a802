"""Whom a short name means: the people of the article by their full names."""

from detente.documents.document import Document
from detente.documents.names import Phrase
from detente.text import fold

Parts = tuple[str, ...]


class People:
    """The full names of an article's people."""

    def __init__(self, document: Document, found: list[Phrase]) -> None:
        self._names: dict[Parts, str] = {}
        self._places = {phrase.words for phrase in found if phrase.type == "place"}
        self._met: list[tuple[int, Parts]] = []
        for phrase in found:
            if phrase.type == "person" and not self.is_place(phrase) and not is_heading(document, phrase.first):
                parts = tuple(map(fold, phrase.words))
                self._names.setdefault(parts, document.tree.span(range(phrase.first, phrase.last)).of(document.text))
                self._met.append((phrase.first, parts))

    def is_place(self, phrase: Phrase) -> bool:
        """Say whether a name that only the parser takes for a person's stands elsewhere as a place."""
        return phrase.why == "names/person" and phrase.words in self._places

    def fullest(self, phrase: Phrase) -> str | None:
        """Give the full name that a name stands for; None where it is nobody's.

        Of several bearers the one named last is meant, or else the one named first after.
        """
        key = tuple(map(fold, phrase.words))
        longest = max((parts for parts in self._names if _covers(parts, key)), key=len, default=None)
        if longest is None:
            return self._names.get(key)
        longer = [(at, parts) for at, parts in self._met if _covers(parts, key)]
        if len({parts for _, parts in longer if not any(_covers(other, parts) for _, other in longer)}) == 1:
            return self._names[longest]
        before = [parts for at, parts in longer if at < phrase.first]
        return self._names[before[-1] if before else longer[0][1]]


def _covers(parts: Parts, key: Parts) -> bool:
    """Say whether a full name contains a shorter one and shares more than the given name."""
    if len(key) >= len(parts) or not set(key) <= set(parts):
        return False
    return key[-1] in parts[1:] or (len(key) == 1 and key[0] == parts[0])


def is_heading(document: Document, i: int) -> bool:
    """Say whether a token stands in a title or heading, whose words are never people."""
    return document.blocks[document.sentence_of(i).block].kind in ("heading", "title")
