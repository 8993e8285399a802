"""The records of a web archive (WARC 1.0 and 1.1, ISO 28500), one after the other; never more than a page is held."""

import http.client
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, cast

from detente.errors import SourceError

_MOST_LINE = 2**16
_MOST_BLANK = 16
_PORTION = 2**16
_NO_ADDRESS = re.compile(r"^<|>$|[\x00-\x20\x7f]")
_EXPECTED = "expected records as ISO 28500 writes them"


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """One record: its number, counted from 1, its header, and its block, of which at most so many bytes are given."""

    number: int
    header: Mapping[str, str]
    block: "Block"

    @property
    def type(self) -> str:
        """What it records: ``response``, ``request``, ``resource`` ..."""
        return self.header.get("WARC-Type", "").strip().lower()

    @property
    def address(self) -> str | None:
        """The address of a page; old archives write it between angle brackets."""
        told = self.header.get("WARC-Target-URI", "").encode("latin-1", "replace").decode("utf-8", "replace")
        return _NO_ADDRESS.sub("", told.strip()).partition("#")[0] or None


def records(stream: BinaryIO, name: str) -> Iterator[ArchiveRecord]:
    """Give the records of an archive; raise ``SourceError`` where one cannot be found, since none after it can."""
    number = 0
    while first := _first_line(stream):
        number += 1
        source = f"{name}:{number}"
        if not first.startswith(b"WARC/"):
            found = first[:40].decode("ascii", "backslashreplace").strip()
            raise SourceError(source, f"found {found!r}; {_EXPECTED}")
        try:
            header = http.client.parse_headers(cast("io.BufferedIOBase", stream))
            length = int(header.get("Content-Length", ""))
        except (http.client.HTTPException, ValueError) as error:
            said = str(error) or type(error).__name__
            raise SourceError(source, f"found a header that cannot be read: {said}; {_EXPECTED}") from error
        block = Block(stream, length)
        yield ArchiveRecord(number, cast("Mapping[str, str]", header), block)
        if block.skip():
            raise SourceError(source, f"found {block.left:,} bytes too few of {length:,}; expected a whole archive")


def _first_line(stream: BinaryIO) -> bytes:
    """Give the first line of a record; empty at the end."""
    for _ in range(_MOST_BLANK):
        line = stream.readline(_MOST_LINE)
        if not line or line.strip():
            return line
    return b"blank lines"


class Block(io.RawIOBase):
    """The next so many bytes of a stream."""

    def __init__(self, stream: BinaryIO, length: int) -> None:
        super().__init__()
        self._stream = stream
        self.left = max(length, 0)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Take some bytes."""
        data = self._stream.read(min(len(buffer), self.left))
        buffer[: len(data)] = data
        self.left -= len(data)
        return len(data)

    def skip(self) -> int:
        """Go to the end; give how many bytes were missing there."""
        while self.left and self.read(_PORTION):
            pass
        return self.left
