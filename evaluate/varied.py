"""Variants of a reading: other people, other states, other days; every span still gives its words.

What is printed of an article is taken as it is and its words are exchanged, in text, names, ids and dates alike: people
of the article for made-up ones, states for others, days moved by whole weeks so that weekdays stay true.
"""

import datetime as dt
import hashlib
import random
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from math import exp, log
from typing import Any

from detente.lexicon import names
from detente.text import slug
from evaluate.people import person

_MONTHS = tuple(dt.date(2000, month, 1).strftime("%B") for month in range(1, 13))
_WEEKS = 52 * 20
_WEEKS_A_YEAR = 52.18
_KEPT = ("why", "kind", "extractor", "type", "mode", "language")
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_WORDED = rf"(?:{'|'.join(_MONTHS)}) \d{{1,2}}, \d{{4}}|\b(?:19|20)\d\d\b"

Printed = dict[str, Any]


@dataclass(frozen=True)
class _Changes:
    """What is exchanged: words of the text, ids of actors, and by how many weeks the days are moved.

    ``known`` are the fields that were exchanged already.
    """

    said: Mapping[str, str]
    ids: Mapping[str, str]
    weeks: int
    pattern: re.Pattern[str]
    known: dict[str, str] = field(default_factory=dict)

    def word(self, found: re.Match[str]) -> str:
        """Give what stands for some words."""
        words = found[0]
        if words in self.said:
            return self.said[words]
        if words.title() in self.said and words.isupper():
            return self.said[words.title()].upper()
        return self._date(words)

    def _date(self, words: str) -> str:
        if words.isdigit():
            return str(int(words) + round(self.weeks / _WEEKS_A_YEAR))
        if "," not in words:
            return words
        try:
            day = dt.datetime.strptime(words, "%B %d, %Y").date() + dt.timedelta(weeks=self.weeks)  # noqa: DTZ007
        except ValueError:
            return words
        return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"

    def text(self, given: str) -> str:
        """Exchange the words of a text."""
        return self.pattern.sub(self.word, given)

    def value(self, given: str) -> str:
        """Exchange what stands in a field: an id, a date, or words."""
        if given not in self.known:
            self.known[given] = self._value(given)
        return self.known[given]

    def _value(self, given: str) -> str:
        if given in self.ids:
            return self.ids[given]
        if _DAY.search(given):
            return _DAY.sub(self._moved, given)
        return self.text(given)

    def _moved(self, found: re.Match[str]) -> str:
        try:
            return (dt.date(*map(int, found.groups())) + dt.timedelta(weeks=self.weeks)).isoformat()
        except (ValueError, OverflowError):
            return found[0]


