"""Utterances against gold attributions."""

from collections.abc import Mapping
from typing import Any

from detente.articles import Article
from detente.claims import as_json
from detente.pipeline import read
from detente.settings import Settings


def article(row: Mapping[str, Any]) -> Article:
    """Make an article of a row's text, date and title; its answers stay untouched."""
    return Article(
        id=row["id"], source=row["id"], text=row["text"], published=row.get("date") or None, title=row.get("title")
    )


def predict(row: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Give the row's attributions as ``detente read`` finds them, without those that another one relays."""
    found = read(article(row), settings).claims.utterances
    return {"id": row["id"], "attributions": [attribution(each) for each in found if each.within is None]}


def attribution(utterance: Any) -> dict[str, Any]:
    """Give source, cue and content of an utterance as the scorer takes them."""
    return {part: as_json(getattr(utterance, part)) for part in ("source", "cue", "content")}
