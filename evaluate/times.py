"""Times in the form that the scorer takes, by the way that ``detente read`` goes, and how fast their layer is alone."""

import time
from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from detente.articles import Article
from detente.documents import LAYERS, Document
from detente.pipeline import read
from detente.settings import Settings


def predict(row: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """Read one row of the gold (its id, text and day of publication only); give the line for the scorer."""
    return {"id": row["id"], "times": read(_article(row), settings).as_json()["times"]}


def texts_a_second(golden: Iterable[dict[str, Any]]) -> float:
    """Measure the layer of times alone in this process: texts a second of processor time, given the layers before."""
    settings = Settings(learned=False)
    before = list(takewhile(lambda each: each[0] != "times", LAYERS.items()))
    documents = []
    for row in golden:
        document = Document(_article(row))
        for _, layer in before:
            document = layer(document, settings)
        documents.append(document)
    for document in documents[:1]:  # the lexicon is loaded before the clock runs
        LAYERS["times"](document, settings)
    started = time.process_time()
    for document in documents:
        LAYERS["times"](document, settings)
    return len(documents) / max(time.process_time() - started, 1e-9)


def _article(row: dict[str, Any]) -> Article:
    return Article(id=row["id"], source="gold", text=row["text"], published=row.get("published"))
