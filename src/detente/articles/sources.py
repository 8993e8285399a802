"""From sources to articles: files, folders, addresses, standard input; files also compressed with gzip."""

import datetime as dt
import gzip
import io
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from detente.articles.article import Article
from detente.articles.choosing import BY_SUFFIX, expected, reader_of_start, reader_of_suffix, reader_of_type, suffix
from detente.articles.fetch import Answer, fetch
from detente.articles.given import MARK, checked
from detente.articles.raw import Raw, Reader
from detente.errors import SourceError
from detente.settings import Settings

_GZIP = b"\x1f\x8b"
_ROW = re.compile(r"(?P<file>.+):\d+")
_TIME_ZONES = dt.timedelta(days=1)

Found = Article | SourceError


def read(sources: Iterable[str | Article], settings: Settings | None = None) -> Iterator[Found]:
    """Give the articles of all sources, in order; what gives none comes as the error that says why."""
    for source in sources:
        if isinstance(source, Article):
            yield refuse_future(checked(source))
            continue
        for name in files_of(source):
            yield from read_from(name, name, settings) if isinstance(name, str) else (name,)


def read_from(address: str, name: str, settings: Settings | None = None) -> Iterator[Found]:
    """Give the articles of one file, folder or address; messages and articles call it ``name``."""
    if address != "-" and "://" not in address and Path(address).is_dir():
        yield from read([address], settings)
        return
    try:
        if "://" in address:
            yield from read_answer(fetch(address, settings or Settings()), name)
            return
        with _opened(address, shown(name)) as (raw, reader):
            yield from map(refuse_future, reader.read(raw))
    except SourceError as error:
        yield error
    except FileNotFoundError:
        yield SourceError(shown(name), "found no such file or folder")
    except UnicodeError as error:
        yield SourceError(shown(name), f"cannot be decoded: {error}; expected one encoding throughout")
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield SourceError(shown(name), f"cannot be read: {getattr(error, 'strerror', None) or error}")


def read_answer(answer: Answer, name: str) -> Iterator[Found]:
    """Give the articles of what a server answered; messages and articles call it ``name``.

    Its address is the one that answered, after all redirections: on its host, a page may name its own address.
    """
    try:
        reader = reader_of_type(name, answer.type, answer.url)
        with _unpacked(answer.body) as stream:
            raw = Raw(name, answer.url.partition("#")[0], stream, answer.charset)
            yield from map(refuse_future, (reader or reader_of_start(stream)).read(raw))
    except SourceError as error:
        yield error
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield SourceError(name, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def place_of(source: str) -> str | None:
    """Give where to read a source again: an absolute path or an address; None where only the caller can read it."""
    file = file_of(source)
    if file == "-" or file.startswith(MARK):
        return None
    if "://" in file:
        return file
    return str(Path(file).absolute())


def file_of(source: str) -> str:
    """Give the file, or the address, of a source that may be a row of it.

    >>> file_of("news.jsonl:6"), file_of("news.jsonl"), file_of("https://example.org:80")
    ('news.jsonl', 'news.jsonl', 'https://example.org:80')
    """
    row = _ROW.fullmatch(source)
    if not row or Path(source).exists() or ("://" in source and not urlsplit(source).path):
        return source
    return row["file"]


def files_of(source: str | Path) -> Iterator[str | SourceError]:
    """Give the files of a folder that some reader takes, sorted; anything else as it is."""
    folder, source = Path(source), str(source)
    if source == "-" or "://" in source or not folder.is_dir():
        yield source
        return
    unreadable: list[str | SourceError] = []

    def note(error: OSError) -> None:
        unreadable.append(SourceError(shown(str(error.filename)), f"cannot be read: {error.strerror}"))

    files = sorted(
        path
        for parent, _, names in os.walk(folder, onerror=note)
        for path in (Path(parent, name) for name in names)
        if suffix(path) in BY_SUFFIX and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    yield from unreadable
    if not files and not unreadable:
        yield SourceError(shown(source), f"found a folder without articles; expected files ending in {expected()}")
    yield from map(str, files)


@contextmanager
def _opened(address: str, name: str) -> Iterator[tuple[Raw, Reader]]:
    """Open a file or standard input, uncompressed, and choose its reader."""
    if address == "-":
        with _unpacked(cast(io.BufferedReader, sys.stdin.buffer)) as stream:
            yield Raw(name, None, stream), reader_of_start(stream)
    else:
        reader = reader_of_suffix(name, Path(address))
        with Path(address).open("rb") as file, _unpacked(file, wanted=address.endswith(".gz")) as stream:
            path = Path(shown(address)).absolute().as_posix()
            yield Raw(name, path, stream), reader or reader_of_start(stream)


@contextmanager
def _unpacked(stream: BinaryIO, *, wanted: bool = False) -> Iterator[BinaryIO]:
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    if wanted or buffered.peek(2)[:2] == _GZIP:
        with gzip.GzipFile(fileobj=buffered) as unpacked, io.BufferedReader(cast(io.RawIOBase, unpacked)) as whole:
            yield whole
    else:
        yield buffered


def refuse_future(found: Found) -> Found:
    """Refuse an article that says it was published after today; a day is left for time zones."""
    if isinstance(found, SourceError) or not found.published:
        return found
    today = dt.datetime.now(dt.UTC).date()
    if dt.date.fromisoformat(found.published) <= today + _TIME_ZONES:
        return found
    what = f"found the day of publication {found.published}, which lies ahead of today, {today}"
    return SourceError(found.source, f"{what}; expected a day that has been, or none")


def shown(name: str) -> str:
    """Give a name that can be written anywhere: bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
