"""Words that name a time, resolved against the publication date and the tense of their clause."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from detente.documents.document import Document, TimeExpression
from detente.documents.times_calendar import Moment
from detente.documents.times_clock import with_days
from detente.documents.times_read import read
from detente.documents.times_tense import direction
from detente.documents.times_use import stands
from detente.documents.times_words import Around, Words
from detente.lexicon import TimePattern, time_lexicon
from detente.text import Span

_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"(\w+)\s+$")
_POINTED = ("date", "weekday", "season", "holiday", "portion", "period")


def annotate(document: Document) -> Document:
    """Find the times of a document, in the order of the text."""
    return replace(document, times=tuple(with_days(document, list(_times(document)))))


def _times(document: Document) -> Iterator[TimeExpression]:
    published = _published(document)
    told: list[Moment] = []
    for block in document.blocks:
        here = len(told)
        for rule, match in _matches(document, block.span) if block.kind != "header" else ():
            span = Span(match.start(), match.end())
            words = Words(rule, match.groupdict(), document.language)
            points, pointer = direction(document, span) if rule.reads in _POINTED else (0, "")
            reading = read(words, Around(published, points, told, here))
            if reading is None:
                continue
            if reading.moment:
                told.append(reading.moment)
            reasons = [f"time_patterns/{rule.id}", *(f"time_words/{each}" for each in words.used), pointer]
            if published is None and reading.value.startswith("X"):
                reasons.append("context/unpublished")
            why = "; ".join(filter(None, reasons))
            edtf, reason = _about(document, span, reading.edtf)
            yield TimeExpression(span, reading.value, reading.type, edtf, why + reason)


def _published(document: Document) -> dt.date | None:
    try:
        return dt.date.fromisoformat((document.article.published or "")[:10])
    except ValueError:
        return None


def _about(document: Document, span: Span, edtf: str | None) -> tuple[str | None, str]:
    """Mark a date as approximate where the word before says so ("around 1998"); give the reason too."""
    before = _LAST_WORD.search(document.text, max(0, span.start - 20), span.start)
    entry = time_lexicon(document.language).words.get(("about", before[1].lower())) if before else None
    if not edtf or "/" in edtf or not entry:
        return edtf, ""
    return edtf + entry.value, f"; time_words/{entry.id}"


def _matches(document: Document, span: Span) -> Iterator[tuple[TimePattern, re.Match[str]]]:
    """Give the longest match at each place, from left to right, without overlap."""
    lexicon, text = time_lexicon(document.language), document.text
    free = span.start
    for word in _WORD.finditer(text, span.start, span.end):
        start = word.start()
        rules = lexicon.beginning(word[0]) if start >= free else ()
        found = [(rule, match) for rule, pattern in rules if (match := pattern.match(text, start, span.end))]
        for rule, match in sorted(found, key=lambda each: -each[1].end()):
            if stands(document, rule, match) and (rule.reads != "more" or len(text[free:start].split()) <= 1):
                yield rule, match
                free = match.end()
                break