def varied(printed: Printed, number: int, seed: int) -> Printed:
    """Give the variant of this number: the same for the same reading, number and seed."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311 - drawn alike each time, not secret
    changes = _changes(printed, chance, seed)
    moved = _Offsets(printed["text"], changes)
    text = changes.text(printed["text"])
    about = {name: _field(name, value, changes, moved) for name, value in printed["article"].items()}
    about |= {"id": f"load/{number}", "source": f"load/{number}", "url": None, "extras": {}}
    about["sha256"] = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    rest = {
        name: _field(name, value, changes, moved) for name, value in printed.items() if name not in ("article", "text")
    }
    return {"article": about, "text": text, **rest}


def _changes(printed: Printed, chance: random.Random, seed: int) -> _Changes:
    actors = printed["actors"]
    states = _other_states({each["id"] for each in actors if each["type"] == "state"}, chance, seed)
    said = {words: other for state, target in states.items() for words, other in _state_words(state, target)}
    ids = dict(states)
    weeks = chance.randrange(-_WEEKS, 1)
    year = int((printed["article"]["published"] or "2021")[:4]) + round(weeks / _WEEKS_A_YEAR)
    for actor in actors:
        if actor["type"] == "person" and not actor["linked"] and " of " not in actor["name"]:
            names_, id_ = _person(actor, states.get, year, chance, seed)
            if id_ not in ids.values() and not said.keys() & names_.keys():
                said |= names_
                ids[actor["id"]] = id_
    longest = sorted(said, key=len, reverse=True)
    upper = [words.upper() for words in longest]
    pattern = "|".join([rf"(?<!\w)(?:{'|'.join(map(re.escape, [*longest, *upper]))})(?!\w)"] * bool(said) + [_WORDED])
    return _Changes(said, ids, weeks, re.compile(pattern))


def _person(
    actor: Mapping[str, Any], state_of: Callable[[str, str], str], year: int, chance: random.Random, seed: int
) -> tuple[dict[str, str], str]:
    """Give the words of a person's name with those of another's, and the id that he gets."""
    side = actor["represents"] or ""
    other = person(state_of(side, side), year, chance, seed)
    *given, surname = actor["name"].split()
    said = {surname: other.surname} | ({given[0]: other.given} if given and len(given[0]) > 1 else {})
    name = " ".join(said.get(word, word) for word in actor["name"].split())
    return said, f"person/{slug(name)}"


def _other_states(states: Iterable[str], chance: random.Random, seed: int) -> dict[str, str]:
    """Draw a state for each; the n-th of all is met about 1/(n + 2) as often as the first, and that 1 time in 16."""
    found: dict[str, str] = {}
    for state in sorted(states):
        if state in _by_state():
            drawn = _ranked(seed)[int(exp(chance.random() * log(len(_ranked(seed)) / 2.5)) * 2.5) - 2]
            free = drawn not in found.values()
            found[state] = drawn if free else chance.choice(sorted(set(_ranked(seed)) - set(found.values())))
    return found


@cache
def _ranked(seed: int) -> tuple[str, ...]:
    """Give the states in the order in which they are in the news."""
    states = sorted(_by_state())
    random.Random(seed).shuffle(states)  # noqa: S311 - drawn alike each time, not secret
    return tuple(states)


def _state_words(state: str, target: str) -> Iterator[tuple[str, str]]:
    theirs = _by_state()[target]
    for use, texts in _by_state()[state].items():
        if use in theirs:
            yield from ((text, theirs[use][0]) for text in texts)


@cache
def _by_state() -> Mapping[str, Mapping[str, list[str]]]:
    """Give the names of each state by their use, the usual one first."""
    found: dict[str, dict[str, list[str]]] = {}
    for each in (name for some in names().values() for name in some if name.known.type == "state"):
        if each.use in ("name", "adjective") and len(each.known.id) == len("PER"):
            found.setdefault(each.known.id, {}).setdefault(each.use, []).append(each.text)
            found[each.known.id][each.use].sort(key=lambda text, known=each.known: text != known.name)  # type: ignore[misc]
    return {state: uses for state, uses in found.items() if "name" in uses}


class _Offsets:
    """Where the characters of a text are after its words were exchanged."""

    def __init__(self, text: str, changes: _Changes) -> None:
        self._length = len(changes.text(text))
        edits = [(match.end(), len(changes.word(match)) - len(match[0])) for match in changes.pattern.finditer(text)]
        self._ends = [end for end, _ in edits]
        self._moved = [0, *accumulate(longer for _, longer in edits)]

    def of(self, offset: int) -> int:
        """Give the new place of an end or a beginning; within exchanged words, that of their beginning or so."""
        return min(offset + self._moved[bisect_right(self._ends, offset)], self._length)

    def span(self, start: int, end: int) -> list[int]:
        """Give the new place of a span; it never is empty."""
        first = min(self.of(start), self._length - 1)
        return [first, max(self.of(end), first + 1)]


def _field(name: str, value: Any, changes: _Changes, moved: _Offsets) -> Any:
    match value:
        case str():
            return value if name in _KEPT else changes.value(value)
        case [int() as start, int() as end] if not isinstance(start, bool):
            return moved.span(start, end)
        case {"start": int() as start, "end": int() as end}:
            first, last = moved.span(start, end)
            return {"start": first, "end": last, "value": changes.value(value["value"])}
        case dict():
            return {each: _field(each, inner, changes, moved) for each, inner in value.items()}
        case list():
            return [_field(name, inner, changes, moved) for inner in value]
    return value
