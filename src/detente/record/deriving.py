"""Keeping what is derived of each reading beside it, which can be dropped and worked out anew: guises, holdings, sides.

They are worked out from one reading alone, by the same function when it is kept and when all are worked out again; so
neither the order of reading nor anything judged shows in them.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from detente.lexicon import left_out_of_names, titles_of_people
from detente.record import bulk
from detente.record.columns import issue, parts
from detente.record.engines import changing
from detente.record.guises import Guise, Offices, guise, offices_of
from detente.record.portions import portions
from detente.record.tables import about, actors, articles, claim_sides, claims, guises, holdings, readings
from detente.text import fold

VERSION = "2"
"""Raised whenever something else is derived of the same reading."""
_NAME = "derived"
_LANGUAGE = "en"
_PORTION = 200
_KNOWN = sa.select(guises.c.said, guises.c.number).where(guises.c.said.in_(sa.bindparam("said", expanding=True)))
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
HOLDINGS = ("reading", "actor", "office", "polity", "first_day", "last_day")
_SIDES = ("side", "kind", "role", "claim", "issue", "about")


def derived(
    article: str, published: str | None, known: Sequence[Mapping[str, Any]], tenures: Iterable[Mapping[str, Any]]
) -> tuple[dict[str, Guise], dict[str, Offices]]:
    """Give the guises of a reading's actors, and the offices in which it shows them, by their ids."""
    held = offices_of(published, known, tenures)
    return {actor["id"]: guise(article, actor, held.get(actor["id"], {})) for actor in known}, held


def many(mentions: str) -> int:
    """Count the spans in JSON without reading it."""
    return max(mentions.count("[") - 1, 0)


def numbered(connection: sa.Connection, wanted: Iterable[Guise]) -> dict[Guise, int]:
    """Give the numbers of guises, kept where they are new."""
    said = {_said(each): each for each in wanted}
    found: dict[str, int] = {}
    for some in portions(sorted(said)):
        rows = connection.execute(_KNOWN, {"said": some})
        found |= {row.said: row.number for row in rows}
    missing = [each for each in said if each not in found]
    new = dict(zip(missing, bulk.reserve(connection, guises, len(missing)), strict=True))
    bulk.insert(connection, guises, ("said", "number"), new.items())
    found |= new
    return {each: found[words] for words, each in said.items()}


def held_rows(held: Mapping[int, Mapping[str, Offices]]) -> Iterator[bulk.Row]:
    """Give the rows, with the columns ``HOLDINGS``, of the offices in which readings show their persons."""
    for reading, of in held.items():
        for actor, offices in of.items():
            for office, days in offices.items():
                yield (reading, actor, *office, *(days or (None, None)))


def office_role(office: str) -> str:
    """Give the role by which a tenure is found by its office, however that is written."""
    return f"office {plain_office(office)}"


def plain_office(office: str) -> str:
    """Give an office's name for comparing."""
    return fold(office).replace("_", " ").replace("-", " ") if office != "governor-general" else office


def sides(number: int, kind: str, body: Mapping[str, Any], represents: Mapping[str, str | None]) -> Iterator[bulk.Row]:
    """Give by whom a claim is found, as rows for ``keep_sides``; beside them what it is about."""
    found = dict.fromkeys(parts(body))
    found |= dict.fromkeys((role, side) for role, actor in found if (side := represents.get(actor)))
    if kind == "tenures" and body["polity"] and body["office"]:
        found[office_role(body["office"]), body["polity"]] = None
    about = issue(body), fold(body["object"]["text"]) if kind == "stances" else None
    return ((side, kind, role, number, *about) for role, side in found)


def keep_sides(connection: sa.Connection, rows: Iterable[bulk.Row]) -> None:
    """Keep by whom claims are found, in the order of their key, which a database writes fastest."""
    bulk.insert(connection, claim_sides, _SIDES, sorted(rows, key=_key))


