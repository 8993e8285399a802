"""Who a speaking pronoun is, in the form that the scorer takes, by the way that ``detente read`` goes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from detente.articles import Article
from detente.documents import Document
from detente.pipeline import read
from detente.settings import Settings
from evaluate.shared import Row, rows

ARTICLES = "polnear_train.jsonl"


def predict_all(golden: Iterable[Row], gold: Path, settings: Settings) -> Iterator[Row]:
    """Read each article of the gold once; give for every pronoun the name of the one for whom it stands.

    Of a row only the article's id and the pronoun's place are used; the articles lie beside the gold.
    """
    wanted: dict[str, list[int]] = {}
    for row in golden:
        wanted.setdefault(row["id"], []).append(row["start"])
    for row in rows(gold.parent / ARTICLES):
        if row["id"] in wanted:
            article = Article(id=row["id"], source="gold", text=row["text"], published=row.get("date"))
            document = read(article, settings).document
            for start in wanted[row["id"]]:
                yield {"id": row["id"], "start": start, "name": _name(document, start)}


def _name(document: Document, start: int) -> str | None:
    token = document.tree.at(start)
    actors = document.who(token) if token is not None else ()
    return document.actor[actors[0]].name if actors else None
