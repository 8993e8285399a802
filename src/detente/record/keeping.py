"""Keeping readings: whether one is there, and from its rows back to the very same object that was printed."""

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from detente.record.tables import actors, articles, claims, readings
from detente.record.verdicts import NO_VERDICTS, Verdicts
from detente.versions import Version

ARTICLE = (
    "id",
    "source",
    "outlet",
    "title",
    "published",
    "published_from",
    "sha256",
    "url",
    "encoding",
    "encoding_from",
)
LANGUAGE = ("language", "language_certain")
ACTOR = ("id", "name", "type", "linked", "represents")
_BEFORE = ARTICLE.index("sha256")
_NO_CLAIMS = ("article", "text", "times", "actors")


def find(connection: sa.Connection, article: str, sha256: str, read: Version) -> int | None:
    """Give the number of the last reading of this article, in this version, where these versions made it; else None.

    What they read before others did is read by them once more, so that it counts again. An article whose text is
    erased is not: its last reading, without words, is what there is.
    """
    last = connection.execute(_LAST, {"of_article": article, "sha256": sha256}).first()
    if last is None or not (last.erased_at or Version(*last[2:]) == read):
        return None
    number: int = last.number
    return number


_LAST = sa.select(readings.c.number, articles.c.erased_at, *(readings.c[name] for name in Version._fields))
_LAST = _LAST.join(articles, articles.c.number == readings.c.article).order_by(readings.c.number.desc()).limit(1)
_LAST = _LAST.where(articles.c.id == sa.bindparam("of_article"), articles.c.sha256 == sa.bindparam("sha256"))
"""Made once: making a statement takes longer than running it."""


def show(connection: sa.Connection, reading: int, verdicts: Verdicts = NO_VERDICTS) -> dict[str, Any]:
    """Put together again what was printed, with its members in the same order; with verdicts, as they are judged."""
    names = [articles.c[name] for name in (*ARTICLE, "extras", "text")]
    names += [readings.c[name] for name in (*LANGUAGE, "kinds", "times")]
    query = sa.select(*names).join(readings, readings.c.article == articles.c.number)
    kept = connection.execute(query.where(readings.c.number == reading)).mappings().one()
    known = connection.execute(sa.select(actors).where(actors.c.reading == reading).order_by(actors.c.place)).mappings()
    bodies: dict[str, list[Any]] = {kind: [] for kind in json.loads(kept["kinds"])}
    query = sa.select(claims.c.kind, claims.c.number, claims.c.body).where(claims.c.reading == reading)
    for kind, number, body in connection.execute(query.order_by(claims.c.place)):
        bodies[kind] += verdicts.shown([(number, json.loads(body))])
    order = (*ARTICLE[:_BEFORE], *LANGUAGE, *ARTICLE[_BEFORE:])
    return {
        "article": {name: kept[name] for name in order} | {"extras": json.loads(kept["extras"])},
        "text": kept["text"],
        "times": json.loads(kept["times"]),
        "actors": [
            {name: actor[name] for name in ACTOR} | {"mentions": json.loads(actor["mentions"])} for actor in known
        ],
        **bodies,
    }


def kinds(printed: Mapping[str, Any]) -> list[str]:
    """Give the kinds of claims that were looked for."""
    return [name for name in printed if name not in _NO_CLAIMS]
