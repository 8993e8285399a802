"""Names that the shipped directory knows, where they stand in the text."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from detente.documents.document import Document
from detente.lexicon import Name, beginnings, names, words

_INNER = frozenset("-–,.'’")
_parts = lru_cache(maxsize=20_000)(words)


class Hit(NamedTuple):
    """Tokens ``first`` up to ``last`` that form one of the names."""

    first: int
    last: int
    names: tuple[Name, ...]


def find(document: Document) -> Iterator[Hit]:
    """Give the longest names, in the order of the text."""
    tokens = document.tree.tokens
    i = 0
    while i < len(tokens):
        hit = _longest(document, i) if not tokens[i].text[0].islower() or tokens[i].pos == "PROPN" else None
        if hit:
            yield hit
            i = hit.last
        else:
            i += 1


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
    return tuple(name for name in candidates if not name.exact or name.text.replace(".", "") == plain)
