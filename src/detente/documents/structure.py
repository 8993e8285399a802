"""What each stretch of the text is: header line, title, byline, heading or paragraph; datelines and labels.

Headings matter because they are no sentences: a parser makes people and claims of them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from detente.articles import Article, day, find_dateline
from detente.documents.document import Block, BlockKind, Document
from detente.documents.labels import find_labels
from detente.lexicon import kinds_of_names, titles_of_people
from detente.text import Span, fold, slug, trim

_ENDS_SENTENCE = re.compile(r"[.!?:;,…][\"'”’»)\]]*$|[”»]$")
_BYLINE = re.compile(
    r"(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}), (?P<office>[^\W\d_][\w'’-]*(?:,? [\w'’&-]+){0,11})"
)
_SMALL = 3
_HEADING_WORDS = 14
_LEADS = 4
"""A dateline stands before the lead: in one of the first lines, below a title or a by-line."""


def annotate(document: Document) -> Document:
    """Divide the text into blocks."""
    return replace(document, blocks=tuple(_blocks(document.article, document.language)))


def _blocks(article: Article, language: str) -> Iterator[Block]:
    text = article.text
    start = 0
    for taken, kind in ((article.header, "header"), (article.title_span, "title")):
        if taken:
            yield Block("header" if kind == "header" else "title", taken)
            start = taken.end
    lines = list(_lines(text, start))
    labels = find_labels(text, lines, language)
    for n, span in enumerate(lines):
        if n == 0 and day(span.of(text)):
            yield Block("header", span)
            continue
        dateline = find_dateline(text, span) if n < _LEADS else None
        label = None if dateline else labels.get(n)
        kind_of_line = _kind(article, span, is_first=n == 0, is_last=n == len(lines) - 1)
        if kind_of_line == "heading" and n < min(labels, default=_LEADS) and name_of_byline(span.of(text), language):
            kind_of_line = "byline"
        yield Block("paragraph" if label or dateline else kind_of_line, span, dateline, label)


def name_of_byline(line: str, language: str) -> str | None:
    """Give the name in a line that is a name and an office and no more: "Zofia Nowak, Foreign Minister of Poland".

    >>> name_of_byline("Zofia Nowak, Foreign Minister of Poland", "en"), name_of_byline("Zofia Nowak, poet", "en")
    ('Zofia Nowak', None)
    """
    found = _BYLINE.fullmatch(line)
    if not found:
        return None
    words, titles = found["office"].replace(",", "").split(), titles_of_people(language)
    entries = [titles.get(fold(word)) for word in words]
    office = any(entry and entry.kind == "title" for entry in entries)
    thing = fold(found["name"].split()[-1]) in kinds_of_names(language)
    capital = all(word[0].isupper() or len(word) <= _SMALL for word in (*found["name"].split(), *words))
    return found["name"] if office and capital and not thing else None


def _lines(text: str, start: int) -> Iterator[Span]:
    """Give paragraphs: lines, or stretches between blank lines where lines are broken at a fixed width."""
    separator = r"\n[ \t\r]*\n" if _is_wrapped(text[start:]) else r"\n|\r(?!\n)|\u2028|\u2029"
    cuts = [
        start,
        *(n for m in re.finditer(separator, text[start:]) for n in (start + m.start(), start + m.end())),
        len(text),
    ]
    for left, right in pairwise(cuts):
        span = trim(text, Span(left, right)) if left < right else None
        if span:
            yield span


def _is_wrapped(text: str) -> bool:
    """Say whether most line breaks fall in the middle of a sentence."""
    breaks = re.findall(r"([^\s])[ \t\r]*\n[ \t]*(\S)", re.sub(r"\n[ \t\r]*\n\s*", "\0", text))
    inside = sum(1 for before, after in breaks if before not in ".!?:\"”»'" and after.islower())
    return len(breaks) >= 3 and inside > len(breaks) / 3


def _kind(article: Article, span: Span, *, is_first: bool, is_last: bool) -> BlockKind:
    words = span.of(article.text)
    if is_first and article.title and slug(words) == slug(article.title):
        return "title"
    short = len(words.split()) <= _HEADING_WORDS and not _ENDS_SENTENCE.search(words)
    return (
        "heading"
        if short and not is_last and words[0] not in "\"“«'‘(—-–•*" and not words[0].islower()
        else "paragraph"
    )
