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
    from detente.positions import actor, actors, different, judgements, same, timeline, undo, who
    from detente.record import Failure, Reading, Record
    from detente.settings import Settings
    from detente.surfaces.api import dyads, events, page, read, read_text, retry

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
    "actor",
    "actors",
    "article_of",
    "different",
    "dyads",
    "events",
    "judgements",
    "own_issues",
    "own_world",
    "page",
    "read",
    "read_text",
    "retry",
    "same",
    "timeline",
    "undo",
    "who",
]

_HOMES = {
    "detente.articles": ("Article", "article_of"),
    "detente.lexicon": ("own_issues", "own_world"),
    "detente.positions": ("actor", "actors", "different", "judgements", "same", "timeline", "undo", "who"),
    "detente.record": ("Failure", "Reading", "Record"),
    "detente.settings": ("Settings",),
    "detente.surfaces.api": ("dyads", "events", "page", "read", "read_text", "retry"),
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
