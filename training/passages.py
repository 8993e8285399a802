"""Passages that we wrote, marked up with who is for or against what: ``attitudes.tsv``.

``{H Lima} will {- shut} the door on {O the pact}``: a holder, a cue with the side that the holder takes on the whole
(``+`` for, ``-`` against, ``~`` for under a condition or in part, ``=`` on neither side, said in words), an object;
``{C ...}`` is a condition. A digit joins the marks of one stance where a passage tells several.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from detente.documents import Sentence
from detente.documents.attitudes import SIDES, within
from detente.documents.windows import Window, windows
from detente.settings import Settings
from detente.text import Span
from training.examples import document

PASSAGES = Path(__file__).with_name("attitudes.tsv")
ROLES = ("H", "cue", "O")
_SIGNS = dict(zip("+-~=", SIDES, strict=True))
_OPEN = re.compile(r"\{([HOC+\-~=])(\d?) ")
_MOST = 5
"""So many passages at most make one text, so that windows are as long as those of articles."""


class Marked(NamedTuple):
    """A stance: its side, and the spans of holder, cue and object in the passage."""

    side: str
    roles: tuple[tuple[Span, ...], ...]


class Attitude(NamedTuple):
    """A stance by tokens of a sentence: the first of its cue, its side, and those of holder, cue and object."""

    anchor: int
    side: int
    roles: tuple[tuple[int, ...], ...]


class Example(NamedTuple):
    """A sentence, its window, and the stances whose cue begins in it."""

    window: Window
    sentence: Sentence
    attitudes: tuple[Attitude, ...]


def read(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """Give a passage without its marks, and its stances; raises ValueError where marks are not closed."""
    text, found, opened, at = "", [], [], 0
    while at < len(marked):
        if mark := _OPEN.match(marked, at):
            opened.append((mark[1], mark[2], len(text)))
            at = mark.end()
            continue
        if marked[at] == "}":
            if not opened:
                raise ValueError(f"found a '}}' that nothing opens at {at} in {marked!r}")
            kind, number, start = opened.pop()
            found.append((kind, number, Span(start, len(text))))
        else:
            text += marked[at]
        at += 1
    if opened:
        raise ValueError(f"found {len(opened)} marks that are not closed in {marked!r}")
    return text, tuple(_stances(found))


def _stances(found: Sequence[tuple[str, str, Span]]) -> Iterator[Marked]:
    for kind, number, cue in sorted(found, key=lambda each: each[2]):
        if kind in _SIGNS:
            beside = {role: tuple(span for other, n, span in found if (other, n) == (role, number)) for role in "HO"}
            yield Marked(_SIGNS[kind], (beside["H"], (cue,), beside["O"]))


def examples(passages: Sequence[str], seed: int, settings: Settings, most: int = _MOST) -> Iterator[Example]:
    """Give the sentences of passages, several in a text, in the random order of the seed."""
    dice = random.Random(seed)  # noqa: S311 - an order, not a secret
    left = dice.sample(passages, len(passages))
    while left:
        several = [read(left.pop()) for _ in range(min(len(left), dice.randint(1, most)))]
        yield from _sentences(several, settings)


def _sentences(several: Sequence[tuple[str, tuple[Marked, ...]]], settings: Settings) -> Iterator[Example]:
    made = document({"id": "passages", "text": "\n\n".join(text for text, _ in several)}, settings)
    told, start = [], 0
    for text, stances in several:
        for each in stances:
            roles = [[i for a, b in role for i in made.tree.within(Span(start + a, start + b))] for role in each.roles]
            told.append((SIDES.index(each.side), roles))
        start += len(text) + 2
    for window in windows(made):
        for sentence in within(window, made):
            yield Example(window, sentence, tuple(inside(sentence, told)))


def inside(sentence: Sentence, told: Sequence[tuple[int, list[list[int]]]]) -> Iterator[Attitude]:
    """Give the stances whose cue begins in a sentence, each told by its side and the tokens of its roles."""
    first, last = sentence.first, sentence.last
    for side, roles in told:
        cue = roles[ROLES.index("cue")]
        if cue and first <= min(cue) < last:
            inside = tuple(tuple(i - first for i in role if first <= i < last) for role in roles)
            yield Attitude(min(cue) - first, side, inside)
