"""Feeds: what RSS, Atom and JSON feeds announce, malformed ones too.

fastfeedparser takes the document apart. It is given text, never a name or an address, and knows no external entities.
Titles become plain text, and days are those that the feed writes, in its own time zone.
"""

import codecs
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.entities import html5
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from detente.articles.encodings import decode
from detente.articles.feed_days import days_as_written
from detente.articles.markup import links, plain_words
from detente.errors import SourceError

ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1"
_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
MOST_BYTES = 8 * 2**20
MOST_ENTRIES = 5_000
_MOST_TITLE = 500
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_BASE = re.compile(r"<[^>]{0,2000}?\sxml:base\s*=\s*[\"']([^\"'<>]{1,500})")
_HEAD = 4096
_PAGE_HEAD = 2**16
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_NO_CHARACTER = re.compile(r"[\0\ud800-\udfff]")
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed announces.

    ``key`` tells it from the others of its feed: its link, without one its id. ``mark`` differs where the feed says
    that it has changed. ``published`` is an ISO day. ``content`` is its text as HTML, of an entry without a link.
    """

    key: str
    link: str | None
    title: str | None
    published: str | None
    mark: str
    content: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, its entries, each key once, and for how many seconds it says that nothing new will come.

    ``left_out`` counts the entries beyond the number to which a feed is read.
    """

    title: str | None
    entries: tuple[Entry, ...]
    ttl: float | None = None
    left_out: int = 0


def parse(data: bytes, url: str, source: str, charset: str | None = None) -> Feed:
    """Take a feed apart that lies at a URL; raise ``SourceError`` where it is none."""
    text = _text(data, source, charset)
    found = _parsed(text, url, source)
    base = _BASE.search(text[:_HEAD])
    root = urljoin(url, base[1]) if base else url
    days = days_as_written(text)
    newest: dict[str, Entry] = {}
    for each in found["entries"][:MOST_ENTRIES]:
        entry = _entry(each, root, days)
        if entry and (entry.key not in newest or entry.mark > newest[entry.key].mark):
            newest[entry.key] = entry
    left_out = max(len(found["entries"]) - MOST_ENTRIES, 0)
    ttl = _TTL.search(text[:_HEAD])
    title = plain_words(_words(found["feed"].get("title")), _MOST_TITLE)
    return Feed(title or None, tuple(newest.values()), float(ttl[1]) * _MINUTE if ttl else None, left_out)


def _text(data: bytes, source: str, charset: str | None) -> str:
    """Give the text of a feed; unlike an article, it may hold single bytes in another encoding than its own."""
    declared = _DECLARED.search(data[:_HEAD])
    try:
        text = decode(data, source, charset or (declared[1].decode() if declared else None)).text
    except SourceError:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
            raise
        text = data.decode("utf-8", "replace")
    text = _NO_CHARACTER.sub("\ufffd", text).lstrip()
    return _ENTITY.sub(lambda match: match[0] if match[1] in _OF_XML else html5.get(match[1], match[0]), text)


def _parsed(text: str, url: str, source: str) -> Mapping[str, Any]:
    from fastfeedparser import parse as parse_feed  # noqa: PLC0415 - needed only by those who follow feeds

    if not text.startswith(("<", "{")):
        what = "something else" if text else "nothing"
        raise SourceError(source, f"found {what}; expected a feed: RSS, Atom or JSON Feed")
    try:
        found: Mapping[str, Any] = parse_feed(text.encode(), include_tags=False, include_media=False)
    except Exception as error:  # whatever a broken feed does to the parser, it is no feed
        pages = tuple(_named_feeds(text, url))
        if pages:
            what = f"found a web page; expected a feed, such as those that the page names: {', '.join(pages)}"
            raise SourceError(source, what) from error
        said = " ".join(str(error).split())[:200]
        raise SourceError(source, f"found no feed ({said}); expected RSS, Atom or JSON Feed") from error
    if not found["entries"] and not found["feed"].get("title"):
        raise SourceError(source, "found a feed with neither title nor entries; expected RSS, Atom or JSON Feed")
    return found


def _entry(found: Mapping[str, Any], root: str, days: Mapping[str, str]) -> Entry | None:
    link = _link(_words(found.get("link")), root)
    id_ = " ".join(_words(found.get("id")).split())
    title = plain_words(_words(found.get("title")), _MOST_TITLE) or None
    content = None if link else _content(found)
    if not link and not content:
        return None
    key = link or id_ or hashlib.sha256(f"{title}\0{content}".encode()).hexdigest()
    moments = [_words(found.get(name)) for name in ("published", "updated")]
    day = next((days[moment] for moment in moments if moment in days), None)
    return Entry(key, link, title, day, max(moments), content)


def _link(told: str, root: str) -> str | None:
    """Give an absolute address, whatever its scheme, without its fragment; None where it cannot be read."""
    words = "".join(told.split())
    if not words:
        return None
    try:
        found = urldefrag(urljoin(root, words)).url
        return found if urlsplit(found).scheme else None
    except ValueError:
        return words


def _content(found: Mapping[str, Any]) -> str | None:
    """Give the longest content of an entry, as HTML."""
    told = [_words(each.get("value")) for each in found.get("content") or () if isinstance(each, Mapping)]
    return max(told, key=len, default="") or None


def _words(value: Any) -> str:
    """Give words that can be kept anywhere; JSON may write what is no character."""
    return _NO_CHARACTER.sub("\ufffd", value) if isinstance(value, str) else ""


def _named_feeds(text: str, url: str) -> Iterator[str]:
    """Give the addresses of feeds that a web page names in its head."""
    for link in links(text[:_PAGE_HEAD]):
        address = _link(link.get("href", ""), url)
        if address and "alternate" in link.get("rel", "").lower().split() and link.get("type", "").lower() in _TYPES:
            yield address[:_MOST_TITLE]
