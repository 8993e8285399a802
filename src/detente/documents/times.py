"""Words that name a time, resolved against the publication date and the tense of their clause."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from detente.documents.document import Document, TimeExpression
from detente.documents.times_calendar import Moment
from detente.documents.times_read import Around, Words, read
from detente.documents.times_tense import direction
from detente.lexicon import TimePattern, is_common, time_lexicon
from detente.text import Span

_WORD = re.compile(r"\w+")
_SINGLE = {"month", "year", "weekday", "holiday"}
_NO_TIME = ("PERSON", "CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORG", "PRODUCT", "LAW", "FAC")
_BEFORE_TIMES = {
    "in", "since", "until", "till", "by", "from", "through", "before", "after", "during", "early", "late", "mid", "of",
    "to", "between", "and", "for", "around", "about",
}  # fmt: skip


def annotate(document: Document) -> Document:
    """Find the times of a document, in the order of the text."""
    return replace(document, times=tuple(_times(document)))


def _times(document: Document) -> Iterator[TimeExpression]:
    published = _published(document)
    told: Moment | None = None
    for block in document.blocks:
        if block.kind == "header":
            continue
        for rule, match in _matches(document, block.span):
            span = Span(match.start(), match.end())
            words = Words(rule, match.groupdict(), document.language)
            reading = read(words, Around(published, told, ahead=direction(document, span) > 0))
            if reading is None:
                continue
            told = reading.moment or told
            why = "; ".join([f"time_patterns/{rule.id}", *(f"time_words/{each}" for each in dict.fromkeys(words.used))])
            yield TimeExpression(span, reading.value, reading.type, reading.edtf, why)


def _published(document: Document) -> dt.date | None:
    try:
        return dt.date.fromisoformat(document.article.published or "")
    except ValueError:
        return None


def _matches(document: Document, span: Span) -> Iterator[tuple[TimePattern, re.Match[str]]]:
    """Give the longest match at each place, from left to right, without overlap."""
    lexicon, text = time_lexicon(document.language), document.text
    free = span.start
    for word in _WORD.finditer(text, span.start, span.end):
        start, form = word.start(), word[0].lower()
        if start < free or not (form in lexicon.starters or form[0].isdigit() or form[-1].isdigit()):
            continue
        if not lexicon.any.match(text, start, span.end):
            continue
        found = [(rule, match) for rule, pattern in lexicon.patterns if (match := pattern.match(text, start, span.end))]
        rule, match = max(found, key=lambda each: each[1].end())
        if _stands(document, rule, match):
            yield rule, match
            free = match.end()


def _stands(document: Document, rule: TimePattern, match: re.Match[str]) -> bool:
    """Say whether the words are used as a time here, not as a quantity, a name or another word."""
    text, tree = document.text, document.tree
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 2]
    if match[0][0].isdigit() and ((before and before in "$£€#/.,:-") or re.match(r"[.,:/-]\d|%", after)):
        return False
    i = tree.at(match.start())
    if i is None or rule.id not in _SINGLE:
        return True
    label = next((each.label for each in document.entities if each.first <= i < each.last), None)
    if label in ("DATE", "TIME"):
        return True
    token, last = tree[i], tree.at(match.end() - 1)
    if token.pos in ("VERB", "AUX") or (label in _NO_TIME and rule.id in ("month", "year")):
        return False
    if last is not None and tree[last].dep == "compound" and tree[last + 1].pos == "PROPN" == tree[last].pos:
        return False  # "the Monday Club"
    return not is_common(document.language, token.text) or (i > 0 and tree[i - 1].text.lower() in _BEFORE_TIMES)
