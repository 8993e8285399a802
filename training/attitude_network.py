"""The attitude branch: from states half-way up the encoder to cues of stances, who has them, towards what, which side.

Layers that begin as the encoder's upper ones; over their states the biaffine head of the attributions, which asks each
cue for its holder, its words and its object, and a classifier of sides on the cue's first word.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

from detente.documents.attitudes import SIDES
from training.branch import TRUNK
from training.learning import padded
from training.network import HEADS, LAYERS, WIDTH, Attribution, Encoder, Layer
from training.passages import Attitude
from training.steps import fit


class Shown(NamedTuple):
    """A sentence: states of its pieces half-way up, [pieces, WIDTH], where its tokens begin, what it tells."""

    states: Tensor
    starts: tuple[int, ...]
    attitudes: tuple[Attitude, ...]


class Plan(NamedTuple):
    """How to learn: rounds over the data, sentences a step, the two highest rates."""

    epochs: int = 3
    batch: int = 16
    near: int = 8
    branch_rate: float = 2e-4
    head_rate: float = 1e-3
    warm: float = 0.1
    seed: int = 5


class Attitudes(nn.Module):
    """The branch with its head."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS - TRUNK))
        for own, other in zip(self.layers, list(encoder.layers)[TRUNK:], strict=True):
            own.load_state_dict(other.state_dict())
        self.head = Attribution()
        self.sides = nn.Linear(WIDTH, len(SIDES))
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """Take states half-way up, [batch, pieces, WIDTH], give the branch's own."""
        bias = None if mask is None else torch.where(mask[:, None, None, :], 0.0, -1e4).to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return x


def learn(model: Attitudes, data: Sequence[Shown], plan: Plan, told: Callable[[int, float], None]) -> None:
    """Fit the branch to the data, in place; ``told`` is called after each round with its mean loss."""
    groups = [
        {"params": model.layers.parameters(), "lr": plan.branch_rate},
        {"params": [*model.head.parameters(), *model.sides.parameters()], "lr": plan.head_rate},
    ]
    fit(model, groups, data, plan, lambda batch: _loss(model, batch), told)


def _loss(model: Attitudes, batch: Sequence[Shown]) -> Tensor:
    """Give the mean loss of a sentence: where cues begin, what is whose, and for each cue its roles and its side."""
    width = max(len(each.states) for each in batch)
    states = torch.stack([F.pad(each.states.float(), (0, 0, 0, width - len(each.states))) for each in batch])
    pieces = torch.arange(width)[None] < torch.tensor([len(each.states) for each in batch])[:, None]
    starts = padded([each.starts for each in batch])
    tokens = padded([[1] * len(each.starts) for each in batch]).float()
    anchors = padded([[told.anchor for told in each.attitudes] or [0] for each in batch])
    real = padded([[1] * len(each.attitudes) or [0] for each in batch]).float()
    wanted_side = padded([[told.side for told in each.attitudes] or [0] for each in batch])
    with torch.autocast("cpu", torch.bfloat16):
        own = model(states, pieces)
        own = own.gather(1, starts[..., None].expand(-1, -1, WIDTH))
        begins, whose, roles = model.head.anchors(own), model.head.any_role(own), model.head.roles(own, anchors)
        sides = model.sides(model.drop(own.gather(1, anchors[..., None].expand(-1, -1, WIDTH))))
    begun, wanted = torch.zeros_like(tokens), torch.zeros(roles.shape)
    for b, each in enumerate(batch):
        for n, told in enumerate(each.attitudes):
            begun[b, told.anchor] = 1.0
            for role, inside in enumerate(told.roles):
                wanted[b, n, role, list(inside)] = 1.0
    side = F.cross_entropy(sides.float().transpose(1, 2), wanted_side, reduction="none")
    losses = (
        (_bits(begins, begun) * tokens).sum() / 8,
        (_bits(whose, wanted.amax(1).transpose(1, 2)) * tokens[..., None]).sum() / 32,
        (_bits(roles, wanted) * tokens[:, None, None] * real[..., None, None]).sum() / 64,
        (side * real).sum() / 4,
    )
    return sum(losses, torch.zeros(())) / len(batch)


def _bits(scores: Tensor, wanted: Tensor) -> Tensor:
    return F.binary_cross_entropy_with_logits(scores.float(), wanted, reduction="none")


class _One(nn.Module):
    """The layers for a single sentence."""

    def __init__(self, model: Attitudes) -> None:
        super().__init__()
        self.model = model

    def forward(self, trunk: Tensor) -> Tensor:
        return self.model(trunk[None])[0]


def export(model: Attitudes, folder: Path) -> None:
    """Write the layers, float32 ``trunk`` [pieces, WIDTH] to ``states`` [pieces, WIDTH], and the head beside them."""
    axes = {"trunk": {0: "pieces"}, "states": {0: "pieces"}}
    with TemporaryDirectory() as scratch:
        plain, fused = f"{scratch}/plain.onnx", f"{scratch}/fused.onnx"
        torch.onnx.export(
            _One(model.eval()), (torch.randn(24, WIDTH),), plain, input_names=["trunk"], output_names=["states"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        optimize_model(plain, model_type="bert", num_heads=HEADS, hidden_size=WIDTH).save_model_to_file(fused)
        quantize_dynamic(
            fused, folder / "attitudes.onnx", weight_type=QuantType.QInt8, reduce_range=True, per_channel=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )  # fmt: skip
    weights = {**model.head.state_dict(), **{f"sides.{name}": each for name, each in model.sides.state_dict().items()}}
    arrays = {name: each.detach().numpy().astype(np.float16) for name, each in weights.items()}
    np.savez_compressed(folder / "attitudes.npz", **arrays)
