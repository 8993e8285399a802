"""HTML: the article on a web page, without menus and advertisements, and what the page says of it.

trafilatura (Barbaresi 2021) finds title and paragraphs, htmldate the days of publication and of the last change. The
article's text is the title and the paragraphs, parted by blank lines; it is made once and never altered.
"""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from detente.articles.article import Article, PublishedFrom
from detente.articles.days import day
from detente.articles.encodings import MOST_BYTES, decode
from detente.articles.head import find_head
from detente.articles.raw import Raw, refuse_blank
from detente.errors import SourceError
from detente.text import Span, slug

if TYPE_CHECKING:
    from trafilatura.settings import Document as Page

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")
TYPES: tuple[str, ...] = ("text/html", "application/xhtml+xml")

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|$)")
_ANY_DAY: dict[str, Any] = {"extensive_search": False, "max_date": "9999-12-31"}
"""Only what the page marks as a date; one that lies ahead is found too, so that it can be refused."""

_SENTENCE_WORDS = 6
MOST_CHARACTERS = 4 * 2**20
_MOST_ATTRIBUTES = 500
_TAG = re.compile(r"<([a-zA-Z][^\s<>/]{0,50})(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>?")
_PICTURE = re.compile(r"(?<=;base64,)[A-Za-z0-9+/=\s]{1000,}")
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what they notice in passing is no message of ours


def read(raw: Raw) -> Iterator[Article | SourceError]:
    """Give the article of a page; its id is the address that the page names as its own, else its URL or path."""
    try:
        yield _article(raw)
    except SourceError as error:
        yield error


def _article(raw: Raw) -> Article:
    data = raw.stream.read(MOST_BYTES + 1)
    declared = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, raw.name, raw.charset or (declared[1].decode() if declared else None))
    refuse_blank(decoded.text, raw.name)
    decoded = decoded._replace(text=bearable(decoded.text, raw.name))
    page = _page(decoded.text)
    body = "\n\n".join(line.strip() for line in ((page and page.text) or "").splitlines() if line.strip())
    if page is None or not any(len(line.split()) >= _SENTENCE_WORDS for line in body.splitlines()):
        raise SourceError(raw.name, "found HTML without an article; expected a page with paragraphs of text")
    title = " ".join((page.title or "").split())
    is_apart = bool(title) and slug(body.splitlines()[0]) != slug(title)
    text = f"{title}\n\n{body}" if is_apart else body
    url = _own_address(page.url, raw.address)
    published, published_from = _published(decoded.text, body, url or raw.address or "")
    return Article(
        id=url or raw.address or "",
        source=raw.name,
        text=text,
        outlet=page.sitename or None,
        title=title or None,
        published=published,
        published_from=published_from,
        language=page.language or None,
        url=url,
        encoding=decoded.encoding,
        encoding_from=decoded.found,
        title_span=Span(0, len(text.partition("\n")[0])) if title else None,
        extras=_extras(page, decoded.text, published),
    ).identified()


def bearable(html: str, source: str) -> str:
    """Give a page without what costs a parser more time than all its text: pictures in it, thousands of attributes.

    Raise ``SourceError`` where what is left is still too much for a page.
    """
    html = _TAG.sub(_shortened, _PICTURE.sub("", html))
    if len(html) > MOST_CHARACTERS:
        raise SourceError(source, f"found a page of {len(html):,} characters; expected at most {MOST_CHARACTERS:,}")
    return html


def _shortened(tag: re.Match[str]) -> str:
    """Give a tag without its attributes where it has very many: their number costs the parser time by its square."""
    many = len(tag[0]) > _MOST_ATTRIBUTES and len(tag[0].split()) + tag[0].count("=") > 2 * _MOST_ATTRIBUTES
    return f"<{tag[1]}>" if many else tag[0]


def _page(html: str) -> "Page | None":
    from trafilatura import bare_extraction  # noqa: PLC0415 - loading it takes a quarter of a second

    options: dict[str, Any] = {"include_comments": False, "with_metadata": True, "date_extraction_params": _ANY_DAY}
    try:
        found = bare_extraction(html, **options)
    except Exception:  # noqa: BLE001 - whatever a broken page does to the parser, it shows no article
        return None
    return None if found is None or isinstance(found, dict) else found


def _published(html: str, body: str, address: str) -> tuple[str | None, PublishedFrom | None]:
    """Give the day of publication and what tells it: the page, a dateline, or the address."""
    if found := _dated(html, original=True):
        return found, "metadata"
    if found := day(find_head(body, has_title=True).fields.get("published", "")):
        return found, "header"
    match = _URL_DAY.search(urlsplit(address).path) if "://" in address else None
    found = day("-".join(match.groups())) if match else None
    return found, "url" if found else None


def _dated(html: str, *, original: bool) -> str | None:
    from htmldate import find_date  # noqa: PLC0415 - loading it takes a while

    try:
        return find_date(html, original_date=original, **_ANY_DAY)
    except Exception:  # noqa: BLE001 - a page that cannot be searched tells no day
        return None


def _own_address(told: str | None, address: str | None) -> str | None:
    """Give the address that the page says it has; a site's front page or another site's address is not its own."""
    fetched = address if address and "://" in address else None
    if not told or urlsplit(told).path.strip("/") == "":
        return fetched
    return told if not fetched or urlsplit(told).hostname == urlsplit(fetched).hostname else fetched


def _extras(page: "Page", html: str, published: str | None) -> dict[str, str]:
    modified = _dated(html, original=False)
    found = {"author": page.author, "modified": modified if modified != published else None}
    return {name: value for name, value in found.items() if value}
