"""What the pair branch learns from: PLV's rows, and our own sentences in ``training/events.tsv``."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from detente.articles import Article
from detente.documents import Document, annotate, pairs
from detente.settings import Settings
from evaluate.events import SOURCE, TARGET, with_given
from training.branch import Pair, as_tensors

OWN = Path(__file__).parent / "events.tsv"
NONE, YIELD = "NONE", "YIELD"
WEIGHT = 0.5
"""What a sentence of ours weighs against one of PLV, which was drawn from real texts."""
_MERGED = {"CONCEDE": YIELD, "RETREAT": YIELD}
_MARK = re.compile(r"\[(?P<side>[ST]) (?P<words>[^\[\]]+)\]")


def of_row(row: dict[str, Any], settings: Settings) -> Pair | None:
    """Give the pair of a row of PLV; None where source or target is not found in its text."""
    document = with_given(annotate(Article(id=row["id"], source="gold", text=row["text"]), settings), row)
    tokens = {
        actor: [i for each in document.mentions if each.actors == (actor,) for i in document.tree.within(each.span)]
        for actor in (SOURCE, TARGET)
    }
    return _pair(document, tokens[SOURCE], tokens[TARGET], row["gold_root"])


def own(path: Path, settings: Settings) -> Iterator[Pair]:
    """Give the pairs of our own sentences; the head of the file says what its fields are."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, _, _, marked = line.split("\t")
        text, spans = _unmarked(marked)
        if set(spans) != {"S", "T"}:
            raise ValueError(f"{path}:{number}: found the marks {sorted(spans)}; expected one [S ...] and one [T ...]")
        document = annotate(Article(id=str(number), source="own", text=text), settings)
        sides = [
            [t.i for t in document.tree.tokens if t.start < end and start < t.end] for start, end in spans.values()
        ]
        by_side = dict(zip(spans, sides, strict=True))
        pair = _pair(document, by_side["S"], by_side["T"], kind)
        if pair:
            yield pair


def _unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    text, spans, last = "", {}, 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        spans[found["side"]] = len(text), len(text) + len(found["words"])
        text += found["words"]
        last = found.end()
    return text + marked[last:], spans


def _pair(document: Document, ones: Iterable[int], others: Iterable[int], kind: str) -> Pair | None:
    asked = pairs.asked(document, ones, others)
    if asked is None:
        return None
    states, marks = as_tensors(np.asarray(asked.states), asked.marks)
    return Pair(states, marks, _MERGED.get(kind, kind))
