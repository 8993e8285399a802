"""The pair branch: what one party of a sentence does to another, as types of events and how sure each is.

It grows from the encoder's states of the sentence half-way up (``encoder.trunk``): three layers of its own and a
classifier over the means of the words of the one, of the other, and of the whole sentence. ``training/branch.py`` made
it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import onnxruntime as ort

from detente.documents.document import Document, Sentence
from detente.documents.encoded import Array, Window
from detente.documents.encoder import trunk
from detente.documents.sessions import session, session_of
from detente.documents.windows import window_of

_given: list[ort.InferenceSession] = []


class Question(NamedTuple):
    """A sentence with two parties: states of its pieces, float32 [pieces, 384], and marks of both, [pieces, 2]."""

    states: Array
    marks: Array


def between(document: Document, one: Iterable[int], other: Iterable[int]) -> Mapping[str, float]:
    """Give the chances, adding up to 1, of what the one (tokens) does to the other, by type of event or ``NONE``.

    CONCEDE and RETREAT are one type, ``YIELD``. Nothing where the document is not encoded, or where the two do not
    stand in one sentence.
    """
    question = asked(document, one, other)
    return chances(question) if question else {}


def asked(document: Document, one: Iterable[int], other: Iterable[int]) -> Question | None:
    """Give what the branch is asked about two parties, each by its tokens; None where they do not stand together."""
    sides = sorted(set(one)), sorted(set(other))
    if not all(sides) or not document.encoded:
        return None
    window = window_of(document, document.sentence_of(sides[0][0]))
    if not set(range(window.first, window.last)).issuperset({*sides[0], *sides[1]}):
        return None
    marks = np.zeros((len(window.ids), 2), np.float32)
    for side, tokens in enumerate(sides):
        for token in tokens:
            place = _pieces(window, token)
            marks[place.start : place.stop, side] = 1
    return Question(_states(window)[1:-1], marks[1:-1])


def states_in(document: Document, sentence: Sentence) -> tuple[Window, Array]:
    """Give the window that holds a sentence alone, and its states half-way up: float32, [pieces, 384]."""
    window = window_of(document, sentence)
    return window, _states(window)


@lru_cache(maxsize=8)
def _states(window: Window) -> Array:
    return trunk(window)


def chances(question: Question) -> Mapping[str, float]:
    """Give the chances of every type."""
    session = _given[-1] if _given else session_of("pairs")
    (scores,) = session.run(["scores"], question._asdict())
    raised = np.exp(scores - scores.max())
    types = session.get_modelmeta().custom_metadata_map["types"].split()
    return dict(zip(types, map(float, raised / raised.sum()), strict=True))


def _pieces(window: Window, token: int) -> range:
    """Give the places of a token's pieces in its window."""
    starts = (*window.starts, len(window.ids) - 1)
    i = token - window.first
    return range(starts[i], starts[i + 1])


@contextmanager
def branch_of(model: bytes) -> Iterator[None]:
    """Use another branch than the one that is shipped, as when it is trained on a part of the data."""
    _given.append(session(model))
    try:
        yield
    finally:
        _given.pop()