def forget_words(connection: sa.Connection, some: Sequence[int]) -> None:
    """Keep no words beside the sides of the claims of some readings; they are found without them."""
    query = sa.select(claims.c.number, claims.c.reading, claims.c.kind, claims.c.body)
    known: dict[int, dict[str, str | None]] = defaultdict(dict)
    for row in connection.execute(sa.select(actors).where(actors.c.reading.in_(some))):
        known[row.reading][row.id] = row.represents
    for number, reading, kind, body in connection.execute(query.where(claims.c.reading.in_(some))).all():
        for side, _, role, *_ in sides(number, kind, json.loads(body), known[reading]):
            mine = {"side": side, "kind": kind, "role": role, "claim": number}
            there = sa.and_(*(claim_sides.c[name] == value for name, value in mine.items()))
            connection.execute(claim_sides.update().where(there).values(about=None))


def _key(row: bulk.Row) -> bulk.Row:
    return row[:4]


def stamp() -> str:
    """Give by what guises are worked out: the version, and a digest of the words of names that it looks at."""
    seen = sorted(titles_of_people(_LANGUAGE)), sorted(left_out_of_names(_LANGUAGE))
    return f"{VERSION} {hashlib.sha256(repr(seen).encode()).hexdigest()[:10]}"


def prepare(engine: sa.Engine) -> None:
    """Work out what is derived anew, in one transaction, where another version of this program did it, or none."""
    with engine.connect() as connection:
        if _stamped(connection) == stamp():
            return
    with changing(engine) as connection:
        if _stamped(connection) != stamp():
            rebuild(connection)


def rebuild(connection: sa.Connection) -> None:
    """Drop all that is derived, and work it out from all readings."""
    connection.execute(actors.update().values(guise=None, many=None))
    for table in (holdings, guises, claim_sides):
        connection.execute(table.delete())
    numbers = connection.execute(sa.select(readings.c.number).order_by(readings.c.number)).scalars().all()
    for some in portions(list(numbers), _PORTION):
        _derive(connection, some)
    connection.execute(about.delete().where(about.c.name == _NAME))
    connection.execute(about.insert().values(name=_NAME, value=stamp()))


def _stamped(connection: sa.Connection) -> str | None:
    return connection.execute(sa.select(about.c.value).where(about.c.name == _NAME)).scalar()


def _derive(connection: sa.Connection, some: Sequence[int]) -> None:
    query = sa.select(readings.c.number, articles.c.id, articles.c.published)
    query = query.join(articles, articles.c.number == readings.c.article).where(readings.c.number.in_(some))
    known: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(sa.select(actors).where(actors.c.reading.in_(some))).mappings():
        known[row["reading"]].append(row)
    tenures: dict[int, list[Any]] = defaultdict(list)
    bodies = sa.select(claims.c.reading, claims.c.number, claims.c.kind, claims.c.body)
    there = connection.execute(bodies.where(claims.c.reading.in_(some)).order_by(claims.c.reading)).all()
    rows: list[bulk.Row] = []
    for reading, claimed in groupby(there, key=_reading):
        kept = [(row.number, row.kind, json.loads(row.body)) for row in claimed]
        represents = {row["id"]: row["represents"] for row in known[reading]}
        rows += (row for each in kept for row in sides(*each, represents))
        tenures[reading] += [body for _, kind, body in kept if kind == "tenures"]
    keep_sides(connection, rows)
    of, held = {}, {}
    for number, article, published in connection.execute(query).all():
        of[number], held[number] = derived(article, published, known[number], tenures[number])
    numbers = numbered(connection, {each for found in of.values() for each in found.values()})
    worn = [
        {"of": number, "actor": row["id"], "many": many(row["mentions"]), "guise": numbers[of[number][row["id"]]]}
        for number in of
        for row in known[number]
    ]
    if worn:
        mine = (actors.c.reading == sa.bindparam("of"), actors.c.id == sa.bindparam("actor"))
        change = actors.update().where(*mine)
        connection.execute(change.values(many=sa.bindparam("many"), guise=sa.bindparam("guise")), worn)
    bulk.insert(connection, holdings, HOLDINGS, list(held_rows(held)))


def _reading(row: Any) -> int:
    return int(row.reading)


def _said(each: Guise) -> str:
    return _ENCODE(each)


def read_guises(said: Sequence[str]) -> list[Guise]:
    """Give guises as they were kept."""
    return [Guise(tuple(key), *rest) for key, *rest in json.loads(f"[{','.join(said)}]")]
