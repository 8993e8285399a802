"""The pair branch: from states half-way up the encoder to the type of event between two marked parties.

The trunk (the encoder's first layers, as shipped) stays as it is, so a branch can be trained and measured by itself.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

from detente.lexicon import event_types
from training.network import LAYERS, WIDTH, Encoder, Layer
from training.steps import fit

TRUNK = 3
"""The encoder's layers that the branch shares."""
DEPTH = 256


class Pair(NamedTuple):
    """One marked sentence: states [pieces, WIDTH], marks of the two sides [pieces, 2], the type, and its weight."""

    states: Tensor
    marks: Tensor
    type: str
    weight: float = 1.0


class Plan(NamedTuple):
    """How to learn: rounds over the data, pairs a step, the two highest rates, and the smoothing of what is right."""

    epochs: int = 10
    batch: int = 16
    near: int = 12
    branch_rate: float = 3e-4
    head_rate: float = 1e-3
    warm: float = 0.1
    smooth: float = 0.05
    seed: int = 5


class Branch(nn.Module):
    """Layers that begin as the encoder's upper ones, and a classifier."""

    def __init__(self, encoder: Encoder, types: Sequence[str]) -> None:
        super().__init__()
        self.types = tuple(types)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS - TRUNK))
        for own, other in zip(self.layers, list(encoder.layers)[TRUNK:], strict=True):
            own.load_state_dict(other.state_dict())
        self.sides = nn.Parameter(torch.randn(2, WIDTH) * 0.02)
        self.drop = nn.Dropout(0.2)
        self.inner = nn.Linear(3 * WIDTH, DEPTH)
        self.outer = nn.Linear(DEPTH, len(types))

    def forward(self, states: Tensor, marks: Tensor, mask: Tensor | None = None) -> Tensor:
        """Take states [batch, pieces, WIDTH], marks [batch, pieces, 2], a mask; give scores [batch, types]."""
        x = states + marks @ self.sides
        bias = None if mask is None else torch.where(mask[:, None, None, :], 0.0, -1e4).to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        here = torch.ones_like(marks[..., :1]) if mask is None else mask[..., None].to(x.dtype)
        weights = torch.cat([marks, here], -1)
        means = (weights.transpose(1, 2) @ x) / weights.sum(1)[..., None].clamp(min=1)
        return self.outer(self.drop(F.gelu(self.inner(self.drop(means.flatten(1))))))


def learn(branch: Branch, data: Sequence[Pair], plan: Plan, told: Callable[[int, float], None]) -> None:
    """Fit the branch to the data, in place; ``told`` is called after each round with its mean loss."""
    head = [*branch.inner.parameters(), *branch.outer.parameters(), branch.sides]
    groups = [
        {"params": branch.layers.parameters(), "lr": plan.branch_rate},
        {"params": head, "lr": plan.head_rate},
    ]
    quads = _quads(branch.types)
    fit(branch, groups, data, plan, lambda batch: _loss(branch, batch, quads, plan.smooth), told)


def _quads(types: Sequence[str]) -> Tensor:
    """Give which types belong to which quad, [types, 5]; NONE is a fifth."""
    quads = {"YIELD": 2, "NONE": 0} | {kind.id: kind.quad for kind in event_types().values()}
    return F.one_hot(torch.tensor([quads[each] for each in types]), 5).float()


def _loss(branch: Branch, batch: Sequence[Pair], quads: Tensor, smooth: float) -> Tensor:
    """Give the mean loss: the type, and half as much the quad."""
    width = max(len(each.states) for each in batch)
    here = branch.sides.device
    states = torch.stack([F.pad(each.states.float(), (0, 0, 0, width - len(each.states))) for each in batch])
    marks = torch.stack([F.pad(each.marks, (0, 0, 0, width - len(each.marks))) for each in batch])
    mask = torch.arange(width)[None] < torch.tensor([len(each.states) for each in batch])[:, None]
    wanted = torch.tensor([branch.types.index(each.type) for each in batch])
    weights = torch.tensor([each.weight for each in batch], device=here)
    wanted, quads = wanted.to(here), quads.to(here)
    with torch.autocast(here.type, torch.bfloat16):
        scores = branch(states.to(here), marks.to(here), mask.to(here))
    scores = scores.float()
    losses = F.cross_entropy(scores, wanted, label_smoothing=smooth, reduction="none")
    sure = (scores.softmax(-1) @ quads).clamp(min=1e-6).log()
    losses = losses + 0.5 * F.nll_loss(sure, quads.argmax(-1)[wanted], reduction="none")
    return (losses * weights).sum() / weights.sum()


class _One(nn.Module):
    """The branch for a single sentence."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch

    def forward(self, states: Tensor, marks: Tensor) -> Tensor:
        return self.branch(states[None], marks[None])[0]


def export_branch(branch: Branch, target: Path) -> None:
    """Write the branch: float32 ``states`` [pieces, WIDTH] and ``marks`` [pieces, 2] to ``scores`` [types]."""
    example = torch.randn(24, WIDTH), torch.zeros(24, 2)
    axes = {"states": {0: "pieces"}, "marks": {0: "pieces"}}
    with TemporaryDirectory() as folder:
        plain = f"{folder}/plain.onnx"
        torch.onnx.export(
            _One(branch.eval()), example, plain, input_names=["states", "marks"], output_names=["scores"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(plain, target, weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)
    model = onnx.load(target)
    onnx.helper.set_model_props(model, {"types": " ".join(branch.types)})
    onnx.save(model, target)


def as_tensors(states: np.ndarray, marks: np.ndarray) -> tuple[Tensor, Tensor]:
    """Give arrays as tensors, the states in half precision."""
    return torch.from_numpy(states.astype(np.float16)), torch.from_numpy(marks.astype(np.float32))
