"""A head that asks each of its words which others belong to it, and in what role (Dozat and Manning 2017), in numpy.

``training/network.py`` is its twin. Weights are those of one file in ``models``, by their names.
"""

import math
from collections.abc import Mapping
from functools import cache
from importlib import resources
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from detente.documents.encoded import Array

Weights = Mapping[str, Array]
_BEND = math.sqrt(2 / math.pi)


@cache
def weights_of(name: str) -> Weights:
    """Load the weights of a head, once a process."""
    file = resources.files("detente.documents").joinpath("models", f"{name}.npz").read_bytes()
    with np.load(BytesIO(file)) as arrays:
        return {each: arrays[each].astype(np.float32) for each in arrays.files}


def anchors(weights: Weights, states: Array) -> Array:
    """Give how likely each token begins what the head hears: float32 [tokens], from states [tokens, width]."""
    return sigmoid(linear(weights, "anchor2", _gelu(linear(weights, "anchor1", states)))[:, 0])


def roles(weights: Weights, states: Array, asking: NDArray[np.intp]) -> Array:
    """Give how likely each token is in every role of each word that asks: float32 [asking, roles, tokens]."""
    number, depth, _ = weights["pairs"].shape
    questions = _gelu(linear(weights, "asking", states[asking])).reshape(-1, number, depth)
    told = _gelu(linear(weights, "asked", states)).reshape(-1, number, depth)
    questions = questions.transpose(1, 0, 2) @ weights["pairs"]
    scores = (questions @ told.transpose(1, 2, 0)).transpose(1, 0, 2) + linear(weights, "alone", states).T[None]
    farthest = weights["distance"].shape[1] // 2
    away = np.clip(np.arange(len(states))[None] - asking[:, None], -farthest, farthest) + farthest
    return sigmoid(np.asarray(scores + weights["distance"][:, away].transpose(1, 0, 2), np.float32))


def linear(weights: Weights, name: str, x: Array) -> Array:
    """Apply a layer of the head by its name."""
    return np.asarray(x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"], np.float32)


def sigmoid(x: Array) -> Array:
    """Give chances for scores."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * x)), np.float32)


def _gelu(x: Array) -> Array:
    return np.asarray(0.5 * x * (1 + np.tanh(_BEND * (x + 0.044715 * x * x * x))), np.float32)
