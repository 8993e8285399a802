"""What an article says of itself: that it was corrected, updated or withdrawn, or is a translation."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.lexicon import NoticeKind, version_notices
from detente.text import Span, fold

_LANGUAGE = "en"
_LINE = re.compile(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*")
_WORD = re.compile(r"[\w'’]+")
_AFTER_LABEL = re.compile(r"\s*[:(\[–—-]")
_LINES = 3
"""So many lines from the beginning and from the end may hold a notice."""


class Notice(NamedTuple):
    """A notice: its kind, where the line stands that says it, and the entry of the lexicon that knows it."""

    kind: NoticeKind
    span: Span
    entry: str


def notice(text: str) -> Notice | None:
    """Give the first notice of a text; that it was withdrawn goes before all others.

    >>> notice("Correction: the talks began on Tuesday.")
    Notice(kind='corrected', span=Span(start=0, end=39), entry='corrected')
    """
    found = [each for line in _edges(text) if (each := _said(text, line))]
    return min(found, key=lambda each: (each.kind != "withdrawn", each.span), default=None)


def _edges(text: str) -> Iterator[Span]:
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    yield from dict.fromkeys((*lines[:_LINES], *lines[-_LINES:]))


def _said(text: str, line: Span) -> Notice | None:
    said = line.of(text)
    words = " ".join(match[0] for match in _WORD.finditer(fold(said)))
    label = _WORD.search(said)
    labelled = fold(label[0]) if label and _AFTER_LABEL.match(said, label.end()) else ""
    for entry in version_notices(_LANGUAGE).values():
        if labelled in entry.labels or any(f"{words} ".startswith(f"{begin} ") for begin in entry.begins):
            return Notice(entry.notice, line, entry.id)
    return None
