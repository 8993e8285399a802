"""Writing a file so that it is there as a whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from detente.errors import UsageError


def write(file: Path, words: str) -> None:
    """Write a text file, or ``-`` for standard output; raise ``UsageError`` where that fails, and leave nothing."""
    if str(file) == "-" or (file.exists() and not file.is_file()):
        Path("/dev/stdout" if str(file) == "-" else file).write_text(words, "utf-8")
        return
    with writing(file, force=True) as stream:
        stream.write(words)


def write_bytes(file: Path, data: bytes) -> None:
    """Write a file of bytes; raise ``UsageError`` where that fails, and leave nothing."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def writing(file: Path | None, *, force: bool = False) -> Iterator[TextIO]:
    """Give a stream of text that becomes the file when all is written; standard output without one, or for ``-``.

    Line ends are written as they are given. Raise ``UsageError`` where the file exists already, unless ``force``, and
    where it cannot be written; nothing is left then.
    """
    if file is None or str(file) == "-":
        yield sys.stdout
        return
    if file.exists() and not file.is_file():
        with file.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    if file.exists() and not force:
        raise UsageError(f"{file} exists already; expected another name, or --force to write over it")
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(file)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
