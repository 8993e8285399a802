"""The attitude branch: words that carry a stance, the side that is taken, who takes it and towards what.

It grows from the encoder's states half-way up: three layers of its own, a biaffine head (``biaffine.py``) and a
classifier of sides. ``training/attitudes.py`` made it, from passages of our own and marked sentences of real texts.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from detente.documents import biaffine
from detente.documents.document import Document, Sentence
from detente.documents.encoded import Array, Window
from detente.documents.sessions import session_of
from detente.lexicon.stances import Side

SIDES: tuple[Side, ...] = ("for", "against", "mixed", "neutral")
_HELD = 0.5


class Attitude(NamedTuple):
    """A stance as the branch hears it, by tokens of the document.

    ``chance`` says how likely there is one whose cue begins at ``anchor``; ``sure`` how likely its side is.
    """

    anchor: int
    chance: float
    side: Side
    sure: float
    holder: tuple[int, ...]
    cue: tuple[int, ...]
    object: tuple[int, ...]


def attitudes(document: Document, least: float) -> Iterator[Attitude]:
    """Give the stances that are at least so likely, in the order of the text; none where nothing is encoded."""
    weights = biaffine.weights_of("attitudes")
    for encoded in document.encoded:
        for sentence in within(encoded.window, document):
            trunk, starts = slice_of(encoded.window, encoded.trunk, sentence)
            states = states_of(trunk)[list(starts)]
            chances = biaffine.anchors(weights, states)
            anchors = np.flatnonzero(chances >= least)
            if len(anchors):
                sides = biaffine.linear(weights, "sides", states[anchors])
                roles = biaffine.roles(weights, states, anchors)
                for anchor, side, each in zip(anchors, sides, roles, strict=True):
                    yield _attitude(sentence.first, int(anchor), float(chances[anchor]), side, each)


def within(window: Window, document: Document) -> Iterator[Sentence]:
    """Give the sentences of a window, of one that is cut the part that lies in it; its span stays whole."""
    for sentence in document.sentences:
        first, last = max(sentence.first, window.first), min(sentence.last, window.last)
        if first < last:
            yield sentence._replace(first=first, last=last)


def slice_of(window: Window, trunk: Array, sentence: Sentence) -> tuple[Array, tuple[int, ...]]:
    """Give a sentence's part of a window's states half-way up, and where its tokens begin in it."""
    ends = (*window.starts, len(window.ids) - 1)
    starts = ends[sentence.first - window.first : sentence.last - window.first + 1]
    return trunk[starts[0] : starts[-1]], tuple(start - starts[0] for start in starts[:-1])


def _attitude(first: int, anchor: int, chance: float, scores: Array, roles: Array) -> Attitude:
    raised = np.exp(scores - scores.max())
    sides = raised / raised.sum()
    best = int(sides.argmax())
    holder, cue, about = (tuple(first + int(i) for i in np.flatnonzero(role >= _HELD)) for role in roles)
    return Attitude(first + anchor, chance, SIDES[best], float(sides[best]), holder, cue, about)


def states_of(trunk: Array) -> Array:
    """Give the branch's states of a sentence from those half-way up the encoder, float32 [pieces, 384] both."""
    states: Array = session_of("attitudes").run(["states"], {"trunk": trunk})[0]
    return states
