"""Random damage to real text: what carelessness, conversion and malice do to quotation marks and lines."""

import random
from collections.abc import Callable

MARKS = ("«", "»", "‹", "›", "“", "”", "‟", "„", '"', "＂", "'", "‘", "’", "‛", "``", "''", "`", "´", "′", "″")
BREAKS = ("\n", "\n\n", "\r\n", "\r", "\u2028", "\u0085", "\t", "\x0b", "\u00a0")
ODD = (
    "👩‍👩‍👦",
    "🇵🇪",
    "\u0301",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u202e",
    "\u0000",
    "\ud800",
    "ﬁ",
    "ß",
    "İ",
    "𝔘",
    "中",
    "א",
    "…",
    "—",
)
_QUOTES = "“«" + '"'
_SHARE = 0.8
_SINGLE = frozenset(MARKS)
SHORT = 700
"""Characters of a passage at most: short ones make many edits a minute."""

Edit = Callable[[random.Random, list[str]], None]


def passage(chance: random.Random, text: str, longest: int = SHORT) -> str:
    """Cut a piece out of a text, beginning with one of its lines, rather with one that holds a quotation."""
    lines = text.split("\n")
    quoting = [n for n, line in enumerate(lines) if any(mark in line for mark in _QUOTES)]
    first = chance.choice(quoting) if quoting and chance.random() < _SHARE else chance.randrange(len(lines))
    return "\n".join(lines[first : first + 12])[: chance.randint(1, longest)]


def edited(chance: random.Random, text: str) -> str:
    """Give a text after one to eight random edits."""
    letters = list(text)
    for _ in range(chance.randint(1, 8)):
        if letters:
            chance.choice(EDITS)(chance, letters)
    return "".join(letters)


def _mark(chance: random.Random, letters: list[str]) -> int:
    """Choose the place of a mark; any place where there is none."""
    places = [n for n, letter in enumerate(letters) if letter in _SINGLE]
    return chance.choice(places) if places else chance.randrange(len(letters))


def _drop(chance: random.Random, letters: list[str]) -> None:
    del letters[_mark(chance, letters)]


def _double(chance: random.Random, letters: list[str]) -> None:
    place = _mark(chance, letters)
    letters[place] *= chance.randint(2, 4)


def _restyle(chance: random.Random, letters: list[str]) -> None:
    letters[_mark(chance, letters)] = chance.choice(MARKS)


def _restyle_all(chance: random.Random, letters: list[str]) -> None:
    for n, letter in enumerate(letters):
        if letter in _SINGLE:
            letters[n] = chance.choice(MARKS)


def _insert(chance: random.Random, letters: list[str]) -> None:
    letters.insert(chance.randint(0, len(letters)), chance.choice(chance.choice((MARKS, BREAKS, ODD))))


def _swap(chance: random.Random, letters: list[str]) -> None:
    one, other = _mark(chance, letters), chance.randrange(len(letters))
    letters[one], letters[other] = letters[other], letters[one]


def _cut(chance: random.Random, letters: list[str]) -> None:
    start = chance.randrange(len(letters))
    del letters[start : start + chance.choice((1, 3, 40, len(letters)))]


def _copy(chance: random.Random, letters: list[str]) -> None:
    start = chance.randrange(len(letters))
    letters[start:start] = letters[start : start + 60]


def _carriage(chance: random.Random, letters: list[str]) -> None:  # noqa: ARG001 - every edit takes the same
    letters[:] = ["\r\n" if letter == "\n" else letter for letter in letters]


EDITS: tuple[Edit, ...] = (_drop, _double, _restyle, _restyle_all, _insert, _insert, _swap, _cut, _copy, _carriage)
