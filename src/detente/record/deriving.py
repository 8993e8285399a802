"""Keeping what is derived of each reading beside it, which can be dropped and worked out anew: guises, holdings, sides.

They are worked out from one reading alone, by the same function when it is kept and when all are worked out again; so
neither the order of reading nor anything judged shows in them.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from detente.lexicon import left_out_of_names, titles_of_people
from detente.record.columns import parts
from detente.record.engines import changing
from detente.record.guises import Guise, Offices, guise, offices_of
from detente.record.portions import portions
from detente.record.tables import about, actors, articles, claim_sides, claims, guises, holdings, readings
from detente.text import fold

VERSION = "1"
"""Raised whenever ``guises.py`` gives something else for the same reading."""
_NAME = "derived"
_LANGUAGE = "en"
_PORTION = 200
_KNOWN = sa.select(guises.c.said, guises.c.number).where(guises.c.said.in_(sa.bindparam("said", expanding=True)))
_GUISES = guises.insert().returning(guises.c.number, sort_by_parameter_order=True)
_HOLDINGS, _SIDES = holdings.insert(), claim_sides.insert()


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
    if missing := [{"said": each} for each in said if each not in found]:
        numbers = connection.execute(_GUISES, missing).scalars()
        found |= {row["said"]: number for row, number in zip(missing, numbers, strict=True)}
    return {each: found[words] for words, each in said.items()}


def keep_offices(connection: sa.Connection, held: Mapping[int, Mapping[str, Offices]]) -> None:
    """Keep the offices in which readings show their persons."""
    rows = [
        {
            "reading": reading,
            "actor": actor,
            "office": office.name,
            "polity": office.polity,
            "first_day": days.first if days else None,
            "last_day": days.last if days else None,
        }
        for reading, of in held.items()
        for actor, offices in of.items()
        for office, days in offices.items()
    ]
    if rows:
        connection.execute(_HOLDINGS, rows)


def office_role(office: str) -> str:
    """Give the role by which a tenure is found by its office, however that is written."""
    return f"office {plain_office(office)}"


def plain_office(office: str) -> str:
    """Give an office's name for comparing."""
    return fold(office).replace("_", " ").replace("-", " ") if office != "governor-general" else office


def keep_sides(
    connection: sa.Connection, kept: Iterable[tuple[int, str, Mapping[str, Any]]], represents: Mapping[str, str | None]
) -> None:
    """Keep by whom the claims of a reading are found, each by its number, kind and body."""
    rows = []
    for number, kind, body in kept:
        found = list(parts(body))
        found += [(role, side) for role, actor in found if (side := represents.get(actor))]
        if kind == "tenures" and body["polity"] and body["office"]:
            found.append((office_role(body["office"]), body["polity"]))
        rows += [{"side": side, "kind": kind, "role": role, "claim": number} for role, side in dict.fromkeys(found)]
    if rows:
        connection.execute(_SIDES, rows)


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
    for reading, claimed in groupby(there, key=_reading):
        kept = [(row.number, row.kind, json.loads(row.body)) for row in claimed]
        keep_sides(connection, kept, {row["id"]: row["represents"] for row in known[reading]})
        tenures[reading] += [body for _, kind, body in kept if kind == "tenures"]
    of, held = {}, {}
    for number, article, published in connection.execute(query).all():
        of[number], held[number] = derived(article, published, known[number], tenures[number])
    numbers = numbered(connection, {each for found in of.values() for each in found.values()})
    rows = [
        {"of": number, "actor": row["id"], "many": many(row["mentions"]), "guise": numbers[of[number][row["id"]]]}
        for number in of
        for row in known[number]
    ]
    if rows:
        mine = (actors.c.reading == sa.bindparam("of"), actors.c.id == sa.bindparam("actor"))
        change = actors.update().where(*mine)
        connection.execute(change.values(many=sa.bindparam("many"), guise=sa.bindparam("guise")), rows)
    keep_offices(connection, held)


def _reading(row: Any) -> int:
    return int(row.reading)


def _said(each: Guise) -> str:
    return json.dumps(each, ensure_ascii=False, separators=(",", ":"))


def read_guise(said: str) -> Guise:
    """Give a guise as it was kept."""
    key, *rest = json.loads(said)
    return Guise(tuple(key), *rest)
