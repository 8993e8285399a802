"""Where the shared texts, gold and scorers lie, and how rows are read from them."""

import gzip
import importlib.util
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
Row = dict[str, Any]


def shared() -> Path:
    """Give the folder with texts, gold and scorers: DETENTE_SHARED, else ``shared`` beside the checkout."""
    return Path(os.environ.get("DETENTE_SHARED", ROOT.parent / "shared"))


def gold() -> Path:
    """Give the folder with the gold: DETENTE_GOLD, else ``gold`` in the shared folder."""
    return Path(os.environ.get("DETENTE_GOLD", shared() / "gold"))


def scorer(name: str) -> ModuleType:
    """Load one of the shared scorers: ``score_utterances``, ``check_reference`` ..."""
    path = shared() / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(f"{path}: found no scorer; expected the shared tools (set DETENTE_SHARED)")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> Iterator[Row]:
    """Read a JSONL file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write(path: Path, lines: list[Row]) -> None:
    """Write a JSONL file."""
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
