"""Made-up people, by state and term: the same for the same seed, a few of them in many articles and most in few."""

import random
from functools import cache
from itertools import product
from typing import NamedTuple

_BEGINNINGS = (
    "Ab",
    "Al",
    "Bel",
    "Bor",
    "Cal",
    "Dar",
    "El",
    "Fen",
    "Gal",
    "Hal",
    "Ib",
    "Jar",
    "Kal",
    "Lor",
    "Mar",
    "Nel",
    "Or",
    "Pel",
    "Quin",
    "Ros",
    "Sal",
    "Tar",
    "Ul",
    "Ver",
    "Yar",
    "Zel",
)
_MIDDLES = (
    "a",
    "e",
    "i",
    "o",
    "u",
    "an",
    "en",
    "in",
    "or",
    "ul",
    "av",
    "ed",
    "ik",
    "os",
)
_ENDINGS = (
    "ba",
    "dez",
    "fi",
    "go",
    "hal",
    "ko",
    "lund",
    "mi",
    "nov",
    "rez",
    "sen",
    "ti",
    "van",
    "wick",
    "za",
)
_GIVEN = (
    "ana",
    "bela",
    "cora",
    "davi",
    "elio",
    "fara",
    "gino",
    "hana",
    "ivor",
    "juna",
    "kelo",
    "lara",
    "milo",
    "nadi",
    "omar",
    "petra",
    "quim",
    "rhea",
    "sami",
    "tova",
)
CAST = 60
"""So many people speak for a state, or for none, in one term."""
TERM = 3
"""So many years, after which others speak for it."""


class Person(NamedTuple):
    """A made-up person's given name and surname."""

    given: str
    surname: str


def person(state: str, year: int, chance: random.Random, seed: int) -> Person:
    """Draw one of those who speak for a state in a year; the n-th is met about 1/n as often as the first."""
    rank = int((CAST + 1) ** chance.random()) - 1
    return _cast(state, year // TERM, seed)[rank]


@cache
def _cast(state: str, term: int, seed: int) -> tuple[Person, ...]:
    chance = random.Random(f"{seed} {state} {term}")  # noqa: S311 - drawn alike each time, not secret
    return tuple(Person(_given(chance), chance.choice(_surnames())) for _ in range(CAST))


def _given(chance: random.Random) -> str:
    return chance.choice(_GIVEN).title() + chance.choice(("", "", "na", "ro", "lin", "el"))


@cache
def _surnames() -> tuple[str, ...]:
    return tuple("".join(parts) for parts in product(_BEGINNINGS, _MIDDLES, _ENDINGS))
