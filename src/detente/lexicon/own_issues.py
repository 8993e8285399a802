"""A user's own issues, which add to the shipped ones: names, wider issues, and the words that belong to them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from detente.errors import LexiconError, UsageError
from detente.lexicon.load import entries

_CHOSEN: ContextVar[str] = ContextVar("issues", default="")


@dataclass(frozen=True, slots=True)
class OwnIssue:
    """An issue of one's own, or words for a shipped one; ``name`` may be left out for a shipped issue alone."""

    id: str
    name: str | None = None
    parent: str | None = None
    single: bool = False
    words: tuple[str, ...] = ()
    general: bool = False
    language: str = "en"


@contextmanager
def own_issues(path: str) -> Iterator[None]:
    """Within it, the taxonomy holds the issues of a user's own file too.

    ``path`` leads to a YAML file; empty: the shipped issues alone. Raise ``UsageError`` where there is no such file,
    ``LexiconError`` for an entry that cannot be understood: file, entry, what was found and what was expected.
    """
    _checked(path)
    before = _CHOSEN.set(path)
    try:
        yield
    finally:
        _CHOSEN.reset(before)


def chosen_issues() -> str:
    """Give the path of the user's own file, empty where there is none."""
    return _CHOSEN.get()


def own(path: str) -> Mapping[str, OwnIssue]:
    """Give the entries of a user's own file by id."""
    return entries(Path(path), OwnIssue) if path else {}


@cache
def _checked(path: str) -> None:
    if path and not Path(path).is_file():
        raise UsageError(f"issues is {path!r}: found no such file; expected a YAML file of issues")
    shipped = entries("taxonomy/issues.yaml", _Known)
    for entry in own(path).values():
        where = f"{path}: {entry.id}"
        if entry.id in shipped and (entry.name or entry.parent or entry.single):
            raise LexiconError(f"{where}: found a shipped issue with name, parent or single; expected words alone")
        if entry.id not in shipped and not entry.name:
            raise LexiconError(f"{where}: found no name; expected one, or the id of a shipped issue")
        if entry.parent and entry.parent not in {*shipped, *own(path)}:
            raise LexiconError(f"{where}: parent: found {entry.parent!r}; expected the id of an issue")
        if not entry.words:
            raise LexiconError(f"{where}: found no words; expected some that belong to the issue")


@dataclass(frozen=True, slots=True)
class _Known:
    """What is checked of a shipped issue."""

    id: str
    name: str
    parent: str | None = None
    single: bool = False
