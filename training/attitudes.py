"""Train the attitude branch on passages of our own and on marked texts, and write the files that the package ships."""

import argparse
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file

from detente.documents.attitudes import slice_of
from detente.documents.encoder import trunk
from detente.settings import Settings
from training.attitude_measure import report
from training.attitude_network import Attitudes, Plan, Shown, export, learn
from training.marked import marked
from training.network import Encoder, load_minilm
from training.passages import PASSAGES, Example, examples

_VARIANTS = 2
"""So often the passages are joined to texts anew, one of the times each by itself."""
_MARKED = 3
"""So much weighs a sentence of a real text."""
_HELD = 10
"""Every tenth real sentence is measured on where one hand's passages are left out."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--without", metavar="HAND", help="leave out one writer's passages, and measure on them")


def run(given: argparse.Namespace) -> None:
    """Train on everything, or measure on what one hand wrote; write."""
    settings = Settings()
    rows = [line.split("\t", 1) for line in PASSAGES.read_text("utf-8").splitlines() if not line.startswith("#")]
    hands = {hand for hand, _ in rows}
    if given.without and given.without not in hands:
        raise SystemExit(f"found no hand {given.without!r}; expected one of {', '.join(sorted(hands))}")
    data = shown(joined([text for hand, text in rows if hand != given.without], settings))
    real = shown(marked(settings))
    held = real[::_HELD] if given.without else []
    data += [each for n, each in enumerate(real) if not (given.without and n % _HELD == 0)] * _MARKED
    print(f"{len(rows)} passages, {len(real)} real sentences", flush=True)
    model = trained(data, given.minilm, Plan(epochs=given.epochs, seed=given.seed))
    if given.without:
        passages = [text for hand, text in rows if hand == given.without]
        print("\n".join(("passages", *report(model, shown(joined(passages, settings, variants=1))))), flush=True)
        print("\n".join(("real sentences", *report(model, held))), flush=True)
    else:
        export(model, given.out)


def joined(passages: Sequence[str], settings: Settings, variants: int = _VARIANTS) -> Iterator[Example]:
    """Give the sentences of passages, each by itself, and joined to texts."""
    for n in range(variants):
        yield from examples(passages, n, settings, most=1 if n == 0 else 5)


def shown(found: Iterable[Example]) -> list[Shown]:
    """Give sentences with their states half-way up the encoder."""
    data, window, half = [], None, None
    for each in found:
        if window is None or each.window is not window:
            window = each.window
            half = trunk(window)
        states, starts = slice_of(window, half, each.sentence)
        data.append(Shown(torch.from_numpy(states).half(), starts, each.attitudes))
    return data


def trained(data: Sequence[Shown], minilm: Path, plan: Plan) -> Attitudes:
    """Give the branch that is learned from the data."""
    torch.manual_seed(plan.seed)
    encoder = Encoder()
    load_minilm(encoder, load_file(minilm / "model.safetensors"))
    model = Attitudes(encoder)
    started = time.perf_counter()

    def say(epoch: int, loss: float) -> None:
        print(f"round {epoch}: {loss:.3f}, {time.perf_counter() - started:.0f} s", flush=True)

    learn(model, data, plan, say)
    return model
