"""Texts as searching sees them: words without accents, case and punctuation, each with its place in the text."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from detente.text import Span, fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"})
"""Latin letters that do not consist of a plain letter and an accent."""


def words(text: str) -> Iterator[tuple[str, Span]]:
    """Give the words in order; the dots of an abbreviation are no part of it.

    >>> [word for word, _ in words("Béjar’s U.S.-led talks in Łódź")]
    ['bejar', 's', 'us', 'led', 'talks', 'in', 'lodz']
    """
    for match in _WORD.finditer(text):
        yield _folded(match[0]), Span(*match.span())


def folded(text: str) -> list[str]:
    """Give the words alone."""
    return [_folded(word) for word in _WORD.findall(text)]


def joined(text: str) -> str:
    """Give the words with one blank around each, so that a search for whole words is a search for a string.

    >>> joined("The Lima Group…")
    ' the lima group '
    """
    return f" {' '.join(folded(text))} "


def searched(title: str | None, text: str) -> str:
    """Give what is kept of an article for searching; no phrase goes from the title over into the text."""
    return joined_words(title, folded(text))


def joined_words(title: str | None, said: Sequence[str]) -> str:
    """Give the same of a title and the folded words of a text."""
    return (joined(title) if title else "") + f" {' '.join(said)} "


@lru_cache(maxsize=10_000)
def _folded(word: str) -> str:
    if word.isascii():
        return word.lower().replace(".", "")
    return fold(word).translate(_LETTERS).replace(".", "")
