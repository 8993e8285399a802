"""Keeping one reading: from what the pipeline prints to rows, and from the rows back to the very same object."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from detente.record import deriving
from detente.record.columns import days, issue, parts
from detente.record.tables import actors, article_words, articles, claim_actors, claims, readings
from detente.record.verdicts import NO_VERDICTS, Verdicts
from detente.record.words import searched
from detente.text import fold
from detente.versions import Version

_ARTICLE = (
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
_BEFORE = _ARTICLE.index("sha256")
_LANGUAGE = ("language", "language_certain")
_ACTOR = ("id", "name", "type", "linked", "represents")
_NO_CLAIMS = ("article", "text", "times", "actors")


def find(connection: sa.Connection, article: str, sha256: str, read: Version) -> int | None:
    """Give the number of the reading of this article, in this version, by these versions; None where there is none."""
    query = sa.select(readings.c.number).join(articles, articles.c.number == readings.c.article)
    same = [getattr(readings.c, name) == value for name, value in read._asdict().items()]
    return connection.execute(query.where(articles.c.id == article, articles.c.sha256 == sha256, *same)).scalar()


def insert(connection: sa.Connection, printed: Mapping[str, Any], read: Version, now: str) -> int:
    """Keep a reading, and its article where that is new; give the reading's number."""
    article = printed["article"]
    same = sa.select(articles.c.number).where(articles.c.id == article["id"], articles.c.sha256 == article["sha256"])
    number = connection.execute(same).scalar()
    if number is None:
        row = {name: article[name] for name in _ARTICLE}
        row |= {"extras": _json(article["extras"]), "text": printed["text"], "recorded_at": now}
        number = _new(connection, articles, row)
        connection.execute(article_words.insert().values(article=number, folded=searched(row["title"], row["text"])))
    row = {"superseded_at": _supersede(connection, article["id"], number, now)}
    row |= {**read._asdict(), "article": number, "times": _json(printed["times"]), "recorded_at": now}
    row |= {name: article[name] for name in _LANGUAGE} | {"kinds": _json(kinds(printed))}
    reading = _new(connection, readings, row)
    _insert_actors(connection, reading, printed)
    _insert_claims(connection, reading, printed)
    return reading


def _supersede(connection: sa.Connection, article: str, version: int, now: str) -> str | None:
    """Note that another reading counts from now on; give when the new one is superseded: at once, if its text is."""
    same = sa.select(articles.c.number).where(articles.c.id == article)
    if (
        version
        != connection.execute(sa.select(sa.func.max(articles.c.number)).where(articles.c.id == article)).scalar()
    ):
        return now
    counting = (readings.c.article.in_(same), readings.c.superseded_at.is_(None))
    connection.execute(readings.update().where(*counting).values(superseded_at=now))
    return None


def _insert_actors(connection: sa.Connection, reading: int, printed: Mapping[str, Any]) -> None:
    known, article = printed["actors"], printed["article"]
    of, held = deriving.derived(article["id"], article["published"], known, printed.get("tenures", ()))
    numbers = deriving.numbered(connection, of.values())
    rows = [
        {
            **actor,
            "mentions": _json(actor["mentions"]),
            "many": len(actor["mentions"]),
            "guise": numbers[of[actor["id"]]],
            "reading": reading,
            "place": n,
            "folded": fold(actor["name"]),
        }
        for n, actor in enumerate(known)
    ]
    if rows:
        connection.execute(actors.insert(), rows)
    deriving.keep_offices(connection, {reading: held})


def _insert_claims(connection: sa.Connection, reading: int, printed: Mapping[str, Any]) -> None:
    bodies = [(kind, place, body) for kind in kinds(printed) for place, body in enumerate(printed[kind])]
    if not bodies:
        return
    insert = claims.insert().returning(claims.c.number, sort_by_parameter_order=True)
    numbers = connection.execute(insert, [_claim(reading, *each) for each in bodies]).scalars().all()
    together = [
        {"claim": number, "role": role, "actor": actor}
        for number, (_, _, body) in zip(numbers, bodies, strict=True)
        for role, actor in parts(body)
    ]
    if together:
        connection.execute(claim_actors.insert(), together)


def _claim(reading: int, kind: str, place: int, body: Mapping[str, Any]) -> dict[str, Any]:
    first, last = days(body)
    return {
        "reading": reading,
        "kind": kind,
        "id": body["id"],
        "place": place,
        "evidence": _json(body["evidence"]),
        "asserted_by": body["asserted_by"],
        "issue": issue(body),
        "first_day": first,
        "last_day": last,
        "body": _json(body),
    }


def show(connection: sa.Connection, reading: int, verdicts: Verdicts = NO_VERDICTS) -> dict[str, Any]:
    """Put together again what was printed, with its members in the same order; with verdicts, as they are judged."""
    names = [articles.c[name] for name in (*_ARTICLE, "extras", "text")]
    names += [readings.c[name] for name in (*_LANGUAGE, "kinds", "times")]
    query = sa.select(*names).join(readings, readings.c.article == articles.c.number)
    kept = connection.execute(query.where(readings.c.number == reading)).mappings().one()
    known = connection.execute(sa.select(actors).where(actors.c.reading == reading).order_by(actors.c.place)).mappings()
    bodies: dict[str, list[Any]] = {kind: [] for kind in json.loads(kept["kinds"])}
    query = sa.select(claims.c.kind, claims.c.number, claims.c.body).where(claims.c.reading == reading)
    for kind, number, body in connection.execute(query.order_by(claims.c.place)):
        bodies[kind] += verdicts.shown([(number, json.loads(body))])
    order = (*_ARTICLE[:_BEFORE], *_LANGUAGE, *_ARTICLE[_BEFORE:])
    return {
        "article": {name: kept[name] for name in order} | {"extras": json.loads(kept["extras"])},
        "text": kept["text"],
        "times": json.loads(kept["times"]),
        "actors": [
            {name: actor[name] for name in _ACTOR} | {"mentions": json.loads(actor["mentions"])} for actor in known
        ],
        **bodies,
    }


def kinds(printed: Mapping[str, Any]) -> list[str]:
    """Give the kinds of claims that were looked for."""
    return [name for name in printed if name not in _NO_CLAIMS]


def _new(connection: sa.Connection, table: sa.Table, row: Mapping[str, Any]) -> int:
    key = connection.execute(table.insert().values(**row)).inserted_primary_key
    assert key is not None  # noqa: S101 - every table that is numbered gives a number
    return int(key[0])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
