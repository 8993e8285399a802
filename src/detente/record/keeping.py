"""Keeping one reading: from what the pipeline prints to rows, and from the rows back to the very same object."""

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from detente.articles import notice
from detente.record import deriving, fulltext, sketches
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
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NO_CLAIMS = ("article", "text", "times", "actors")


def find(connection: sa.Connection, article: str, sha256: str, read: Version) -> int | None:
    """Give the number of the reading of this article, in this version, by these versions; None where there is none.

    An article whose text is erased is not read again: its last reading, without words, is what there is.
    """
    asked = {"of_article": article, "sha256": sha256, **read._asdict()}
    number = connection.execute(_READ, asked).scalar()
    return number if number is not None else connection.execute(_ERASED, asked).scalars().first()


def insert(connection: sa.Connection, printed: Mapping[str, Any], read: Version, now: str) -> int:
    """Keep a reading, and its article where that is new; give the reading's number."""
    article = printed["article"]
    versions = connection.execute(_VERSIONS, {"of_article": article["id"]}).all()
    number, published = next(
        ((row.number, row.published) for row in versions if row.sha256 == article["sha256"]),
        (None, article["published"]),
    )
    later = [row.number for row in versions if number is not None and row.number > number]
    if number is None:
        row = {name: article[name] for name in _ARTICLE}
        row |= {"extras": _json(article["extras"]), "text": printed["text"], "recorded_at": now}
        row |= _notice(printed["text"])
        number = _new(connection, _ARTICLES, row)
        sketches.keep(connection, number, printed["text"])
        folded = searched(row["title"], row["text"])
        connection.execute(_WORDS, {"article": number, "folded": folded})
        fulltext.add(connection, number, folded)
    if versions and not later:
        connection.execute(_SUPERSEDE, {"of_article": article["id"], "now": now})
    row = {"superseded_at": now if later else None}
    row |= {**read._asdict(), "article": number, "times": _json(printed["times"]), "recorded_at": now}
    row |= {name: article[name] for name in _LANGUAGE} | {"kinds": _json(kinds(printed))}
    reading = _new(connection, _READINGS, row)
    _insert_actors(connection, reading, printed, published)
    _insert_claims(connection, reading, printed)
    return reading


def _notice(text: str) -> dict[str, str | None]:
    """Give what a version of an article says of itself, and where."""
    said = notice(text)
    return {"notice": said.kind, "notice_span": _json(said.span)} if said else {"notice": None, "notice_span": None}


def _statements() -> tuple[sa.Select[Any], sa.Select[Any], sa.Select[Any], sa.Update]:
    """Make the statements that every reading needs, once: making one takes longer than running it."""
    article: sa.BindParameter[str] = sa.bindparam("of_article")
    of_article = articles.c.id == article
    read = sa.select(readings.c.number).join(articles, articles.c.number == readings.c.article)
    read = read.where(of_article, articles.c.sha256 == sa.bindparam("sha256"))
    same = (readings.c[name] == sa.bindparam(name) for name in Version._fields)
    erased = read.where(articles.c.erased_at.is_not(None)).order_by(readings.c.number.desc())
    versions = sa.select(articles.c.number, articles.c.sha256, articles.c.published).where(of_article)
    mine = readings.c.article.in_(sa.select(articles.c.number).where(of_article))
    supersede = readings.update().where(mine, readings.c.superseded_at.is_(None))
    return read.where(*same), erased, versions, supersede.values(superseded_at=sa.bindparam("now"))


_READ, _ERASED, _VERSIONS, _SUPERSEDE = _statements()
_ARTICLES, _WORDS, _READINGS, _ACTORS, _PARTS = (
    table.insert() for table in (articles, article_words, readings, actors, claim_actors)
)
_CLAIMS = claims.insert().returning(claims.c.number, sort_by_parameter_order=True)


def _insert_actors(connection: sa.Connection, reading: int, printed: Mapping[str, Any], published: str | None) -> None:
    known = printed["actors"]
    of, held = deriving.derived(printed["article"]["id"], published, known, printed.get("tenures", ()))
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
        connection.execute(_ACTORS, rows)
    deriving.keep_offices(connection, {reading: held})


def _insert_claims(connection: sa.Connection, reading: int, printed: Mapping[str, Any]) -> None:
    bodies = [(kind, place, body) for kind in kinds(printed) for place, body in enumerate(printed[kind])]
    if not bodies:
        return
    numbers = connection.execute(_CLAIMS, [_claim(reading, *each) for each in bodies]).scalars().all()
    represents = {actor["id"]: actor["represents"] for actor in printed["actors"]}
    numbered = [(number, kind, body) for number, (kind, _, body) in zip(numbers, bodies, strict=True)]
    deriving.keep_sides(connection, numbered, represents)
    together = [
        {"claim": number, "role": role, "actor": actor} for number, _, body in numbered for role, actor in parts(body)
    ]
    if together:
        connection.execute(_PARTS, together)


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


def _new(connection: sa.Connection, insert: sa.Insert, row: Mapping[str, Any]) -> int:
    key = connection.execute(insert, row).inserted_primary_key
    assert key is not None  # noqa: S101 - every table that is numbered gives a number
    return int(key[0])


def _json(value: Any) -> str:
    return _ENCODE(value)
