"""A source opened: its bytes, and the name under which messages speak of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from detente.articles.article import Article
from detente.errors import SourceError

MOST_BYTES = 64 * 2**20
"""No single article is larger; what is, is no article."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An open source. ``name`` is what the user wrote; ``address`` the absolute path, None for standard input."""

    name: str
    address: str | None
    stream: BinaryIO


class Reader(Protocol):
    """What a module of this room offers: the endings of files that it reads, and how."""

    SUFFIXES: tuple[str, ...]

    def read(self, raw: Raw) -> Iterator[Article | SourceError]:
        """Give the articles of a source; what gives none comes as the error that says why."""
        ...


def decode(data: bytes, source: str) -> str:
    """Decode UTF-8, a byte order mark left out; raise ``SourceError`` for anything else."""
    if len(data) > MOST_BYTES:
        raise SourceError(source, f"found more than {MOST_BYTES} bytes; expected one article")
    if 0 in data:
        raise SourceError(source, f"found binary data (a zero byte at {data.index(0)}); expected UTF-8 text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"found the byte 0x{data[error.start]:02x} at {error.start}"
        raise SourceError(source, f"{found}; expected UTF-8 text") from error


def refuse_blank(text: str, source: str) -> None:
    """Raise ``SourceError`` where a text consists of blanks only."""
    if not text.strip():
        found = "found only blanks" if text else "found nothing"
        raise SourceError(source, f"{found}; expected an article's text")
