"""Spans of text, and comparing text without ever changing it.

Offsets are Unicode code points, end exclusive, into the text as read. A part of a sentence may be interrupted
("X," he said. "Y"), so it is a tuple of spans, in order and without overlap: ``Spans``.
"""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """The characters from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words themselves."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


def quote(text: str, spans: Spans, gap: str = " … ") -> str:
    """Give the words of all spans, with a mark where something between them is left out.

    >>> quote("Peru, he said, agrees", (Span(0, 4), Span(15, 21)))
    'Peru … agrees'
    """
    return gap.join(span.of(text) for span in spans)


def trim(text: str, span: Span, characters: str = " \t\r\n\u00a0") -> Span | None:
    """Shrink a span so that it neither starts nor ends with one of the characters; None when nothing is left.

    >>> trim("  a b ", Span(0, 6))
    Span(start=2, end=5)
    """
    start, end = span
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return Span(start, end) if start < end else None


def merge(spans: Iterable[Span], text: str | None = None) -> Spans:
    """Sort spans and join those that overlap or touch; with ``text``, also those with only blanks between.

    >>> merge([Span(5, 7), Span(0, 3), Span(2, 4)])
    (Span(start=0, end=4), Span(start=5, end=7))
    """
    merged: list[Span] = []
    for span in sorted(spans):
        last = merged[-1] if merged else None
        if last and (span.start <= last.end or (text is not None and not text[last.end : span.start].strip())):
            merged[-1] = Span(last.start, max(last.end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def overlap(ones: Spans, others: Spans) -> int:
    """Count the characters that both have."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ones for b in others)


def fold(words: str) -> str:
    """Give a form for comparing: no accents, no case, apostrophes alike, blanks single.

    >>> fold("  HÉCTOR  Béjar’s ")
    "hector bejar's"
    """
    if words.isascii():
        return " ".join(words.lower().split())
    decomposed = unicodedata.normalize("NFD", words.casefold().replace("’", "'"))
    return " ".join(decomposed.translate(_LETTERS).split())


class _Letters(dict[int, int | None]):
    """Each character that is no accent as itself, and accents as nothing; filled as they are met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_LETTERS = _Letters()


def slug(words: str) -> str:
    """Give a readable identifier: folded words joined by hyphens.

    >>> slug("Héctor Béjar Rivera")
    'hector-bejar-rivera'
    """
    return "-".join("".join(c if c.isalnum() else " " for c in fold(words).replace("'", "")).split())
