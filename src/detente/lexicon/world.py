"""The directory: states, blocs, bodies and outlets, and every name under which a text may call them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from detente.errors import LexiconError
from detente.lexicon.own_world import per_world, rows
from detente.lexicon.tables import TABLES, Row
from detente.text import fold

Use = Literal["name", "adjective", "people", "capital"]
KnownType = Literal["state", "bloc", "government", "party", "organisation", "outlet", "place", "group"]
_BODIES = ("state", "bloc", "organisation")
_MOST_CAPITALS = 6
_ENGLISH = "en"
_ABROAD = "names."


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the directory. ``represents`` is the state or bloc for which it speaks, ``within`` where it lies."""

    id: str
    name: str
    type: KnownType
    represents: str | None = None
    regions: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a known actor, and what it names: him, what is his, his people, or the place where he sits.

    ``exact`` is set for short forms in capitals (US, WHO), which must stand in the text in just this form. ``since``
    and ``until`` bound the years in which a former name was in use.
    """

    known: Known
    text: str
    use: Use
    exact: bool
    since: str | None = None
    until: str | None = None


def words(name: str) -> tuple[str, ...]:
    """Give the words of a name in the form in which names are compared.

    >>> words("Côte d'Ivoire"), words("U.S.")
    (('cote', 'd', 'ivoire'), ('us',))
    """
    return tuple(word for word in re.split(r"[^\w+&/]+", fold(name).replace(".", "")) if word)


@per_world
def directory() -> Mapping[str, Known]:
    """Give every actor of the directory by id."""
    found: dict[str, Known] = {}
    for name in _all():
        found.setdefault(name.known.id, name.known)
    return found


@per_world
def words_of_names() -> frozenset[str]:
    """Give the words of which the names of states, blocs and organisations are made, in small letters."""
    bodies = (key for key, found in names().items() if any(name.known.type in _BODIES for name in found))
    return frozenset(word for key in bodies for word in key)


@per_world
def names(language: str = _ENGLISH) -> Mapping[tuple[str, ...], tuple[Name, ...]]:
    """Give every name by its words; a name may be that of several.

    Of another language than English, the states' names in it come first.
    """
    found: dict[tuple[str, ...], list[Name]] = {}
    for name in (*_abroad(language), *_all()):
        key = words(name.text)
        if key and not any(other.known.id == name.known.id for other in found.get(key, ())):
            found.setdefault(key, []).append(name)
    return {key: tuple(each) for key, each in found.items()}


def names_abroad(text: str) -> tuple[Name, ...]:
    """Give what a name means in languages other than English.

    >>> [name.known.id for name in names_abroad("Países Bajos")]
    ['NLD']
    """
    key = words(text)
    some = (name for table in TABLES if table.startswith(_ABROAD) for name in _abroad(table.removeprefix(_ABROAD)))
    return tuple(name for name in some if words(name.text) == key)


@per_world
def names_of(actor: str) -> tuple[str, ...]:
    """Give all names, adjectives included, of one actor."""
    return tuple(name.text for name in _all() if name.known.id == actor and name.use != "capital")


def capital_of(text: str) -> Known | None:
    """Give the state whose capital bears this name: "Buenos Aires"."""
    found = names().get(words(text), ())
    return next((name.known for name in found if name.use == "capital" and name.known.type == "state"), None)


@per_world
def beginnings() -> frozenset[tuple[str, ...]]:
    """Give the first words of all names, so that a reader knows when to go on."""
    return frozenset(key[:n] for key in names() for n in range(1, len(key) + 1))


@per_world
def _all() -> tuple[Name, ...]:
    return tuple(_names())


def _bodies() -> Iterator[dict[str, str]]:
    yield from rows("organisations")
    yield from rows("bodies")


def _names() -> Iterator[Name]:
    states = {row["id"]: _state(row) for row in rows("states")}
    bodies = {row["id"]: _body(row) for row in _bodies()}
    yield from _seats("context", states | bodies)
    for row in rows("states"):
        yield from _of_state(states[row["id"]], row)
    for row in rows("former_names"):
        yield from _of_state(states[row["id"]], row)
    for row in _bodies():
        yield from _named(bodies[row["id"]], (row["name"], *_list(row["aliases"])))
    yield from _seats("plain", states | bodies)
    for row in rows("outlets"):
        known = Known(row["id"], row["name"], "outlet")
        yield from _named(known, (row["name"], *_list(row["aliases"])))
    for row in rows("places"):
        known = Known(row["id"], row["name"], "place", within=row["state"] or None)
        yield from _named(known, (row["name"], *_list(row["aliases"])))
        yield from _named(known, _list(row["adjectives"]), "adjective")


def _state(row: Row) -> Known:
    dates = row["since"] or None, row["until"] or None
    return Known(row["id"], row["name"], "state", None, _list(row["regions"]), *dates)


def _body(row: Row) -> Known:
    if row["type"] not in get_args(KnownType):
        raise LexiconError(f"organisations.csv: {row['id']}: unknown type {row['type']!r}")
    kind: KnownType = row["type"]  # type: ignore[assignment]
    return Known(row["id"], row["name"], kind, row["represents"] or None)


def _of_state(state: Known, row: Row) -> Iterator[Name]:
    """Give a state's names of one row; those of ``former_names.csv`` keep their years."""
    adjectives = _list(row["adjectives"])
    people = _list(row["people"]) or tuple(f"{adjective}s" for adjective in adjectives)
    former = {} if "capitals" in row else {"since": row["since"] or None, "until": row["until"] or None}
    yield from _named(state, (row["name"], *_list(row.get("aliases", ""))), "name", former)
    yield from _named(state, adjectives, "adjective", former)
    yield from _named(state, people, "people", former)
    yield from _named(state, _list(row.get("capitals", "")), "capital")


def _seats(reading: str, known: Mapping[str, Known]) -> Iterator[Name]:
    """Give the names of seats of power: by context as capitals are read, plain ones as names."""
    own: dict[str, Known] = {}
    for row in rows("seats"):
        new = Known(row["id"], row["name"], "government", row["represents"])
        actor = known.get(row["id"]) or own.setdefault(row["id"], new)
        if row["reading"] == reading:
            use: Use = "capital" if reading == "context" else "name"
            yield from _named(actor, (row["name"], *_list(row["aliases"])), use)


def _abroad(language: str) -> Iterator[Name]:
    if f"{_ABROAD}{language}" in TABLES:
        states = {row["id"]: _state(row) for row in rows("states")}
        for row in rows(f"{_ABROAD}{language}"):
            yield from _of_state(states[row["id"]], row)


def _named(
    known: Known, texts: tuple[str, ...], use: Use = "name", years: Mapping[str, str | None] | None = None
) -> Iterator[Name]:
    for text in texts:
        plain = text.replace(".", "")
        yield Name(known, text, use, plain.isupper() and len(plain) <= _MOST_CAPITALS, **(years or {}))


def _list(field: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in field.split(";") if item.strip())
