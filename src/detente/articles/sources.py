"""From what the user names to articles: files, folders, standard input; each, except the last, also as ``.gz``."""

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from detente.articles import jsonl, plain
from detente.articles.article import Article
from detente.articles.raw import Raw, Reader
from detente.errors import SourceError

READERS: tuple[Reader, ...] = (plain, jsonl)
"""The readers; a new one is a module with ``SUFFIXES`` and ``read``, and its name here."""

_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.SUFFIXES}


def read(sources: Iterable[str]) -> Iterator[Article | SourceError]:
    """Give the articles of all sources, in order; what gives none comes as the error that says why."""
    for source in sources:
        for name in _files(source):
            yield from _read_one(name) if isinstance(name, str) else (name,)


def _files(source: str) -> Iterator[str | SourceError]:
    """Give the files of a folder that some reader takes, sorted; anything else as it is."""
    folder = Path(source)
    if source == "-" or not folder.is_dir():
        yield source
        return
    files = sorted(
        path
        for parent, _, names in os.walk(folder)
        for path in (Path(parent, name) for name in names)
        if _suffix(path) in _BY_SUFFIX and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not files:
        yield SourceError(source, f"found a folder without articles; expected files ending in {_expected()}")
    yield from map(str, files)


def _read_one(name: str) -> Iterator[Article | SourceError]:
    if "://" in name:
        yield SourceError(name, "found an address; expected a file, a folder or - for standard input")
        return
    try:
        with _opened(name) as raw:
            yield from _reader(name, raw.stream).read(raw)
    except SourceError as error:
        yield error
    except FileNotFoundError:
        yield SourceError(name, "found no such file or folder")
    except (OSError, EOFError, zlib.error) as error:
        yield SourceError(name, f"cannot be read: {getattr(error, 'strerror', None) or error}")


@contextmanager
def _opened(name: str) -> Iterator[Raw]:
    if name == "-":
        yield Raw("-", None, sys.stdin.buffer)
        return
    opener = gzip.open if name.endswith(".gz") else open
    with cast(BinaryIO, opener(name, "rb")) as stream:
        yield Raw(name, Path(name).absolute().as_posix(), stream)


def _reader(name: str, stream: BinaryIO) -> Reader:
    """Choose by the file's ending; without one, by the first character: an object makes JSON Lines."""
    suffix = "" if name == "-" else _suffix(Path(name))
    if suffix:
        if suffix not in _BY_SUFFIX:
            raise SourceError(name, f"found a file ending in {suffix}; expected {_expected()}")
        return _BY_SUFFIX[suffix]
    start: bytes = cast(io.BufferedReader, stream).peek(1)
    return jsonl if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" else plain


def _suffix(path: Path) -> str:
    return Path(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()


def _expected() -> str:
    return f"{', '.join(_BY_SUFFIX)} or one of them with .gz"
