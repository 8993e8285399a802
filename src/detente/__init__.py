"""Détente: who stands where, since when, and on whose word.

The front door for Python programs; docs/python.md shows it. A name is looked up when it is first used, so that
``import detente`` loads neither parser nor database.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.articles import Article, article_of
    from detente.errors import (
        ArticleError,
        DetenteError,
        LanguageError,
        LexiconError,
        RecordError,
        SourceError,
        UsageError,
    )
    from detente.lexicon import own_issues, own_world
    from detente.record import Failure, Reading
    from detente.settings import Settings
    from detente.surfaces.api import page, read, read_text
    from detente.surfaces.desk import Record
    from detente.surfaces.frames import to_pandas, to_polars

__version__ = version("detente")

__all__ = [
    "Article",
    "ArticleError",
    "DetenteError",
    "Failure",
    "LanguageError",
    "LexiconError",
    "Reading",
    "Record",
    "RecordError",
    "Settings",
    "SourceError",
    "UsageError",
    "__version__",
    "article_of",
    "own_issues",
    "own_world",
    "page",
    "read",
    "read_text",
    "to_pandas",
    "to_polars",
]

_HOMES = {
    "detente.articles": ("Article", "article_of"),
    "detente.lexicon": ("own_issues", "own_world"),
    "detente.record": ("Failure", "Reading"),
    "detente.settings": ("Settings",),
    "detente.surfaces.api": ("page", "read", "read_text"),
    "detente.surfaces.desk": ("Record",),
    "detente.surfaces.frames": ("to_pandas", "to_polars"),
}

if not TYPE_CHECKING:  # to a type checker, an unknown name stays unknown

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = next((home for home, names in _HOMES.items() if name in names), "detente.errors")
        globals()[name] = found = getattr(import_module(home), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
