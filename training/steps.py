"""In which order, and how fast, branches learn."""

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

from torch import Tensor


class Sized(Protocol):
    """What is learned from: it has states, one a piece."""

    @property
    def states(self) -> Tensor:
        """States of pieces, [pieces, WIDTH]."""


T = TypeVar("T", bound=Sized)


def rate(step: int, steps: int, warm: float) -> float:
    """Rise to the full rate, then fall to nothing in a straight line."""
    return (step + 1) / (warm * steps) if step < warm * steps else (steps - step) / (steps - warm * steps)


def batches(data: Sequence[T], size: int, dice: random.Random, near: int) -> list[list[T]]:
    """Put what is of like length, within ``near`` pieces, together, in random order: little is padded."""
    order = sorted(range(len(data)), key=lambda i: (len(data[i].states) // near, dice.random()))
    found = [[data[i] for i in order[n : n + size]] for n in range(0, len(order), size)]
    dice.shuffle(found)
    return found
