"""The record as views see it: every actor under the id of his identity, whatever his articles call him."""

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from detente.positions.identities import Identities
from detente.record import AT, Kept, KnownActor, Record, parts, renamed


class Identified:
    """What ``Record`` gives to views, told of identities: so ``same`` joins and ``different`` parts what they show."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.identities = Identities(record)
        self._renamed: dict[int, dict[str, str]] = defaultdict(dict)
        self._speak: dict[tuple[int, str], str] = {}
        self._called: dict[str, set[str]] = defaultdict(set)
        self._identities_of: dict[str, set[str]] = defaultdict(set)
        of = self.identities.of
        for unit in self.identities.units:
            id_ = of[unit.article, unit.id]
            if id_ != unit.id:
                self._renamed[unit.reading][unit.id] = id_
            self._called[id_].add(unit.id)
            self._identities_of[unit.id].add(id_)
            if unit.represents:
                self._speak[unit.reading, id_] = of.get((unit.article, unit.represents), unit.represents)

    def claims(self, *kinds: str, who: Collection[str] = (), roles: Collection[str] = ()) -> list[Kept]:
        """Find claims as ``Record.claims`` does, by the ids of identities and with these in their bodies."""
        if kinds == ("tenures",):
            return [kept for kept in self._tenures if not who or self._has(kept, who, roles)]
        called = {local for id_ in who for local in self._called.get(id_, (id_,))}
        found = self._identified(self._record.claims(*kinds, who=called, roles=roles))
        if all(self._identities_of.get(local, {local}) <= set(who) for local in called):
            return found
        return [kept for kept in found if self._has(kept, who, roles)]

    @cached_property
    def _tenures(self) -> list[Kept]:
        return self._identified(self.identities.tenures)

    def _identified(self, found: Iterable[Kept]) -> list[Kept]:
        return [
            replace(kept, body=renamed(kept.body, self._renamed[kept.reading]))
            if kept.reading in self._renamed
            else kept
            for kept in found
        ]

    def _has(self, kept: Kept, who: Collection[str], roles: Collection[str]) -> bool:
        """Say whether one of these, or who speaks for one in the article, has a part in a claim."""
        return any(
            actor in who or self._speak.get((kept.reading, actor)) in who for _, actor in parts(kept.body, roles)
        )

    @cached_property
    def actors(self) -> frozenset[KnownActor]:
        """Every identity under every name that articles give him."""
        of, speak = self.identities.of, self._speak
        return frozenset(
            KnownActor((id_ := of[unit.article, unit.id]), unit.name, unit.type, speak.get((unit.reading, id_)))
            for unit in self.identities.units
        )

    def name(self, id_: str) -> str | None:
        """Give the name of an identity; None where the record knows none of this id."""
        return self.identities.name(id_)

    def called(self, id_: str) -> Collection[str]:
        """Give the identities to which articles give this id."""
        return self._identities_of.get(id_, ())

    def of(self, words: str) -> str | None:
        """Give the identity of an actor of one article, named as ``ID@ARTICLE``; None where there is none."""
        actor, _, article = words.partition(AT)
        return self.identities.of.get((article, actor))

    def utterances(self, asserted: Collection[Kept]) -> dict[tuple[int, str], Mapping[str, Any]]:
        """Give the utterances in which these claims stand, by reading and id."""
        found = self._record.utterances(asserted)
        return {
            (reading, id_): renamed(body, self._renamed[reading]) if reading in self._renamed else body
            for (reading, id_), body in found.items()
        }

    def envoys(self, found: Collection[Kept], whom: str) -> set[tuple[int, str]]:
        """Give who stands for an identity in the articles of these claims, as reading and id."""
        readings = {kept.reading for kept in found}
        return {
            (reading, id_) for (reading, id_), spoken in self._speak.items() if spoken == whom and reading in readings
        }


_seen: "WeakKeyDictionary[Record, tuple[object, Identified]]" = WeakKeyDictionary()


def identified(record: Record) -> Identified:
    """Give the record as views see it; worked out anew only where something was read or judged since."""
    state = record.state()
    kept = _seen.get(record)
    if kept is None or kept[0] != state:
        with _without_collecting():
            kept = _seen[record] = (state, Identified(record))
    return kept[1]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let Python look for no cycles while many small records are made that have none; it would take half the time."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()
