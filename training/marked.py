"""Sentences of real texts in which somebody marked who is for or against what: ``marked.jsonl``.

Ids, digests and places (code points, end exclusive); the texts lie in the folder ``texts`` below ``DETENTE_SHARED``.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.documents import Document
from detente.documents.attitudes import SIDES, within
from detente.documents.windows import windows
from detente.settings import Settings
from detente.text import Span
from evaluate.shared import rows, shared
from training.examples import document
from training.passages import Example, inside

MARKED = Path(__file__).with_name("marked.jsonl")
_ROLES = ("holder", "cue", "object")


def marked(settings: Settings) -> Iterator[Example]:
    """Give the sentences; raise ``ValueError`` where a text is not the one that was marked."""
    gold = [json.loads(line) for line in MARKED.read_text("utf-8").splitlines()]
    for name in sorted({row["texts"] for row in gold}):
        texts = {row["id"]: row for row in rows(shared() / "texts" / f"{name}.jsonl.gz")}
        for row in (each for each in gold if each["texts"] == name):
            text = texts[row["id"]]["text"]
            if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
                raise ValueError(f"{row['id']}: found another text; expected the marked one, {row['sha256']}")
            yield from _of(document({"id": row["id"], "text": text}, settings), row["sentences"])


def _of(made: Document, sentences: list[dict[str, Any]]) -> Iterator[Example]:
    told = {each["span"][0]: [_tokens(made, stance) for stance in each["stances"]] for each in sentences}
    for window in windows(made):
        for sentence in within(window, made):
            if (stances := told.get(sentence.span.start)) is not None:
                yield Example(window, sentence, tuple(inside(sentence, stances)))


def _tokens(made: Document, stance: dict[str, Any]) -> tuple[int, list[list[int]]]:
    roles = [[i for start, end in stance[name] for i in made.tree.within(Span(start, end))] for name in _ROLES]
    return SIDES.index(stance["side"]), roles
