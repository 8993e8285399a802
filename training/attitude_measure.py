"""How well the attitude branch does on sentences that it has not seen."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

import torch

from detente.documents.attitudes import SIDES
from training.attitude_network import Attitudes, Shown
from training.passages import ROLES

BARS = (0.3, 0.5, 0.7)


def report(model: Attitudes, data: Sequence[Shown]) -> Iterator[str]:
    """Give for each bar the cues that meet one of the gold; of these, who has the side, and half of a role's tokens."""
    for bar in BARS:
        found: Counter[Hashable] = Counter()
        with torch.no_grad():
            for each in data:
                _count(found, model, each, bar)
        precision, recall = found["right"] / max(1, found["found"]), found["right"] / max(1, found["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        roles = "  ".join(f"{name} {found[name] / max(1, found['right']):.3f}" for name in ("side", *ROLES))
        for n, side in enumerate(SIDES):
            others = " ".join(f"{found[n, m]}" for m in range(len(SIDES)))
            roles += f"\n    {side:<8} heard as {others}" if bar == BARS[1] else ""
        yield f"from {bar}: P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {roles}"


def _count(found: Counter[Hashable], model: Attitudes, each: Shown, bar: float) -> None:
    states = model(each.states.float()[None])[:, list(each.starts)]
    anchors = (model.head.anchors(states)[0].sigmoid() >= bar).nonzero().flatten()
    found["gold"] += len(each.attitudes)
    found["found"] += len(anchors)
    if not len(anchors):
        return
    roles = model.head.roles(states, anchors[None])[0] > 0
    sides = model.sides(states[0, anchors]).argmax(-1)
    left = list(each.attitudes)
    for anchor, own, side in zip(anchors, roles, sides, strict=True):
        ours = [set(role.nonzero().flatten().tolist()) for role in own]
        told = next((a for a in left if {int(anchor), *ours[1]} & {a.anchor, *a.roles[1]}), None)
        if told is None:
            continue
        left.remove(told)
        found["right"] += 1
        found["side"] += int(side) == told.side
        found[told.side, int(side)] += 1
        for name, mine, theirs in zip(ROLES, ours, told.roles, strict=True):
            found[name] += _is_half(mine, set(theirs))


def _is_half(ones: set[int], others: set[int]) -> bool:
    both = ones | others
    return not both or 2 * len(ones & others) >= len(both)
