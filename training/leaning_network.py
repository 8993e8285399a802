"""The leaning head in torch: the twin of ``detente.documents.leanings``."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

from detente.documents.leanings import DEPTH, FAR, HEADS, Facing, away
from training.network import WIDTH

OWN, INNER = 64, 96


class Leanings(nn.Module):
    """Means of both parties, attention over the sentence for each pair, marks, and a classifier over three sides."""

    def __init__(self, marks: int) -> None:
        super().__init__()
        self.own = nn.Linear(WIDTH, OWN)
        self.absent = nn.Parameter(torch.zeros(OWN))
        self.asking = nn.Linear(2 * OWN, HEADS * DEPTH)
        self.asked = nn.Linear(WIDTH, HEADS * DEPTH)
        self.told = nn.Linear(WIDTH, OWN)
        self.away = _Away()
        self.inner = nn.Linear((3 + HEADS) * OWN + marks, INNER)
        self.outer = nn.Linear(INNER, 3)
        self.drop_states, self.drop = nn.Dropout(0.2), nn.Dropout(0.4)

    def forward(self, states: Tensor, pairs: list[Facing]) -> Tensor:
        """Take the states of a sentence [tokens, WIDTH] and its pairs; give scores of neither, for and against."""
        states = self.drop_states(states)
        own = self.own(states)
        ones = torch.stack([own[list(each.one)].mean(0) if each.one else self.absent for each in pairs])
        others = torch.stack([own[list(each.other)].mean(0) for each in pairs])
        questions = self.asking(torch.cat([ones, others], 1)).view(len(pairs), HEADS, DEPTH)
        keys = self.asked(states).view(len(states), HEADS, DEPTH)
        scores = torch.einsum("phd,thd->pht", questions, keys) / math.sqrt(DEPTH)
        scores = scores + self.away(torch.from_numpy(away(len(states), pairs))).transpose(1, 2)
        found = torch.einsum("pht,td->phd", scores.softmax(-1), self.told(states)).flatten(1)
        marks = torch.stack([torch.from_numpy(each.marks) for each in pairs])
        joined = torch.cat([ones, others, ones * others, found, marks], 1)
        inner = F.gelu(self.inner(self.drop(joined)), approximate="tanh")
        result: Tensor = self.outer(self.drop(inner))
        return result


class _Away(nn.Module):
    """What the distance of a token from both parties adds to its score, head by head."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(2 * (2 * FAR + 1), HEADS))

    def forward(self, marks: Tensor) -> Tensor:
        return marks @ self.weight
