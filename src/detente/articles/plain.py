"""Plain text: one file, one article, with or without header lines."""

from collections.abc import Iterator
from dataclasses import replace

from detente.articles.article import Article
from detente.articles.days import day
from detente.articles.head import find_head
from detente.articles.raw import Raw, refuse_blank
from detente.errors import SourceError

SUFFIXES: tuple[str, ...] = (".txt", ".text")
TYPES: tuple[str, ...] = ("text/plain",)

_KNOWN = ("id", "title", "outlet", "published", "url", "language")


def read(raw: Raw) -> Iterator[Article | SourceError]:
    """Give the article of a text file; its id is that of its header, else its URL or path, else its digest."""
    try:
        decoded = raw.whole()
        article = from_text(decoded.text, raw.name, raw.address)
        yield replace(article, encoding=decoded.encoding, encoding_from=decoded.found)
    except SourceError as error:
        yield error


def from_text(text: str, source: str, address: str | None = None) -> Article:
    """Make an article of a text; raise ``SourceError`` where it is blank."""
    refuse_blank(text, source)
    head = find_head(text)
    fields = head.fields
    published = day(fields.get("published", ""))
    extras = {name: value for name, value in fields.items() if name not in _KNOWN}
    if "published" in fields and not published:
        extras["published"] = fields["published"]
    return Article(
        id=fields.get("id") or fields.get("url") or address or "",
        source=source,
        text=text,
        outlet=fields.get("outlet"),
        title=fields.get("title"),
        published=published,
        published_from="header" if published else None,
        language=fields.get("language"),
        url=fields.get("url"),
        header=head.header,
        title_span=head.title,
        extras=extras,
    ).identified()
