"""How well encoder and head do on windows that they have not seen: by cue begun, and by half of the tokens shared."""

from collections import Counter
from collections.abc import Iterator, Sequence

import torch

from training.examples import ROLES, Example
from training.network import Attribution, Encoder

LEAST = 0.5


def report(encoder: Encoder, head: Attribution, data: Sequence[Example]) -> Iterator[str]:
    """Give a line each for cues begun, sources, cues and contents: precision, recall, F1."""
    found: Counter[str] = Counter()
    with torch.no_grad():
        for each in data:
            _count(found, encoder, head, each)
    for name in ("begun", *ROLES):
        precision = found[f"{name} right"] / max(1, found["found"])
        recall = found[f"{name} right"] / max(1, found["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield f"{name:<8} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def _count(found: Counter[str], encoder: Encoder, head: Attribution, example: Example) -> None:
    states = encoder(torch.tensor([example.ids]), torch.tensor([example.quoted]))[:, list(example.starts)]
    anchors = (head.anchors(states)[0].sigmoid() >= LEAST).nonzero().flatten()
    found["gold"] += len(example.attributions)
    found["found"] += len(anchors)
    if not len(anchors):
        return
    begun = {each.anchor for each in example.attributions}
    found["begun right"] += sum(int(anchor) in begun for anchor in anchors)
    scores = head.roles(states, anchors[None])[0] > 0
    for roles in scores:
        for n, name in enumerate(ROLES):
            ours = set(roles[n].nonzero().flatten().tolist())
            found[f"{name} right"] += any(_is_half(ours, set(each.roles[n])) for each in example.attributions)


def _is_half(ones: set[int], others: set[int]) -> bool:
    both = ones | others
    return bool(both) and 2 * len(ones & others) >= len(both)
