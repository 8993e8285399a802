"""Words a second of every stage on one core, and the whole as a ratio to bare parsing of the same texts."""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from spacy.language import Language

from detente.articles import Article
from detente.claims import EXTRACTORS, Claims, extract_kind
from detente.documents import LAYERS, Document
from detente.documents.syntax import load, view
from detente.errors import ArticleError
from detente.settings import Settings
from evaluate.shared import rows

T = TypeVar("T")


class Speed(NamedTuple):
    """Seconds by stage, over so many words; ``bare`` is the parser alone, ``plain`` all but the learned layer."""

    words: int
    bare: float
    whole: float
    plain: float
    stages: dict[str, float]


def one_core() -> None:
    """Keep to one core, so that figures are those of one core, where the system lets us."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def measure(texts: Path, most: int) -> Speed:
    """Read up to ``most`` texts, each in all three ways before the next, so that a busy machine slows all alike."""
    settings, unlearned = Settings(), Settings(learned=False)
    nlp = load(settings.model)
    stages: dict[str, float] = dict.fromkeys((*LAYERS, *EXTRACTORS), 0.0)
    warm = Article(id="warm", source="warm", text="A first text, so that nothing is loaded while the clock runs.")
    _whole(warm, settings, stages.copy())
    bare = whole = plain = 0.0
    words = 0
    for n, row in enumerate(rows(texts)):
        if n >= most:
            break
        article = Article(
            id=row["id"], source=row["id"], text=row["text"], published=row.get("published") or row.get("date")
        )
        words += len(article.text.split())
        bare += _timed(partial(_parse, nlp, article.text))[0]
        plain += _timed(partial(_whole, article, unlearned, stages.copy()))[0]
        whole += _timed(partial(_whole, article, settings, stages))[0]
    return Speed(words, bare, whole, plain, stages)


def _whole(article: Article, settings: Settings, stages: dict[str, float]) -> None:
    """Read one article as ``detente read`` does, layer by layer and kind by kind, with a clock at each."""
    document, claims = Document(article), Claims()
    try:
        for name, layer in LAYERS.items():
            seconds, document = _timed(partial(layer, document, settings))
            stages[name] += seconds
    except ArticleError:
        return
    for kind in EXTRACTORS:
        seconds, claims = _timed(partial(extract_kind, document, claims, kind))
        stages[kind] += seconds


def _parse(nlp: Language, text: str) -> None:
    """Parse the text paragraph by paragraph, as the syntax layer does, and keep nothing."""
    for _ in nlp.pipe(view(line) for line in text.splitlines() if line.strip()):
        pass


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def report(speed: Speed) -> str:
    """Print one line a stage, and the ratio."""
    lines = [
        f"{stage:<14}{seconds / speed.whole:>7.1%}{1e6 * seconds / speed.words:>9.1f} µs a word"
        for stage, seconds in speed.stages.items()
    ]
    return "\n".join(
        [
            *lines,
            f"bare parsing  {speed.words / speed.bare:>9.0f} words a second",
            f"whole         {speed.words / speed.whole:>9.0f} words a second",
            f"unlearned     {speed.words / speed.plain:>9.0f} words a second",
            f"ratio         {speed.bare / speed.whole:>9.3f} of bare parsing, on one core, in one run",
            f"without what is learned {speed.bare / speed.plain:.3f}",
        ]
    )
