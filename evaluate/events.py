"""Events: code the event between a given source and target, on the code path of ``detente read``."""

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from detente.articles import Article
from detente.claims import coded
from detente.documents import Document, Mention, annotate, branch_of
from detente.settings import Settings
from detente.text import Span

SOURCE, TARGET = "given/source", "given/target"


def predict(row: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """Give the PLOVER type of the event between source and target; None where none is found."""
    article = Article(id=row["id"], source="gold", text=row["text"])
    return {"id": row["id"], "root": root(with_given(annotate(article, settings), row))}


def with_given(document: Document, row: dict[str, Any]) -> Document:
    """Make the given words mentions of two actors; those that the document finds under them give way."""
    given = [
        mention
        for name, actor in (("source", SOURCE), ("target", TARGET))
        for span in _spans(row, name)
        if (mention := _mention(document, span, actor))
    ]
    kept = [each for each in document.mentions if not any(each.span.meets(new.span) for new in given)]
    return replace(document, mentions=tuple(sorted((*kept, *given))))


def _spans(row: dict[str, Any], name: str) -> Iterator[Span]:
    spans = [Span(*span) for span in row.get(f"{name}_spans") or ()]
    if not spans and (start := row["text"].find(row[name])) >= 0:
        spans = [Span(start, start + len(row[name]))]
    yield from spans


def _mention(document: Document, span: Span, actor: str) -> Mention | None:
    tokens = document.tree.within(span)
    if not tokens:
        return None
    outside = [i for i in tokens if document.tree[i].head not in tokens or document.tree[i].head == i]
    nouns = [i for i in outside if document.tree[i].pos in ("NOUN", "PROPN", "PRON", "ADJ")]
    return Mention(span, (nouns or outside or list(tokens))[0], "name", (actor,), "given")


def root(document: Document) -> str | None:
    """Give the type of the event that best joins the two."""
    best = coded(document, SOURCE, TARGET)
    return best.type if best else None


def predict_folds(golden: Sequence[dict[str, Any]], folds: int, settings: Settings) -> list[dict[str, Any]]:
    """Predict every row with a branch that is learned from the other folds and from our own sentences."""
    branch, learning, pairs = map(
        importlib.import_module, ("training.branch", "training.pair_learning", "training.pairs")
    )
    known = [pairs.of_row(row, settings) for row in golden]
    ours = list(pairs.own(pairs.OWN, settings))
    found: dict[int, dict[str, Any]] = {}
    for fold in range(folds):
        data = [pair for n, pair in enumerate(known) if pair and n % folds != fold]
        with branch_of(learning.trained([*data, *ours], learning.minilm(), branch.Plan())):
            found |= {n: predict(row, settings) for n, row in enumerate(golden) if n % folds == fold}
    return [found[n] for n in range(len(golden))]
