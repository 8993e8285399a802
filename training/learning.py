"""Learning: windows in random order, three losses at once, the encoder slowly and the head fast."""

import math
import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

from training.examples import Example
from training.network import WIDTH, Attribution, Encoder


class Plan(NamedTuple):
    """How to learn: rounds over the data, windows a step, and the two highest rates."""

    epochs: int = 5
    batch: int = 8
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm: float = 0.1
    seed: int = 5


def learn(
    encoder: Encoder, head: Attribution, data: Sequence[Example], plan: Plan, told: Callable[[int, float], None]
) -> None:
    """Fit encoder and head to the data, in place; ``told`` is called after each epoch with its mean loss."""
    torch.manual_seed(plan.seed)
    dice = random.Random(plan.seed)  # noqa: S311 - an order, not a secret
    encoder.words.weight.requires_grad_(False)  # noqa: FBT003 - words that the data lacks must stay as they were
    groups = [
        {"params": [each for each in encoder.parameters() if each.requires_grad], "lr": plan.encoder_rate},
        {"params": head.parameters(), "lr": plan.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = plan.epochs * math.ceil(len(data) / plan.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, plan.warm))
    encoder.train()
    head.train()
    for epoch in range(plan.epochs):
        total, count = 0.0, 0
        for batch in _batches(data, plan.batch, dice):
            loss = _loss(encoder, head, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*encoder.parameters(), *head.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        told(epoch + 1, total / count)
    encoder.eval()
    head.eval()


def _rate(step: int, steps: int, warm: float) -> float:
    """Rise to the full rate, then fall to nothing in a straight line."""
    return step / (warm * steps) if step < warm * steps else (steps - step) / (steps - warm * steps)


def _batches(data: Sequence[Example], size: int, dice: random.Random) -> list[list[Example]]:
    """Put windows of like length together, in random order: little is padded."""
    order = sorted(range(len(data)), key=lambda i: (len(data[i].ids) // 32, dice.random()))
    batches = [[data[i] for i in order[n : n + size]] for n in range(0, len(order), size)]
    dice.shuffle(batches)
    return batches


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """Give rows as one tensor, filled up with zeros."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])


def _loss(encoder: Encoder, head: Attribution, batch: Sequence[Example]) -> Tensor:
    """Give the mean loss of a window: where cues begin, what is whose, and for each cue, what belongs to it."""
    ids, starts = padded([each.ids for each in batch]), padded([each.starts for each in batch])
    pieces = padded([[1] * len(each.ids) for each in batch]).bool()
    tokens = padded([[1] * len(each.starts) for each in batch]).float()
    anchors = padded([[told.anchor for told in each.attributions] or [0] for each in batch])
    real = padded([[1] * len(each.attributions) or [0] for each in batch]).float()
    with torch.autocast("cpu", torch.bfloat16):
        states = encoder(ids, padded([each.quoted for each in batch]), pieces)
        states = states.gather(1, starts[..., None].expand(-1, -1, WIDTH))
        begins, whose, roles = head.anchors(states), head.any_role(states), head.roles(states, anchors)
    begun, wanted = torch.zeros_like(tokens), torch.zeros(roles.shape)
    for b, each in enumerate(batch):
        for n, told in enumerate(each.attributions):
            begun[b, told.anchor] = 1.0
            for role, inside in enumerate(told.roles):
                wanted[b, n, role, list(inside)] = 1.0
    losses = (
        (_bits(begins, begun) * tokens).sum() / 8,
        (_bits(whose, wanted.amax(1).transpose(1, 2)) * tokens[..., None]).sum() / 32,
        (_bits(roles, wanted) * tokens[:, None, None] * real[..., None, None]).sum() / 64,
    )
    return sum(losses, torch.zeros(())) / len(batch)


def _bits(scores: Tensor, wanted: Tensor) -> Tensor:
    return F.binary_cross_entropy_with_logits(scores.float(), wanted, reduction="none")
