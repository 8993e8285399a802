"""What a load is asked: a draw of questions, the same for the same seed, about what its articles tell."""

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from detente.errors import UsageError
from detente.positions import actor, actors, find_happenings, meant, search, timeline, who
from detente.record import Record

Asking = Callable[[Record], object]
_PAGE = 20
"""So many events a page of them has, as a search has so many articles."""
_SPELLS = 50
"""So many spells of a position a page of a timeline has, as that of the command."""
_COMMON = 4  # letters of the words that are searched for, and more


class Taken(NamedTuple):
    """How long the questions of a kind took, in milliseconds: half, 95 of 100, and all of them no longer.

    ``busy`` is the time of this process's own processor that 95 of 100 took no longer than, which tells how much of it
    was waiting for a machine with other work.
    """

    kind: str
    asked: int
    half: float
    most: float
    longest: float
    busy: float


def askings(readings: Iterable[Mapping[str, Any]], chance: random.Random) -> Iterator[tuple[str, Asking]]:
    """Give the questions that each reading lets a user ask, by kind."""
    for printed in readings:
        published = printed["article"]["published"]
        for each in _one(printed["stances"], chance):
            yield from _stance(each, published)
        for each in _one([each for each in printed["tenures"] if each["polity"]], chance):
            yield "who", _asks(who, each["office"], each["polity"], published)
        for each in _one(printed["events"], chance):
            sides = list(dict.fromkeys([*each["actors"], *each["recipients"]]))
            if len(sides) > 1:
                yield "events", _asks(find_happenings, *chance.sample(sides, 2), limit=_PAGE)
        people = [each for each in printed["actors"] if each["type"] == "person"]
        for each in _one(people, chance):
            yield "actors", _asks(_actors, each["name"])
            yield "search", _asks(search, chance.choice(_words(printed)), actor=each["id"])
        yield "search", _asks(search, " ".join(chance.sample(_words(printed), 2)))


def _stance(body: Mapping[str, Any], published: str | None) -> Iterator[tuple[str, Asking]]:
    about = body["object"]
    if body["holder"] and about["actors"]:
        yield "timeline", _asks(timeline, body["holder"], about["actors"][0]["id"], limit=_SPELLS)
    if body["holder"] and about["issue"]:
        yield "position", _asks(timeline, body["holder"], about["issue"], published, limit=_SPELLS)


def as_of(moment: str, asked: Iterable[Asking]) -> list[Asking]:
    """Give the same questions, asked as of a moment of knowledge."""
    records: dict[int, Record] = {}

    def then(asking: Asking) -> Asking:
        return lambda record: asking(records.setdefault(id(record), record.as_of(moment)))

    return [then(each) for each in asked]


def _asks(view: Callable[..., object], *given: object, **named: object) -> Asking:
    return lambda record: view(record, *given, **named)


def _actors(record: Record, words: str) -> object:
    """Do what the command does: list those of the name, and tell all of the one, where one is meant."""
    found = actors(record, words)
    one = meant(record, words, found)
    return actor(record, one, limit=20) if one else found


def _words(printed: Mapping[str, Any]) -> list[str]:
    return [word for word in dict.fromkeys(printed["text"].split()) if word.isalpha() and len(word) >= _COMMON]


def _one(some: list[Any], chance: random.Random) -> list[Any]:
    return [chance.choice(some)] if some else []


def ask(record: Record, drawn: Mapping[str, list[Asking]]) -> Iterator[Taken]:
    """Ask everything, kind by kind, in one open record."""
    for kind, some in drawn.items():
        wall, busy = (sorted(each) for each in zip(*(_timed(record, asking) for asking in some), strict=True))
        last = int(0.95 * (len(some) - 1))
        yield Taken(kind, len(some), wall[len(some) // 2], wall[last], wall[-1], busy[last])


def _timed(record: Record, asking: Asking) -> tuple[float, float]:
    started, used = time.perf_counter(), time.process_time()
    with suppress(UsageError):  # a name that may mean several is an answer too
        asking(record)
    return 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - used)
