"""Words between quotation marks, of every style and mixture.

A machine with a stack, one paragraph at a time. It cannot fail: a mark that fits nowhere is passed over, a
quotation that nobody closes ends with its paragraph or where the next one opens, and spans never overlap other
than by nesting.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple

from detente.documents.document import Document, Quotation
from detente.lexicon import mark_styles
from detente.text import Span, trim

Part = Literal["open", "close", "either"]

_BEFORE_OPENING = " \t\r\n\u00a0([{—–-/\"'“”‘«„"
_NEVER_FIRST = ".,;:!?)]}"
_AFTER_CLOSING = " \t\r\n\u00a0)]}—–-/.,;:!?…\"'”’»"


class _Marks(NamedTuple):
    pattern: re.Pattern[str]
    opens: frozenset[str]
    closes: frozenset[str]
    single: frozenset[str]
    style: dict[str, str]


class _Mark(NamedTuple):
    span: Span
    form: str
    single: bool
    part: Part


@cache
def _marks(language: str) -> _Marks:
    styles = mark_styles(language).values()
    forms = sorted({form for each in styles for form in (*each.opens, *each.closes)}, key=len, reverse=True)
    return _Marks(
        re.compile("|".join(map(re.escape, forms))),
        frozenset(form for each in styles for form in each.opens),
        frozenset(form for each in styles for form in each.closes),
        frozenset(form for each in styles if each.single for form in (*each.opens, *each.closes)),
        {form: each.id for each in styles for form in each.opens},
    )


def annotate(document: Document) -> Document:
    """Find the quotations of every block."""
    found: list[Quotation] = []
    pending = False
    for block in document.blocks:
        if block.kind == "header":
            continue
        inside = quotations(document.text, block.prose, document.language, reopened=pending)
        found.extend(inside)
        outermost = [each for each in inside if each.level == 0]
        pending = bool(outermost) and not outermost[-1].closed and outermost[-1].span.end >= block.prose.end
    return replace(document, quotations=tuple(found))


def quotations(text: str, span: Span, language: str = "en", *, reopened: bool = False) -> tuple[Quotation, ...]:
    """Find the quotations inside one paragraph; ``reopened``: one is open from the paragraph before.

    >>> [each.content.of("«a policy”, he said") for each in quotations("«a policy”, he said", Span(0, 19))]
    ['a policy']
    """
    marks = _marks(language)
    found = list(_pair(text, span, list(_read(text, span, marks)), marks))
    found.sort(key=lambda each: (each.span.start, -each.span.end))
    levels: list[int] = []
    result = []
    for each in found:
        levels = [end for end in levels if end > each.span.start]
        goes_on = reopened and each.span.start == span.start
        result.append(each._replace(level=len(levels), continues=goes_on))
        levels.append(each.span.end)
    return tuple(result)


def _read(text: str, span: Span, marks: _Marks) -> Iterator[_Mark]:
    """Give the marks of a paragraph, each with the part that it can play; apostrophes and inches are left out."""
    for match in marks.pattern.finditer(text, span.start, span.end):
        form, here = match[0], Span(*match.span())
        before = text[here.start - 1] if here.start > span.start else " "
        after = text[here.end] if here.end < span.end else " "
        single = form in marks.single
        if (single and before.isalnum() and after.isalnum()) or _is_measure(text, here, before):
            continue
        yield _Mark(here, form, single, _part(form, before, after, marks, first=here.start == span.start))


def _is_measure(text: str, here: Span, before: str) -> bool:
    """Say whether the mark is the feet or inches of 6'2"."""
    return before.isdigit() and re.search(r"\d['’′]\d*$", text[max(0, here.start - 5) : here.start]) is not None


def _part(form: str, before: str, after: str, marks: _Marks, *, first: bool) -> Part:
    may_open = before in _BEFORE_OPENING and not after.isspace() and after not in _NEVER_FIRST
    may_close = not before.isspace() and after in _AFTER_CLOSING
    if first:
        return "open"
    if form in marks.opens and form in marks.closes:
        return "either" if may_open == may_close else "open" if may_open else "close"
    if form in marks.opens:
        return "either" if may_close and not may_open else "open"
    return "either" if may_open and not may_close else "close"


def _pair(text: str, span: Span, read: list[_Mark], marks: _Marks) -> Iterator[Quotation]:
    stack: list[_Mark] = []
    for n, mark in enumerate(read):
        top = stack[-1] if stack else None
        at = _partner(stack, mark)
        if mark.part == "close" or (mark.part == "either" and at is not None):
            if at is not None and not (mark.single and _is_possessive(text, read, n)):
                yield from _quotation(text, stack[at], mark.span.start, mark.span.end)
                del stack[at:]
            continue
        if mark.single and not _will_close(text, read, n, span):
            continue
        unclosed = top and not mark.single and not top.single and _is_same(top, mark, marks)
        if unclosed and _surplus(read, n) <= sum(not each.single for each in stack):
            yield from _quotation(text, stack.pop(), mark.span.start, None)
        stack.append(mark)
    for each in stack:
        if not each.single or each.span.start == span.start:
            yield from _quotation(text, each, span.end, None)


def _partner(stack: list[_Mark], mark: _Mark) -> int | None:
    """Give the place in the stack of the opening mark that this mark closes: single marks do not reach over double."""
    for n in range(len(stack) - 1, -1, -1):
        if stack[n].single == mark.single:
            return n
        if mark.single:
            return None
    return None


def _is_possessive(text: str, read: list[_Mark], n: int) -> bool:
    """Say whether this is the apostrophe of "the states' rights": a likelier end comes later in the paragraph."""
    here = read[n].span
    if text[here.start - 1 : here.start] != "s" or text[here.end : here.end + 1] != " ":
        return False
    later = (mark for mark in read[n + 1 :] if mark.single and mark.part == "close")
    return any(text[mark.span.start - 1] in ",.!?…" for mark in later)


def _is_same(one: _Mark, other: _Mark, marks: _Marks) -> bool:
    return marks.style.get(one.form, one.form) == marks.style.get(other.form, other.form)


def _surplus(read: list[_Mark], n: int) -> int:
    """Count how many more double marks close than open from mark ``n`` on, that mark left out."""
    later = [mark.part for mark in read[n + 1 :] if not mark.single]
    return later.count("close") + later.count("either") - later.count("open")


def _will_close(text: str, read: list[_Mark], n: int, span: Span) -> bool:
    """Say whether a single mark that may open finds its partner before a double mark closes around it."""
    here = read[n].span
    if read[n].form != "'" and here.start == span.start and text[here.end : here.end + 1].isalpha():
        return True
    depth = 0
    for mark in read[n + 1 :]:
        if mark.single and depth == 0 and mark.part != "open":
            return True
        if not mark.single:
            depth += 1 if mark.part == "open" else -1
            if depth < 0:
                return False
    return False


def _quotation(text: str, mark: _Mark, end: int, closed_at: int | None) -> Iterator[Quotation]:
    """Make a quotation of what stands between two marks, unless that is blank."""
    content = trim(text, Span(mark.span.end, end)) if mark.span.end < end else None
    if content:
        yield Quotation(Span(mark.span.start, closed_at or content.end), content, closed=closed_at is not None)
