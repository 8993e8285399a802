"""Train the leaning head on SEESAW: who, of the actors of a sentence, is for or against whom."""

import argparse
import math
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

from detente.claims import Claims
from detente.claims.stance_learned import speakers_in
from detente.documents import Document
from detente.documents.leaning_marks import asked, mentioned, states_of
from detente.documents.leanings import Facing
from detente.pipeline import read
from detente.settings import Settings
from evaluate.matching import same
from evaluate.shared import rows
from evaluate.stances import article
from training.leaning_network import Leanings

_SIDES = {"POS": 1, "NEG": 2}
_OTHERS = 12
"""So many pairs of a sentence without a stance are shown in each round."""


class Example(NamedTuple):
    """A sentence: the states of its tokens, its pairs, and for each 0 (neither), 1 (for) or 2 (against)."""

    states: Tensor
    pairs: list[Facing]
    sides: list[int]


class Plan(NamedTuple):
    """How to learn: rounds, sentences a step, the highest rate, the smoothing of what is right."""

    epochs: int = 6
    batch: int = 12
    rate: float = 1.5e-3
    warm: int = 200
    smooth: float = 0.03
    seed: int = 5


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--epochs", type=int, default=Plan().epochs)


def run(given: argparse.Namespace) -> None:
    """Train on everything, write."""
    data: list[Example] = []
    for row in rows(given.gold):
        reading = read(article(row), Settings())
        data += examples(row, reading.document, reading.claims)
    print(f"{len(data)} sentences, {sum(map(bool, (s for each in data for s in each.sides)))} stances", flush=True)
    head = trained(data, Plan(epochs=given.epochs, seed=given.seed), lambda n, loss: print(f"round {n}: {loss:.3f}"))
    export(head, Path(given.out, "leanings.npz"))


def examples(row: dict[str, Any], document: Document, claims: Claims) -> Iterator[Example]:
    """Give the sentences of a row of SEESAW in which there are pairs."""
    starts = [0, *accumulate(len(each) + 1 for each in row["sentences"])]
    for sentence in document.sentences:
        n = sum(start <= sentence.span.start for start in starts) - 1
        gold = [each for each in row["stances"] if each["sentence"] == n]
        found = list(asked(document, sentence, mentioned(document, sentence), speakers_in(claims, sentence.span)))
        if found:
            sides = [_side(document, one, other, gold) for one, other, _ in found]
            states = torch.from_numpy(states_of(document, sentence).astype(np.float16))
            yield Example(states, [each for _, _, each in found], sides)


def _side(document: Document, one: str, other: str, gold: list[dict[str, Any]]) -> int:
    names = document.actor[one].name, document.actor[other].name
    known = (each for each in gold if same(each["holder"], names[0]) and same(each["object"], names[1]))
    return next((_SIDES[each["polarity"]] for each in known), 0)


def trained(data: Sequence[Example], plan: Plan, told: Callable[[int, float], None]) -> Leanings:
    """Give the head that is learned from the data; ``told`` is called after each round with its mean loss."""
    torch.manual_seed(plan.seed)
    dice = random.Random(plan.seed)  # noqa: S311 - an order, not a secret
    head = Leanings(len(data[0].pairs[0].marks))
    optimizer = torch.optim.AdamW(head.parameters(), lr=plan.rate, weight_decay=0.03)
    steps = plan.epochs * math.ceil(len(data) / plan.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min((n + 1) / plan.warm, 1) * (1 - n / steps))
    head.train()
    for epoch in range(plan.epochs):
        order, total = dice.sample(data, len(data)), 0.0
        for n in range(0, len(order), plan.batch):
            loss = _loss(head, order[n : n + plan.batch], dice, plan.smooth)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        told(epoch + 1, total * plan.batch / len(order))
    return head.eval()


def _loss(head: Leanings, batch: Sequence[Example], dice: random.Random, smooth: float) -> Tensor:
    """Give the mean loss over pairs: all that hold a stance, some of those that hold none."""
    scores, sides = [], []
    for example in batch:
        none = [n for n, side in enumerate(example.sides) if not side]
        some = [n for n, side in enumerate(example.sides) if side] + dice.sample(none, min(len(none), _OTHERS))
        scores.append(head(example.states.float(), [example.pairs[n] for n in some]))
        sides += [example.sides[n] for n in some]
    return F.cross_entropy(torch.cat(scores), torch.tensor(sides), label_smoothing=smooth)


def export(head: Leanings, target: Path) -> None:
    """Write the weights by their names, in half precision."""
    arrays = {name: each.detach().numpy().astype(np.float16) for name, each in head.state_dict().items()}
    np.savez_compressed(target, **arrays)
