"""A row, of JSON Lines or of a table, to an article.

``id``, ``published`` (or ``date``), ``title``, ``outlet`` (or ``source``), ``url`` and ``language`` are understood;
other columns are kept with the article as they are.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from detente.articles.article import Article
from detente.articles.days import day
from detente.articles.encodings import Decoded
from detente.articles.head import find_head
from detente.articles.raw import refuse_blank
from detente.errors import SourceError

_NAMES = {
    "id": ("id",),
    "published": ("published", "date"),
    "title": ("title",),
    "outlet": ("outlet", "source"),
    "url": ("url",),
    "language": ("language",),
}
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\0]")


def from_row(row: Mapping[str, Any], source: str, decoded: Decoded | None = None) -> Article:
    """Make an article of a row of columns; raise ``SourceError`` where it holds no text.

    What is no character, half of a surrogate pair or a zero, becomes U+FFFD as in every decoder.
    """
    if not isinstance(row.get("text"), str):
        found = f"found {kind(row['text'])} as `text`" if "text" in row else f"found {', '.join(row) or 'nothing'}"
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
    return Article(
        id=taken.get("id") or taken.get("url") or "",
        source=source,
        text=text,
        outlet=taken.get("outlet") or head.fields.get("outlet"),
        title=taken.get("title") or head.fields.get("title"),
        published=taken.get("published") or written,
        published_from="column" if "published" in taken else "header" if written else None,
        language=taken.get("language"),
        url=taken.get("url"),
        encoding=decoded.encoding if decoded else None,
        encoding_from=decoded.found if decoded else None,
        header=head.header,
        title_span=head.title,
        extras={name: value for name, value in extras.items() if row[name] is not None},
    ).identified()


def kind(value: Any) -> str:
    """Say what a value of JSON is."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")


def _words(value: Any) -> str:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _NO_CHARACTER.sub("\ufffd", words)
