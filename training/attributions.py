"""Train the encoder and the attribution head, print how well they do, and write the files that the package ships."""

import argparse
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file

from detente.settings import Settings
from evaluate.shared import rows
from training.examples import Example, examples
from training.export import export_encoder, export_head
from training.learning import Plan, learn
from training.measure import report
from training.network import Attribution, Encoder, load_minilm


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "--without", type=Path, metavar="FILE", help="leave out the articles whose ids stand in this file"
    )
    parser.add_argument("--held", type=int, default=60, metavar="N", help="articles that are measured on (60)")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)


def run(given: argparse.Namespace) -> None:
    """Train, measure, write."""
    told = _windows(given.gold, given.without)
    names = sorted(told)
    random.Random(given.seed).shuffle(names)  # noqa: S311 - a split, no secret
    held = [each for name in names[: given.held] for each in told[name]]
    data = [each for name in names[given.held :] for each in told[name]]
    torch.manual_seed(given.seed)
    encoder, head = Encoder(), Attribution()
    load_minilm(encoder, load_file(given.minilm / "model.safetensors"))
    started = time.perf_counter()

    def say(epoch: int, loss: float) -> None:
        print(f"epoch {epoch}: loss {loss:.2f}, {time.perf_counter() - started:.0f} s", flush=True)

    print(
        f"{len(names) - given.held} articles, {len(data)} windows; held apart: {', '.join(names[: given.held])}",
        flush=True,
    )
    learn(encoder, head, data, Plan(epochs=given.epochs, seed=given.seed), say)
    print("\n".join(report(encoder, head, held)), flush=True)
    export_encoder(encoder, given.out / "encoder.onnx")
    export_head(head, given.out / "attribution.npz")


def _windows(gold: Path, without: Path | None) -> dict[str, list[Example]]:
    out = {row["id"] for row in rows(without)} if without else set()
    settings = Settings()
    return {row["id"]: list(examples(row, settings)) for row in rows(gold) if row["id"] not in out}
