"""Which reader takes a source: by the ending of its name, by the media type a server tells, or by its first bytes."""

import io
import re
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from detente.articles import jsonl, plain, table, warc, webpage
from detente.articles.raw import Reader
from detente.errors import SourceError

READERS: tuple[Reader, ...] = (plain, webpage, jsonl, table, warc)
"""The readers; a new one is a module with ``SUFFIXES``, ``TYPES`` and ``read``, and its name here."""

BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.SUFFIXES}
_BY_TYPE = {kind: reader for reader in READERS for kind in reader.TYPES}
_MARK = b"\xef\xbb\xbf"
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|\?xml|head|body|!--)", re.IGNORECASE)


def reader_of_suffix(name: str, path: Path) -> Reader | None:
    """Choose by the ending of a file; None where it has none."""
    ending = suffix(path)
    if ending and ending not in BY_SUFFIX:
        if not path.exists():
            raise SourceError(name, "found no such file or folder")
        raise SourceError(name, f"found a file ending in {ending}; expected {expected()}")
    return BY_SUFFIX[ending] if ending else None


def reader_of_type(name: str, kind: str, url: str) -> Reader | None:
    """Choose by the media type that a server tells, and for plain or unknown types by the ending of the address."""
    by_suffix = BY_SUFFIX.get(suffix(Path(urlsplit(url).path)))
    if kind in ("", "text/plain", "application/octet-stream", "application/gzip", "application/x-gzip"):
        return by_suffix or _BY_TYPE.get(kind)
    if kind not in _BY_TYPE:
        raise SourceError(name, f"found the media type {kind}; expected {', '.join(_BY_TYPE)}")
    return _BY_TYPE[kind]


def reader_of_start(stream: BinaryIO) -> Reader:
    """Choose by how the bytes begin: an object makes JSON Lines, a tag of HTML a page."""
    start = cast(io.BufferedReader, stream).peek(512).removeprefix(_MARK)
    if _PAGE.match(start):
        return webpage
    if start.startswith(b"WARC/"):
        return warc
    return jsonl if start.lstrip()[:1] == b"{" else plain


def suffix(path: Path) -> str:
    """Give the ending that tells the format, without that of the compression."""
    return Path(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()


def expected() -> str:
    """Say which endings can be read."""
    return f"{', '.join(BY_SUFFIX)} or one of them with .gz"
