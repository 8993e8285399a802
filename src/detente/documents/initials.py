"""Initials that stand for a name told in full: "SWR" after "South West Railway (SWR)", "FAA" by its letters alone."""

from collections.abc import Iterator

from detente.documents.actors import Registry
from detente.documents.document import Document, Mention
from detente.text import fold

_SMALL = {"of", "and", "for", "the", "on", "in", "to", "&", "de", "la", "y", "e", "del"}
_FEWEST, _MOST = 2, 8
_UNITED = ("organisation", "government", "party", "group", "outlet", "bloc")


def spelled(document: Document, mentions: list[Mention], registry: Registry) -> dict[str, str]:
    """Give the actors of whom the text has only initials by those whose full names these are."""
    full: dict[str, str] = {}
    beside: dict[tuple[int, str], str] = {}
    for mention in mentions:
        actor = mention.actors[0]
        words = document.tree.tokens[slice(*_bounds(document, mention))]
        if len(mention.actors) > 1 or len(words) < _FEWEST or registry[actor].type not in _UNITED:
            continue
        for letters in _initials([word.text for word in words]):
            full.setdefault(letters, actor)
        beside[words[-1].i + 1, words[0].text[0]] = actor
    one: dict[str, str] = {}
    for mention in mentions:
        word = mention.span.of(document.text).replace(".", "")
        actor = mention.actors[0]
        if len(mention.actors) > 1 or not word.isupper() or not _FEWEST <= len(word) <= _MOST or " " in word:
            continue
        found = full.get(word) or _before_brackets(document, mention, beside, word)
        if found and found != actor and not registry[actor].linked:
            one.setdefault(actor, found)
    return one


def _bounds(document: Document, mention: Mention) -> tuple[int, int]:
    inside = document.tree.within(mention.span)
    return inside.start, inside.stop


def _initials(words: list[str]) -> Iterator[str]:
    """Give the ways to shorten a name: with and without its small words.

    >>> list(_initials(["Bank", "of", "Ghana"]))
    ['BG', 'BOG']
    """
    letters = [word[0].upper() for word in words if word[0].isalpha() and fold(word) not in _SMALL]
    yield "".join(letters)
    yield "".join(word[0].upper() for word in words if word[0].isalpha())


def _before_brackets(document: Document, mention: Mention, beside: dict[tuple[int, str], str], word: str) -> str | None:
    """Give the name before brackets that hold nothing but initials: "the *Popular Front* (PFLP)"."""
    tree, first = document.tree, document.tree.within(mention.span).start
    last = document.tree.within(mention.span).stop
    closed = last < len(tree) and tree[last].text == ")"
    return beside.get((first - 1, word[0])) if closed and first and tree[first - 1].text == "(" else None
