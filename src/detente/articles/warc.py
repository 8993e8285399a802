"""Web archives: each page that was answered with 200 is an article.

Pages are those records whose media type some reader of single articles takes; pictures, scripts, redirections,
requests and records that say that a page was as before (``revisit``) are left out. The source is the file and the
record's number.
"""

import http.client
import io
import re
import socket
import zlib
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import cast

from detente.articles import plain, webpage
from detente.articles.answers import Taken, take
from detente.articles.archive import ArchiveRecord, records
from detente.articles.article import Article
from detente.articles.encodings import MOST_BYTES
from detente.articles.raw import Raw
from detente.errors import SourceError

SUFFIXES: tuple[str, ...] = (".warc",)
TYPES: tuple[str, ...] = ("application/warc",)

_READERS = {kind: reader for reader in (plain, webpage) for kind in reader.TYPES}
_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]{0,80})?\r?\n")
_GZIP = b"\x1f\x8b"


def read(raw: Raw) -> Iterator[Article | SourceError]:
    """Give the article, or the error, of each page; where a record is damaged, nothing after it can be found."""
    number = pages = 0
    try:
        for record in records(raw.stream, raw.name):
            number = record.number
            for found in _articles(record, f"{raw.name}:{number}"):
                pages += 1
                yield found
    except SourceError as error:
        yield error
    except (OSError, EOFError, zlib.error) as error:
        what = f"found a record that cannot be read: {getattr(error, 'strerror', None) or error}"
        yield SourceError(f"{raw.name}:{number + 1}", f"{what}; expected a whole archive")
    else:
        if not pages:
            yield SourceError(raw.name, f"found {number} records and no page among them; expected a web archive")


def _articles(record: ArchiveRecord, source: str) -> Iterator[Article | SourceError]:
    try:
        taken = _taken(record, source)
    except SourceError as error:
        yield error
        return
    except (http.client.HTTPException, ValueError, zlib.error, EOFError, OSError) as error:
        said = str(error) or type(error).__name__
        yield SourceError(source, f"found a page that cannot be unpacked: {said}; expected gzip, or none")
        return
    if taken is None:
        return
    page = Raw(source, record.address, io.BytesIO(taken.data), taken.charset)
    archived = record.header.get("WARC-Date", "")
    for found in _READERS[taken.type].read(page):
        if isinstance(found, Article) and archived:
            yield replace(found, extras={**found.extras, "archived": archived})
        else:
            yield found


def _taken(record: ArchiveRecord, source: str) -> Taken | None:
    """Take the bytes of a record that is a page; None of any other."""
    if record.type == "response":
        taken = _response(record, source)
    elif record.type in ("resource", "conversion"):
        taken = _resource(record)
    else:
        return None
    if taken and record.header.get("WARC-Truncated"):
        what = f"found a page of which only the beginning was archived ({record.header['WARC-Truncated'][:40]})"
        raise SourceError(source, f"{what}; expected all of it")
    return taken


def _resource(record: ArchiveRecord) -> Taken | None:
    told = Message()
    told["Content-Type"] = record.header.get("Content-Type", "")
    kind = told.get_content_type() if told["Content-Type"] else ""
    if kind not in _READERS:
        return None
    return Taken(record.block.read(MOST_BYTES + 1) or b"", kind, told.get_content_charset(), None)


def _response(record: ArchiveRecord, source: str) -> Taken | None:
    """Read what a server answered, as from the server itself, and what some archives have unpacked already."""
    if not record.header.get("Content-Type", "").lower().replace(" ", "").startswith("application/http"):
        return None
    stream: io.BufferedReader = io.BufferedReader(cast("io.RawIOBase", record.block))  # type: ignore[type-arg,unused-ignore]
    with http.client.HTTPResponse(cast("socket.socket", _Held(stream))) as response:
        response.begin()
        if response.status != http.client.OK or response.headers.get_content_type() not in _READERS:
            return None
        start = stream.peek(64)
        if response.chunked and not _CHUNK.match(start):
            response.chunked = False
        if not response.chunked:
            response.length = None
            if not start.startswith(_GZIP):
                del response.headers["Content-Encoding"]
        del response.headers["Content-Length"]
        return take(response, source, MOST_BYTES)


class _Held:
    """What a response takes for its connection: the bytes that are there."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream

    def makefile(self, _: str) -> io.BufferedReader:
        return self._stream
