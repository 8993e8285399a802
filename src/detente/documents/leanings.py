"""The leaning head: how likely one party of a sentence is for another, against it, or neither.

It reads the encoder's states of the sentence's tokens (``encoder.py``): the means of the words of both parties, what
attention finds for the pair among all words, and marks of how both stand there (``leaning_marks.py``). In numpy;
``training/leaning_network.py`` is its twin.
"""

import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from io import BytesIO
from typing import NamedTuple

import numpy as np

from detente.documents.encoded import Array

HEADS, DEPTH, FAR = 4, 32, 10
"""Heads of the attention, their width, and the distance in tokens from which on all are alike."""
_BEND = math.sqrt(2 / math.pi)


class Facing(NamedTuple):
    """A pair of parties: places of their tokens in the sentence, none for a speaker from outside, and marks of both."""

    one: tuple[int, ...]
    other: tuple[int, ...]
    marks: Array


@cache
def _weights() -> dict[str, Array]:
    file = resources.files("detente.documents").joinpath("models", "leanings.npz").read_bytes()
    with np.load(BytesIO(file)) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def chances(states: Array, pairs: Sequence[Facing]) -> Array:
    """Give for each pair how likely neither, for and against are, adding up to 1: float32 [pairs, 3].

    ``states`` are those of the sentence's tokens: float32 [tokens, 384].
    """
    weights = _weights()
    own = _linear("own", states)
    ones = np.stack([own[list(each.one)].mean(0) if each.one else weights["absent"] for each in pairs])
    others = np.stack([own[list(each.other)].mean(0) for each in pairs])
    found = _attended(states, np.concatenate([ones, others], 1), pairs)
    marks = np.stack([each.marks for each in pairs])
    inner = _gelu(_linear("inner", np.concatenate([ones, others, ones * others, found, marks], 1)))
    return _softmax(_linear("outer", inner))


def _attended(states: Array, asking: Array, pairs: Sequence[Facing]) -> Array:
    """Give what each pair finds among the sentence's words: [pairs, HEADS * width]."""
    questions = _linear("asking", asking).reshape(len(pairs), HEADS, DEPTH)
    keys = _linear("asked", states).reshape(len(states), HEADS, DEPTH)
    values = _linear("told", states)
    scores = np.einsum("phd,thd->pht", questions, keys) / math.sqrt(DEPTH)
    scores += (away(len(states), pairs) @ _weights()["away.weight"]).transpose(0, 2, 1)
    found: Array = np.einsum("pht,td->phd", _softmax(scores), values)
    return found.reshape(len(pairs), -1)


def away(tokens: int, pairs: Sequence[Facing]) -> Array:
    """Give how far each token stands from both parties, two marks each: [pairs, tokens, 2 * (2 * FAR + 1)]."""
    places = np.arange(tokens)
    marks = np.zeros((len(pairs), tokens, 2 * (2 * FAR + 1)), np.float32)
    for n, pair in enumerate(pairs):
        for side, start in enumerate(((pair.one or pair.other)[0], pair.other[0])):
            steps = np.clip(places - start, -FAR, FAR) + FAR
            marks[n, places, side * (2 * FAR + 1) + steps] = 1
    return marks


def _linear(name: str, x: Array) -> Array:
    weights = _weights()
    result: Array = x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return result


def _gelu(x: Array) -> Array:
    result: Array = 0.5 * x * (1 + np.tanh(_BEND * (x + 0.044715 * x**3)))
    return result


def _softmax(x: Array) -> Array:
    raised = np.exp(x - x.max(-1, keepdims=True))
    result: Array = raised / raised.sum(-1, keepdims=True)
    return result
