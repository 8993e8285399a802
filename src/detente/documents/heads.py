"""The attribution head: which words begin a cue, and for each cue, which words are its source and its content.

Biaffine (Dozat and Manning 2017) over the states of ``encoder.py``, in numpy. ``training/network.py`` is its twin.
"""

import math
from collections.abc import Iterator
from functools import cache
from importlib import resources
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.documents.document import Document
from detente.documents.encoded import Array

_BEND = math.sqrt(2 / math.pi)


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


@cache
def _weights() -> dict[str, Array]:
    file = resources.files("detente.documents").joinpath("models", "attribution.npz").read_bytes()
    with np.load(BytesIO(file)) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def asked(document: Document, least: float) -> Iterator[Asked]:
    """Give every attribution whose cue begins with at least this certainty."""
    for window, states in document.encoded:
        chances = _sigmoid(_anchors(states))
        anchors = np.flatnonzero(chances >= least)
        if len(anchors):
            roles = _sigmoid(_roles(states, anchors))
            for anchor, each in zip(anchors, roles, strict=True):
                yield Asked(window.first + int(anchor), float(chances[anchor]), window.first, each)


def _anchors(states: Array) -> Array:
    return _linear("anchor2", _gelu(_linear("anchor1", states)))[:, 0]


def _roles(states: Array, anchors: NDArray[np.intp]) -> Array:
    """Score every token in every role for each anchor: [anchors, roles, tokens]."""
    weights = _weights()
    roles, depth, _ = weights["pairs"].shape
    asking = _gelu(_linear("asking", states[anchors])).reshape(-1, roles, depth)
    told = _gelu(_linear("asked", states)).reshape(-1, roles, depth)
    questions = asking.transpose(1, 0, 2) @ weights["pairs"]
    scores = (questions @ told.transpose(1, 2, 0)).transpose(1, 0, 2) + _linear("alone", states).T[None]
    farthest = weights["distance"].shape[1] // 2
    away = np.clip(np.arange(len(states))[None] - anchors[:, None], -farthest, farthest) + farthest
    return np.asarray(scores + weights["distance"][:, away].transpose(1, 0, 2), np.float32)


def _linear(name: str, x: Array) -> Array:
    return np.asarray(x @ _weights()[f"{name}.weight"].T + _weights()[f"{name}.bias"], np.float32)


def _gelu(x: Array) -> Array:
    return np.asarray(0.5 * x * (1 + np.tanh(_BEND * (x + 0.044715 * x * x * x))), np.float32)


def _sigmoid(x: Array) -> Array:
    return np.asarray(0.5 * (1 + np.tanh(0.5 * x)), np.float32)
