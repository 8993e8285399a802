"""JSON Lines: one article a line, an object with ``text`` and what else is known.

``id``, ``published`` (or ``date``), ``title``, ``outlet`` (or ``source``), ``url`` and ``language`` are understood;
other members are kept with the article as they are.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from detente.articles.article import Article
from detente.articles.days import day
from detente.articles.head import find_head
from detente.articles.raw import MOST_BYTES, Raw, decode, refuse_blank
from detente.errors import SourceError

SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson")

_NAMES = {
    "id": ("id",),
    "published": ("published", "date"),
    "title": ("title",),
    "outlet": ("outlet", "source"),
    "url": ("url",),
    "language": ("language",),
}
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\0]")


def read(raw: Raw) -> Iterator[Article | SourceError]:
    """Give an article or an error for every line that is not blank; the source is the file and the line's number."""
    number = 0
    while line := raw.stream.readline(MOST_BYTES + 1):
        number += 1
        if line.strip():
            try:
                yield _article(line, f"{raw.name}:{number}")
            except SourceError as error:
                yield error


def _article(line: bytes, source: str) -> Article:
    try:
        row = json.loads(decode(line, source))
    except json.JSONDecodeError as error:
        raise SourceError(source, f"found no JSON: {error.msg} at character {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise SourceError(source, f"found JSON that cannot be read: {error}; expected an object") from error
    if not isinstance(row, dict):
        raise SourceError(source, f"found {_kind(row)}; expected an object with `text`")
    return from_row(row, source)


def from_row(row: Mapping[str, Any], source: str) -> Article:
    """Make an article of a row of columns; raise ``SourceError`` where it holds no text.

    What is no character, half of a surrogate pair or a zero, becomes U+FFFD as in every decoder.
    """
    if not isinstance(row.get("text"), str):
        found = f"found {_kind(row['text'])} as `text`" if "text" in row else f"found {', '.join(row) or 'nothing'}"
        raise SourceError(source, f"{found}; expected `text` with the article's words")
    text = _NO_CHARACTER.sub("\ufffd", row["text"])
    refuse_blank(text, source)
    taken: dict[str, str] = {}
    extras = {name: _words(value) for name, value in row.items() if name != "text"}
    for field, names in _NAMES.items():
        name = next((name for name in names if extras.get(name) and row[name] is not None), None)
        if name and (value := day(extras[name]) if field == "published" else extras[name]):
            taken[field] = value
            del extras[name]
    head = find_head(text, has_title="title" in taken)
    written = day(head.fields.get("published", ""))
    article = Article(
        id=taken.get("id") or taken.get("url") or "",
        source=source,
        text=text,
        outlet=taken.get("outlet") or head.fields.get("outlet"),
        title=taken.get("title") or head.fields.get("title"),
        published=taken.get("published") or written,
        published_from="column" if "published" in taken else "header" if written else None,
        language=taken.get("language"),
        url=taken.get("url"),
        header=head.header,
        title_span=head.title,
        extras={name: value for name, value in extras.items() if row[name] is not None},
    )
    return article if article.id else article.named(article.sha256)


def _words(value: Any) -> str:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _NO_CHARACTER.sub("\ufffd", words)


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")
