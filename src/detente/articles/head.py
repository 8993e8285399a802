"""What stands above the prose of a plain text: header lines, a line that is only a date, the title.

A header line is ``date 2021-08-05`` (the prose may follow in the same line) or one of the keys below with a colon:
``title: ...``, ``outlet: ...``. Nothing is cut out: the spans say which characters are header and title.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from detente.articles.datelines import dated, find_dateline
from detente.articles.days import DAY, day
from detente.text import Span, trim

_KEYS = {
    "title": "title",
    "headline": "title",
    "source": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "language": "language",
    "id": "id",
    "author": "author",
    "byline": "author",
}
_KEY_LINE = re.compile(rf"(?P<key>{'|'.join(_KEYS)})[ \t]*:[ \t]*(?P<value>[^\r\n]*)", re.IGNORECASE)
_DATE = re.compile(rf"(?:date|published)[ \t]*:?[ \t]+(?P<value>{DAY})(?![\w-])", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n\u2028\u2029]*")
_BLANK = re.compile(r"\s*")
_PROSE_ENDS = re.compile(r"[.:;,…][\"'”’»)\]]*$")
_TITLE_WORDS = 20


class Head(NamedTuple):
    """The fields found and where header and title stand; ``title`` only where it is a line of its own."""

    fields: Mapping[str, str]
    header: Span | None
    title: Span | None


def find_head(text: str, *, has_title: bool = False) -> Head:
    r"""Find header and title; ``has_title`` says that the title is known from elsewhere.

    >>> find_head(" date 2021-08-05 The new minister spoke.")
    Head(fields={'published': '2021-08-05'}, header=Span(start=1, end=16), title=None)
    >>> find_head("outlet: Andina\nLima talks end\n\nThe talks ended on Monday.").title
    Span(start=15, end=29)
    """
    fields: dict[str, str] = {}
    start = _skip(text, 0)
    end = here = start
    while found := _header_part(text, here, fields):
        end = found
        here = _skip(text, end)
    header = Span(start, end) if end > start else None
    title = None if has_title or "title" in fields else _title(text, here)
    if title:
        fields["title"] = " ".join(title.of(text).split())
        below = _line(text, _skip(text, title.end))
        if "published" not in fields and (known := day(below.of(text))):
            fields["published"] = known
    lead = _line(text, _skip(text, title.end) if title else here)
    if "published" not in fields and (dateline := find_dateline(text, lead)) and (known := dated(text, dateline)):
        fields["published"] = known
    return Head(fields, header, title)


def _header_part(text: str, here: int, fields: dict[str, str]) -> int | None:
    """Take one header line, or the date at the beginning of a line; give its end."""
    line = _line(text, here)
    if (match := _DATE.match(text, here)) and "published" not in fields:
        fields["published"] = day(match["value"]) or match["value"]
        return match.end()
    if (match := _KEY_LINE.match(text, here)) and _KEYS[match["key"].lower()] not in fields:
        name, value = _KEYS[match["key"].lower()], match["value"].strip()
        if value:
            fields[name] = (day(value) or value) if name == "published" else value
        return match.end()
    if "published" not in fields and (known := day(line.of(text))):
        fields["published"] = known
        return line.end
    return None


def _title(text: str, here: int) -> Span | None:
    """Say where the title stands: a short line that is no sentence, set off from what follows."""
    line = _line(text, here)
    words = line.of(text)
    if not words or len(words.split()) > _TITLE_WORDS or _PROSE_ENDS.search(words) or words[0].islower():
        return None
    below = _skip(text, line.end)
    gap = text[line.end : below].replace("\r\n", "\n")
    following = _line(text, below).of(text)
    apart = gap.count("\n") > 1 or len(following.split()) > _TITLE_WORDS or day(following) is not None
    return line if following and apart and not find_dateline(text, line) else None


def _line(text: str, here: int) -> Span:
    match = _LINE.match(text, here)
    end = match.end() if match else here
    return trim(text, Span(here, end)) or Span(here, here)


def _skip(text: str, here: int) -> int:
    match = _BLANK.match(text, here)
    return match.end() if match else here
