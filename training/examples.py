"""Windows with their gold: what the encoder is shown and what it shall say of it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from detente.articles import Article
from detente.documents import LAYERS, Document
from detente.documents.windows import Window, windows
from detente.settings import Settings
from detente.text import Span

ROLES = ("source", "cue", "content")
BEFORE = ("structure", "syntax", "quotations")
"""The layers that a window is made of."""


class Attribution(NamedTuple):
    """Who said what, as tokens of a window: the first word of the cue, and the tokens of each role."""

    anchor: int
    roles: tuple[tuple[int, ...], ...]


class Example(NamedTuple):
    """A window's pieces, and the attributions whose cue begins in it."""

    ids: tuple[int, ...]
    quoted: tuple[int, ...]
    starts: tuple[int, ...]
    attributions: tuple[Attribution, ...]


def document(row: dict[str, Any], settings: Settings) -> Document:
    """Give a row's text with the layers that windows need."""
    made = Document(Article(id=row["id"], source=row["id"], text=row["text"], title=row.get("title")))
    for name in BEFORE:
        made = LAYERS[name](made, settings)
    return made


def examples(row: dict[str, Any], settings: Settings) -> Iterator[Example]:
    """Give every window of a row of PolNeAR, those without attributions too."""
    made = document(row, settings)
    told = [[_tokens(made, each[role]) for role in ROLES] for each in row["attributions"]]
    for window in windows(made):
        yield Example(window.ids, window.quoted, window.starts, tuple(_attributions(window, told)))


def _tokens(made: Document, spans: Sequence[Sequence[int]]) -> list[int]:
    return [i for start, end in spans for i in made.tree.within(Span(start, end))]


def _attributions(window: Window, told: list[list[list[int]]]) -> Iterator[Attribution]:
    for roles in told:
        cue = roles[ROLES.index("cue")]
        if cue and window.first <= min(cue) < window.last:
            inside = tuple(tuple(i - window.first for i in role if window.first <= i < window.last) for role in roles)
            yield Attribution(min(cue) - window.first, inside)
