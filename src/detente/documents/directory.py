"""Names that the shipped directory knows, where they stand in the text."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from detente.documents.document import Document
from detente.lexicon import Name, beginnings, names, words

_INNER = frozenset("-–,.'’")
_parts = lru_cache(maxsize=20_000)(words)


class Hit(NamedTuple):
    """Tokens ``first`` up to ``last`` that form one of the names; ``several``: all of them ("U.S.-China")."""

    first: int
    last: int
    names: tuple[Name, ...]
    several: bool = False


def find(document: Document) -> Iterator[Hit]:
    """Give the longest names, in the order of the text."""
    tokens = document.tree.tokens
    i = 0
    while i < len(tokens):
        text = tokens[i].text
        hit = _longest(document, i) if not text[0].islower() or tokens[i].pos == "PROPN" else None
        if hit is None and "-" in text[1:-1] and text[0].isupper():
            hit = _joined(i, text)
        if hit:
            yield hit
            i = hit.last
        else:
            i += 1


def at(document: Document, first: int) -> Hit | None:
    """Give the longest name that begins at a token."""
    return _longest(document, first)


def _longest(document: Document, first: int) -> Hit | None:
    tokens, known, start = document.tree.tokens, names(), beginnings()
    last_of_sentence = document.sentence_of(first).last
    key: tuple[str, ...] = ()
    best: Hit | None = None
    for i in range(first, min(last_of_sentence, first + 14)):
        part = _parts(tokens[i].text)
        key += part
        if key not in start or not (part or tokens[i].text in _INNER):
            break
        if not part:
            continue
        if key in known and (fitting := _fitting(document, first, i + 1, known[key])):
            best = Hit(first, i + 1, fitting)
    return best


def _fitting(document: Document, first: int, last: int, candidates: tuple[Name, ...]) -> tuple[Name, ...]:
    tree = document.tree
    plain = document.text[tree[first].start : tree[last - 1].end].replace(".", "")
    if not plain[0].isalnum() or not (plain[0].isupper() or any(c.isupper() for c in plain)):
        return ()
    capital = tree[last - 1].text[0].isupper()
    return tuple(
        name
        for name in candidates
        if (
            name.text.replace(".", "") == plain
            if name.exact
            else capital or name.text.split()[-1][0].islower() or (name.known.type == "party" and last - first > 1)
        )
    )


def _joined(i: int, text: str) -> Hit | None:
    """Read states joined by a hyphen within one token."""
    found = [names().get(_parts(part), ()) for part in text.split("-")]
    if all(some and some[0].known.type == "state" for some in found):
        return Hit(i, i + 1, tuple(some[0] for some in found), several=True)
    return None
