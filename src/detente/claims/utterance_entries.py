"""Chronologies: the day at the head of an entry dates what the entry tells."""

from detente.documents import Document
from detente.text import Span

_MARKS = ":–—-"
_FEWEST = 2

Entries = tuple[tuple[Span, str], ...]


def entries_of(document: Document) -> Entries:
    """Give the stretches of text that stand under a day, where at least two entries begin with one."""
    starts: list[tuple[int, str]] = []
    text = document.text
    for block in document.blocks:
        if block.kind in ("header", "title"):
            continue
        for time in document.times:
            if time.type == "DATE" and time.edtf and time.span.start == block.span.start:
                rest = text[time.span.end : block.span.end].strip()
                if not rest or rest[0] in _MARKS:
                    starts.append((block.span.start, time.edtf))
    if len(starts) < _FEWEST:
        return ()
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return tuple((Span(start, end), day) for (start, day), end in zip(starts, ends, strict=True))


def day_of_entry(entries: Entries, place: Span) -> str | None:
    """Give the day under which a place of the text stands."""
    return next((day for span, day in entries if span.holds(place)), None)
