"""The network: MiniLM (Wang and others 2020), and the attribution head that asks each cue what belongs to it.

The head is biaffine (Dozat and Manning 2017): a token is scored as the first word of a cue; for each cue, every token
of the window as a part of its source, its cue or its content.
"""

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, PLACES = 30522, 512
DEPTH = 128
ROLES = 3
FARTHEST = 64
EPSILON = 1e-12


class Layer(nn.Module):
    """One layer of a transformer, norms after the sums."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Take and give states, [batch, pieces, WIDTH]; ``mask`` is added to the scores of attention."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
        weights = (scores if mask is None else scores + mask.to(scores.dtype)).softmax(-1)
        seen = (weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.out(seen))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """States of pieces: numbers of pieces and whether they are quoted, both [batch, pieces], to [.., WIDTH]."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, quoted: Tensor, mask: Tensor | None = None) -> Tensor:
        """Run the network; ``mask`` [batch, pieces] is True where a piece is."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.places(places) + self.kinds(quoted)))
        bias = None if mask is None else torch.where(mask[:, None, None, :], 0.0, -1e4).to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return x


def _gelu(x: Tensor) -> Tensor:
    return F.gelu(x, approximate="tanh")


class Attribution(nn.Module):
    """The head: states of tokens to scores of anchors, and of roles for the anchors that are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.anchor1 = nn.Linear(WIDTH, DEPTH)
        self.anchor2 = nn.Linear(DEPTH, 1)
        self.asking = nn.Linear(WIDTH, ROLES * DEPTH)
        self.asked = nn.Linear(WIDTH, ROLES * DEPTH)
        self.pairs = nn.Parameter(torch.randn(ROLES, DEPTH, DEPTH) / DEPTH)
        self.alone = nn.Linear(WIDTH, ROLES)
        self.distance = nn.Parameter(torch.zeros(ROLES, 2 * FARTHEST + 1))
        self.drop = nn.Dropout(0.1)

    def anchors(self, states: Tensor) -> Tensor:
        """Score every token as the first word of a cue: [batch, tokens, WIDTH] to [batch, tokens]."""
        return self.anchor2(self.drop(_gelu(self.anchor1(states)))).squeeze(-1)

    def any_role(self, states: Tensor) -> Tensor:
        """Score every token in every role, whoever speaks: to [batch, tokens, ROLES]."""
        return self.alone(states)

    def roles(self, states: Tensor, anchors: Tensor) -> Tensor:
        """Score every token in every role for each anchor, [batch, anchors]: to [batch, anchors, ROLES, tokens]."""
        batch, length, _ = states.shape
        beginning = states.gather(1, anchors[..., None].expand(-1, -1, WIDTH))
        asking = self.drop(_gelu(self.asking(beginning))).view(batch, -1, ROLES, DEPTH)
        asked = self.drop(_gelu(self.asked(states))).view(batch, length, ROLES, DEPTH)
        questions = torch.einsum("bard,rde->bare", asking, self.pairs)
        scores = torch.einsum("bare,btre->bart", questions, asked)
        scores = scores + self.any_role(states).transpose(1, 2)[:, None]
        away = (torch.arange(length) - anchors[..., None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return scores + self.distance[:, away].permute(1, 2, 0, 3)


def load_minilm(encoder: Encoder, weights: Mapping[str, Tensor]) -> None:
    """Take the weights of a BERT of this size, by their names in the Transformers library."""
    ours = encoder.state_dict()
    names = {"words": "word_embeddings", "places": "position_embeddings", "kinds": "token_type_embeddings"}
    for own, name in names.items():
        ours[f"{own}.weight"] = weights[f"embeddings.{name}.weight"]
    parts = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for kind in ("weight", "bias"):
        ours[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        for n in range(LAYERS):
            theirs = f"encoder.layer.{n}."
            for own, name in parts.items():
                ours[f"layers.{n}.{own}.{kind}"] = weights[f"{theirs}{name}.{kind}"]
            qkv = [weights[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            ours[f"layers.{n}.qkv.{kind}"] = torch.cat(qkv)
    encoder.load_state_dict(ours)
