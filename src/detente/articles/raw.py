"""A source opened: its bytes, and the name under which messages speak of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from detente.articles.article import Article
from detente.articles.encodings import MOST_BYTES, Decoded, decode
from detente.errors import SourceError


@dataclass(frozen=True, slots=True)
class Raw:
    """An open source.

    ``name`` is what the user wrote; ``address`` the absolute path or the URL, None for standard input;
    ``charset`` the encoding that the server declares.
    """

    name: str
    address: str | None
    stream: BinaryIO
    charset: str | None = None

    def whole(self, charset: str | None = None) -> Decoded:
        """Give all of it as text; raise ``SourceError`` where it is too much or no text."""
        return decode(self.stream.read(MOST_BYTES + 1), self.name, charset or self.charset)

    def lines(self) -> Iterator[bytes]:
        """Give its lines; one that is longer than any article is cut off."""
        while line := self.stream.readline(MOST_BYTES + 1):
            yield line
            while len(line) > MOST_BYTES and not line.endswith(b"\n"):
                line = self.stream.readline(MOST_BYTES)


class Reader(Protocol):
    """What a module of this room offers: the endings of files and the media types that it reads, and how."""

    SUFFIXES: tuple[str, ...]
    TYPES: tuple[str, ...]

    def read(self, raw: Raw) -> Iterator[Article | SourceError]:
        """Give the articles of a source; what gives none comes as the error that says why."""
        ...


def refuse_blank(text: str, source: str) -> None:
    """Raise ``SourceError`` where a text consists of blanks only."""
    if not text.strip():
        found = "found only blanks" if text else "found nothing"
        raise SourceError(source, f"{found}; expected an article's text")
