"""The directory: states, blocs, bodies and outlets, and every name under which a text may call them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from detente.errors import LexiconError
from detente.lexicon.load import read_csv
from detente.text import fold

Use = Literal["name", "adjective", "people", "capital"]
KnownType = Literal["state", "bloc", "government", "party", "organisation", "outlet", "place", "group"]
_MOST_CAPITALS = 6


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
    """One name of a known actor, and what it names: him, what is his, his people, or his capital.

    ``exact`` is set for short forms in capitals (US, WHO), which must stand in the text in just this form.
    """

    known: Known
    text: str
    use: Use
    exact: bool


def words(name: str) -> tuple[str, ...]:
    """Give the words of a name in the form in which names are compared.

    >>> words("Côte d'Ivoire"), words("U.S.")
    (('cote', 'd', 'ivoire'), ('us',))
    """
    return tuple(word for word in re.split(r"[^\w+&/]+", fold(name).replace(".", "")) if word)


@cache
def directory() -> Mapping[str, Known]:
    """Give every actor of the directory by id."""
    return {name.known.id: name.known for name in _all()}


@cache
def names() -> Mapping[tuple[str, ...], tuple[Name, ...]]:
    """Give every name by its words; a name may be that of several."""
    found: dict[tuple[str, ...], list[Name]] = {}
    for name in _all():
        key = words(name.text)
        if key and not any(other.known is name.known for other in found.get(key, ())):
            found.setdefault(key, []).append(name)
    return {key: tuple(each) for key, each in found.items()}


@cache
def names_of(actor: str) -> tuple[str, ...]:
    """Give all names, adjectives included, of one actor."""
    return tuple(name.text for name in _all() if name.known.id == actor and name.use != "capital")


def capital_of(text: str) -> Known | None:
    """Give the state whose capital bears this name: "Buenos Aires"."""
    found = names().get(words(text), ())
    return next((name.known for name in found if name.use == "capital"), None)


@cache
def beginnings() -> frozenset[tuple[str, ...]]:
    """Give the first words of all names, so that a reader knows when to go on."""
    return frozenset(key[:n] for key in names() for n in range(1, len(key) + 1))


@cache
def _all() -> tuple[Name, ...]:
    return tuple(_names())


def _names() -> Iterator[Name]:
    yield from _states()
    for row in (*read_csv("world/organisations.csv"), *read_csv("world/bodies.csv")):
        if row["type"] not in get_args(KnownType):
            raise LexiconError(f"organisations.csv or bodies.csv: {row['id']}: unknown type {row['type']!r}")
        kind: KnownType = row["type"]  # type: ignore[assignment]
        known = Known(row["id"], row["name"], kind, row["represents"] or None)
        yield from _named(known, (row["name"], *_list(row["aliases"])))
    for row in read_csv("world/outlets.csv"):
        known = Known(row["id"], row["name"], "outlet")
        yield from _named(known, (row["name"], *_list(row["aliases"])))
    for row in read_csv("world/places.csv"):
        known = Known(row["id"], row["name"], "place", within=row["state"] or None)
        yield from _named(known, (row["name"], *_list(row["aliases"])))
        yield from _named(known, _list(row["adjectives"]), "adjective")


def _states() -> Iterator[Name]:
    for row in read_csv("world/states.csv"):
        state = Known(
            row["id"],
            row["name"],
            "state",
            None,
            _list(row["regions"]),
            row["since"] or None,
            row["until"] or None,
        )
        adjectives = _list(row["adjectives"])
        people = _list(row["people"]) or tuple(f"{adjective}s" for adjective in adjectives)
        yield from _named(state, (row["name"], *_list(row["aliases"])))
        yield from _named(state, adjectives, "adjective")
        yield from _named(state, people, "people")
        yield from _named(state, _list(row["capitals"]), "capital")


def _named(known: Known, texts: tuple[str, ...], use: Use = "name") -> Iterator[Name]:
    for text in texts:
        plain = text.replace(".", "")
        yield Name(known, text, use, exact=plain.isupper() and len(plain) <= _MOST_CAPITALS)


def _list(field: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in field.split(";") if item.strip())
