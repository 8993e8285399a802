"""How branches learn: in which order, how fast, a step for each batch."""

import math
import random
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

import torch
from torch import Tensor, nn


class Sized(Protocol):
    """What is learned from: it has states, one a piece."""

    @property
    def states(self) -> Tensor:
        """States of pieces, [pieces, WIDTH]."""


class Course(Protocol):
    """How to learn: rounds over the data, examples a step, the share of steps in which the rate rises, and the seed."""

    @property
    def epochs(self) -> int:
        """Rounds over the data."""

    @property
    def batch(self) -> int:
        """Examples a step."""

    @property
    def near(self) -> int:
        """Examples within so many pieces are of like length."""

    @property
    def warm(self) -> float:
        """The share of steps in which the rate rises."""

    @property
    def seed(self) -> int:
        """From it everything random comes."""


T = TypeVar("T", bound=Sized)


def fit(
    model: nn.Module,
    groups: list[dict[str, Any]],
    data: Sequence[T],
    plan: Course,
    loss_of: Callable[[Sequence[T]], Tensor],
    told: Callable[[int, float], None],
) -> None:
    """Fit a model to the data, in place; ``told`` is called after each round with its mean loss.

    ``groups`` are its parameters with their highest rates.
    """
    torch.manual_seed(plan.seed)
    dice = random.Random(plan.seed)  # noqa: S311 - an order, not a secret
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = plan.epochs * math.ceil(len(data) / plan.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps, plan.warm))
    model.train()
    for epoch in range(plan.epochs):
        total, count = 0.0, 0
        for batch in batches(data, plan.batch, dice, plan.near):
            loss = loss_of(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        told(epoch + 1, total / count)
    model.eval()


def rate(step: int, steps: int, warm: float) -> float:
    """Rise to the full rate, then fall to nothing in a straight line."""
    return (step + 1) / (warm * steps) if step < warm * steps else (steps - step) / (steps - warm * steps)


def batches(data: Sequence[T], size: int, dice: random.Random, near: int) -> list[list[T]]:
    """Put what is of like length, within ``near`` pieces, together, in random order: little is padded."""
    order = sorted(range(len(data)), key=lambda i: (len(data[i].states) // near, dice.random()))
    found = [[data[i] for i in order[n : n + size]] for n in range(0, len(order), size)]
    dice.shuffle(found)
    return found
