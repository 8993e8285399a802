"""JSON Lines: one article a line, an object with ``text`` and what else is known (see ``rows``)."""

import json
from collections.abc import Iterator

from detente.articles.article import Article
from detente.articles.encodings import decode
from detente.articles.raw import Raw
from detente.articles.rows import from_row, kind
from detente.errors import SourceError

SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson")
TYPES: tuple[str, ...] = ("application/jsonl", "application/x-ndjson", "application/jsonlines", "application/json")


def read(raw: Raw) -> Iterator[Article | SourceError]:
    """Give an article or an error for every line that is not blank; the source is the file and the line's number."""
    number = 0
    found = False
    for number, line in enumerate(raw.lines(), start=1):
        if line.strip():
            found = True
            try:
                yield _article(line, f"{raw.name}:{number}", raw.charset)
            except SourceError as error:
                yield error
    if not found:
        what = f"{number} blank lines" if number else "nothing"
        yield SourceError(raw.name, f"found {what}; expected a JSON object with `text` on each line")


def _article(line: bytes, source: str, charset: str | None) -> Article:
    decoded = decode(line, source, charset)
    try:
        row = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        reason = f"found no JSON: {error.msg} at character {error.colno}; expected an object with `text`"
        raise SourceError(source, reason) from error
    except (RecursionError, ValueError) as error:
        raise SourceError(source, f"found JSON that cannot be read: {error}; expected an object") from error
    if not isinstance(row, dict):
        raise SourceError(source, f"found {kind(row)}; expected an object with `text`")
    return from_row(row, source, decoded)
