"""CSV (RFC 4180): a line of column names, then one article a row, with ``text`` and what else is known (see ``rows``).

Values are parted by commas, semicolons or tabs, whichever the first line has most of. A row's source is the file and
the number of the line on which the row begins. Bytes that are no UTF-8 are decoded row by row.
"""

import csv
import io
from collections.abc import Iterator

from detente.articles.article import Article
from detente.articles.encodings import MOST_BYTES, Decoded, decode, refuse_binary
from detente.articles.raw import Raw
from detente.articles.rows import from_row
from detente.errors import SourceError

SUFFIXES: tuple[str, ...] = (".csv", ".tsv")
TYPES: tuple[str, ...] = ("text/csv", "text/tab-separated-values", "application/csv")

_KNOWN = ("text", "id", "published", "date", "title", "outlet", "source", "url", "language")
_MOST_COLUMNS = 10_000
_SEPARATORS = ",;\t"


def read(raw: Raw) -> Iterator[Article | SourceError]:
    """Give an article or an error for every row; without a column ``text``, one error for the whole table."""
    csv.field_size_limit(MOST_BYTES)
    lines = _lines(raw)
    try:
        first = next(lines, "")
        refuse_binary(first.encode("utf-8", "surrogateescape"), raw.name)
        names = _names(first, raw.name)
    except SourceError as error:
        yield error
        return
    found = False
    for number, row in _rows(lines, _separator(first), raw.name):
        if isinstance(row, SourceError):
            found = True
            yield row
        elif row:
            found = True
            try:
                yield _article(names, row, f"{raw.name}:{number}", raw.charset)
            except SourceError as error:
                yield error
    if not found:
        yield SourceError(raw.name, "found column names and no row; expected an article on each")


def _lines(raw: Raw) -> Iterator[str]:
    """Give the lines as text in which each byte that is no UTF-8 still stands for itself."""
    lines = raw.lines()
    first = next(lines, b"")
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        whole = io.BytesIO(first + raw.stream.read(MOST_BYTES))
        yield from io.StringIO(decode(whole.read(), raw.name).text, newline="")
        return
    yield first.decode("utf-8-sig", "surrogateescape")
    yield from (line.decode("utf-8", "surrogateescape") for line in lines)


def _separator(first: str) -> str:
    return max(_SEPARATORS, key=first.count)


def _names(first: str, source: str) -> list[str]:
    """Give the names of the columns; ours are understood in any case."""
    if not first.strip():
        raise SourceError(source, f"found {'a blank line' if first else 'nothing'}; expected a line of column names")
    row = next(csv.reader([first], delimiter=_separator(first)))
    if len(row) > _MOST_COLUMNS:
        raise SourceError(source, f"found {len(row):,} columns; expected at most {_MOST_COLUMNS:,}")
    names = [name.strip() for name in _decoded(row, source)[0]]
    names = [name.lower() if name.lower() in _KNOWN else name for name in names]
    if "text" not in names:
        raise SourceError(source, f"found the columns {', '.join(names)[:200]}; expected `text` among them")
    twice = sorted(name for name in _KNOWN if names.count(name) > 1)
    if twice:
        raise SourceError(source, f"found the column `{twice[0]}` twice; expected each once")
    return names


def _rows(lines: Iterator[str], separator: str, name: str) -> Iterator[tuple[int, list[str] | SourceError]]:
    """Give each row with the number of the line on which it begins."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        begins = reader.line_num + 2  # the column names stand on line 1
        try:
            yield begins, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            last = reader.line_num + 1
            where = f"{name}:{begins}"
            if "unexpected end" in str(error):
                reason = f"found a quoted value that never ends; expected a closing quotation mark before line {last}"
            else:
                reason = f"found a row that cannot be read: {error}; expected values as RFC 4180 writes them"
            yield begins, SourceError(where, reason)


def _article(names: list[str], row: list[str], source: str, charset: str | None) -> Article:
    if len(row) != len(names):
        raise SourceError(source, f"found {len(row)} values; expected {len(names)}: {', '.join(names)[:200]}")
    values, decoded = _decoded(row, source, charset)
    cells = {name: value or None for name, value in zip(names, values, strict=True)}
    return from_row({**cells, "text": cells["text"] or ""}, source, decoded)


def _decoded(row: list[str], source: str, charset: str | None = None) -> tuple[list[str], Decoded]:
    """Decode the values of a row, all from the one encoding that the row as a whole is in."""
    values = [value.encode("utf-8", "surrogateescape") for value in row]
    decoded = decode(b"\n".join(values), source, charset)
    return [value.decode(decoded.encoding) for value in values], decoded
