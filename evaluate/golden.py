"""Gold that is annotated beside its texts: ids, digests and places here, the texts in ``shared()`` or ``examples``."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from detente.articles import Article
from detente.articles import read as read_articles
from detente.pipeline import Extraction, read
from detente.settings import Settings
from evaluate.shared import ROOT, rows, shared
from evaluate.utterances import article

HALVES = ("tuned", "untuned")
FOLDER = ROOT / "evaluate" / "gold"

Row = dict[str, Any]


class Annotated(NamedTuple):
    """A text's gold, and what was found in the text."""

    gold: Row
    found: Extraction


def annotated(kind: str, half: str, settings: Settings) -> Iterator[Annotated]:
    """Read every text of one half of ``evaluate/gold/KIND``; raise ``ValueError`` where it is not the annotated one."""
    lines = (FOLDER / kind / f"{half}.jsonl").read_text("utf-8").splitlines()
    golden = [json.loads(line) for line in lines]
    for name in sorted({row["texts"] for row in golden}):
        texts = {} if name == "examples" else {row["id"]: row for row in rows(shared() / "texts" / f"{name}.jsonl.gz")}
        for gold in (row for row in golden if row["texts"] == name):
            found = _example(gold, settings) if name == "examples" else _text(texts[gold["id"]], gold, settings)
            if hashlib.sha256(found.document.text.encode()).hexdigest() != gold["sha256"]:
                raise ValueError(f"{gold['id']}: found another text; expected the annotated one, {gold['sha256']}")
            yield Annotated(gold, found)


def _text(row: Row, gold: Row, settings: Settings) -> Extraction:
    outlet = row.get("outlet") or row.get("source")
    return read(replace(article({**row, "date": gold["published"]}), outlet=outlet), settings)


def _example(gold: Row, settings: Settings) -> Extraction:
    (given,) = read_articles([str(Path(ROOT, "examples", f"{gold['id']}.txt"))], settings)
    if not isinstance(given, Article):
        raise TypeError(f"{gold['id']}: found {given}; expected an article")
    return read(given, settings)


def halves(module: Any, settings: Settings, *, misses: bool = False) -> Iterator[str]:
    """Give the report of both halves by a module that measures one; the misses only of the half that is tuned on."""
    for half in HALVES:
        score = module.measure(half, settings)
        yield f"{half} half"
        yield from module.report(score)
        if misses and half == "tuned":
            yield from (f"  {each}" for each in score.misses)
