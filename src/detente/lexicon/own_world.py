"""The rows of the directory: the shipped ones, and a user's own, which replace and add to them."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import ParamSpec, TypeVar

from detente.errors import LexiconError, UsageError
from detente.lexicon.load import FOLDER
from detente.lexicon.tables import TABLES, Row, Table, problems

P = ParamSpec("P")
R = TypeVar("R")
_CHOSEN: ContextVar[str] = ContextVar("world", default="")


@contextmanager
def own_world(path: str) -> Iterator[None]:
    """Within it, the directory holds a user's own rows too: those of a folder, or of one file.

    ``path`` leads to files named as those of the directory (``leaders.csv``); empty: the shipped ones alone. Raise
    ``UsageError`` where there is no such folder or file, ``LexiconError`` for a row that cannot be understood: file,
    line, what was found and what was expected.
    """
    for name in _own_files(path):
        _own_rows(path, name)
    before = _CHOSEN.set(path)
    try:
        yield
    finally:
        _CHOSEN.reset(before)


def per_world(function: Callable[P, R]) -> Callable[P, R]:
    """Keep what a function of the directory gives, apart for each user's own rows."""

    @cache
    def kept(_chosen: str, *args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        return kept(_CHOSEN.get(), *args, **kwargs)  # type: ignore[arg-type]

    return call


@per_world
def rows(name: str) -> tuple[Row, ...]:
    """Give the rows of a table, the user's own after those shipped rows that they do not replace."""
    key = TABLES[name].key
    own = _own_rows(_CHOSEN.get(), name)
    replaced = {tuple(row[column] for column in key) for row in own}
    return (*(row for row in shipped(name) if tuple(row[column] for column in key) not in replaced), *own)


def own_rows(name: str) -> tuple[Row, ...]:
    """Give the rows of a table that are the user's own."""
    return _own_rows(_CHOSEN.get(), name)


def shipped(name: str) -> tuple[Row, ...]:
    """Give the shipped rows of a table."""
    file = FOLDER.joinpath("world", f"{name}.csv")
    return tuple(row for _, row in _read(file, f"{name}.csv", TABLES[name]))


@cache
def _own_files(path: str) -> dict[str, Path]:
    """Give a user's files by the names of their tables."""
    if not path:
        return {}
    place = Path(path)
    if not place.exists():
        raise UsageError(f"world is {path!r}: found no such folder or file; expected one with {_expected()}")
    files = sorted(place.glob("*.csv")) if place.is_dir() else [place]
    if unknown := [file for file in files if file.name.removesuffix(".csv") not in TABLES]:
        raise UsageError(f"{unknown[0]}: found a file of this name; expected one of {_expected()}")
    if not files:
        raise UsageError(f"world is {path!r}: found no file ending in .csv; expected some of {_expected()}")
    return {file.name.removesuffix(".csv"): file for file in files}


def _expected() -> str:
    return ", ".join(f"{name}.csv" for name in TABLES)


@cache
def _own_rows(path: str, name: str) -> tuple[Row, ...]:
    file = _own_files(path).get(name)
    if file is None:
        return ()
    table, found = TABLES[name], []
    for line, row in _read(file, str(file), table):
        for problem in problems(table, row, lambda other: _ids(path, other)):
            raise LexiconError(f"{file}:{line}: {problem}")
        found.append(row)
    return tuple(found)


@cache
def _ids(path: str, name: str) -> frozenset[str]:
    """Give the ids of a table, a user's own ones included, whatever else stands in his rows."""
    file = _own_files(path).get(name)
    own = [row for _, row in _read(file, str(file), TABLES[name])] if file else []
    return frozenset(row["id"] for row in (*shipped(name), *own))


def _read(file: Path | Traversable, where: str, table: Table) -> Iterator[tuple[int, Row]]:
    """Read a file: its rows with the numbers of their lines; lines that start with ``#`` explain it."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{where}: found {error}; expected a table in UTF-8") from error
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    reader = csv.reader((line for _, line in lines), strict=True)
    try:
        columns = _columns(next(reader, []), f"{where}:{lines[0][0] if lines else 1}", table)
        for values in reader:
            number = lines[reader.line_num - 1][0]
            if len(values) != len(columns):
                raise LexiconError(f"{where}:{number}: found {len(values)} values; expected {', '.join(columns)}")
            yield number, dict.fromkeys(table.columns, "") | dict(zip(columns, map(str.strip, values), strict=True))
    except csv.Error as error:
        raise LexiconError(
            f"{where}:{lines[reader.line_num - 1][0]}: found {error}; expected CSV (RFC 4180)"
        ) from error


def _columns(found: list[str], where: str, table: Table) -> list[str]:
    """Give the columns of a file; all that the table requires must be there, and none that it does not know."""
    fits = set(table.required) <= set(found) <= set(table.columns) and len(set(found)) == len(found)
    if not fits:
        needed = f"at least {', '.join(table.required)}, at most {', '.join(table.columns)}"
        raise LexiconError(f"{where}: found the columns {', '.join(found) or 'none'}; expected {needed}")
    return found
