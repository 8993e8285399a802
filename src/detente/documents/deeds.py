"""The deed head: how likely it is that what a frame tells is a deed in public life, and what speaks for it.

It adds up what named marks of the event (``claims/event_marks.py``) and three states of the encoder weigh: those of
the predicate and of its sentence half-way up (``encoder.trunk``), and the mean of the article's last ones. Since it
only adds, it can say how much each weighed. In numpy; ``training/deeds.py`` makes its weights.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from io import BytesIO
from typing import NamedTuple

import numpy as np

from detente.documents.document import Document
from detente.documents.encoded import Array
from detente.documents.pairs import states_in

WORDS = ("words of the predicate", "words of the sentence", "words of the article")
"""What the three states are called among what weighed."""


class Weighed(NamedTuple):
    """How likely, 0 to 1, and by how many nats each mark, and each of ``WORDS``, speaks for it (below nought: against).

    Words are counted from those of the mean event; what all events share is left out of the parts.
    """

    chance: float
    parts: Mapping[str, float]

    def strongest(self, number: int = 2, *, against: bool = False) -> tuple[str, ...]:
        """Give the names of what spoke most for it, or against it, the strongest first."""
        side = -1 if against else 1
        order = sorted(self.parts, key=lambda name: -side * self.parts[name])
        return tuple(name for name in order[:number] if side * self.parts[name] > 0)


@cache
def _weights() -> tuple[Mapping[str, float], Array, Array]:
    file = resources.files("detente.documents").joinpath("models", "deeds.npz").read_bytes()
    with np.load(BytesIO(file)) as arrays:
        marks = dict(zip(map(str, arrays["names"]), map(float, arrays["marks"]), strict=True))
        return marks, arrays["words"], arrays["middle"]


def states_about(document: Document, token: int) -> Array:
    """Give the three states that tell of a predicate (its token): float32, [3, 384].

    The document must be encoded.
    """
    window, inside = states_in(document, document.sentence_of(token))
    place = window.starts[token - window.first] if window.first <= token < window.last else 0
    every = np.concatenate([each.states for each in document.encoded])
    return np.stack([inside[place], inside[1:-1].mean(0), every.mean(0)])


def weigh(states: Array, marks: Mapping[str, float]) -> Weighed:
    """Weigh what ``states_about`` gives and the marks of an event, by their names."""
    known, words, middle = _weights()
    parts = {name: known[name] * value for name, value in marks.items() if name in known}
    parts |= dict(zip(WORDS, map(float, (words * states).sum(1) - middle), strict=True))
    whole = known[""] + sum(parts.values())
    return Weighed(float(0.5 * (1 + np.tanh(0.5 * whole))), parts)
