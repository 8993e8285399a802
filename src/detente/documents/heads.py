"""The attribution head: which words begin a cue, and for each cue, which words are its source and its content.

It reads the states of ``encoder.py``.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from detente.documents import biaffine
from detente.documents.document import Document
from detente.documents.encoded import Array


class Asked(NamedTuple):
    """An attribution as the model sees it: the token on which the cue begins, and how sure that is, 0 to 1.

    ``roles`` holds, for source, cue and content, how sure it is that a token is part of it: float32, [3, tokens], the
    window's tokens from ``first`` on.
    """

    anchor: int
    chance: float
    first: int
    roles: Array

    def tokens(self, role: int, least: float = 0.5) -> list[int]:
        """Give the tokens that are part of a role (0 source, 1 cue, 2 content)."""
        return [self.first + int(i) for i in np.flatnonzero(self.roles[role] >= least)]


def asked(document: Document, least: float) -> Iterator[Asked]:
    """Give every attribution whose cue begins with at least this certainty."""
    weights = biaffine.weights_of("attribution")
    for encoded in document.encoded:
        first, states = encoded.window.first, encoded.states
        chances = biaffine.anchors(weights, states)
        anchors = np.flatnonzero(chances >= least)
        if len(anchors):
            roles = biaffine.roles(weights, states, anchors)
            for anchor, each in zip(anchors, roles, strict=True):
                yield Asked(first + int(anchor), float(chances[anchor]), first, each)
