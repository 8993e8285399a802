"""Giving a time of day its day: "9 a.m. Tuesday", "on Friday at noon"."""

import re
from collections.abc import Iterator

from detente.documents.document import Document, TimeExpression
from detente.text import Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BARE = re.compile(r"[\s,]*(?:on|of)?\s*$")
_BESIDE = re.compile(r"[\s,)]*(?:\([^()]*\)|[A-Z][A-Z.]{1,4}|local time)?[\s,]*(?:on|of)?\s*$")
_FAR = 40


def with_days(document: Document, times: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Give all times, each time of day with the day beside it, else the last one told, else the publication's."""
    told: TimeExpression | None = None
    n = 0
    while n < len(times):
        time = times[n]
        if time.value[0] != "T":
            told = time if _DAY.match(time.value) else told
            yield time
            n += 1
            continue
        after = _next_day(times[n + 1 : n + 3], time.span.end + _FAR)
        if after and not _BESIDE.match(document.text, time.span.end, after.span.start):
            after = None
        if after and _BARE.match(document.text, time.span.end, after.span.start):
            whole = Span(time.span.start, after.span.end)
            yield after._replace(span=whole, value=_value(after, time), type="TIME", why=f"{time.why}; {after.why}")
            told, n = after, n + 2
            continue
        day = after or (told if told and "\n" not in document.text[told.span.end : time.span.start] else None)
        published = (document.article.published or "XXXX-XX-XX")[:10]
        value = _value(day, time) if day else published + time.value
        yield time._replace(value=value, edtf=day.edtf if day else None)
        n += 1


def _next_day(times: list[TimeExpression], until: int) -> TimeExpression | None:
    """Give the day that follows at once; another clock may stand between ("7:37 p.m. (1137 UTC) on Wednesday")."""
    for time in times:
        if time.span.start > until or time.value[0] != "T":
            return time if time.span.start <= until and _DAY.match(time.value) else None
    return None


def _value(day: TimeExpression, time: TimeExpression) -> str:
    return day.value[: len("2021-08-02")] + time.value
