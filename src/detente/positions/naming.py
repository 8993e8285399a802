"""Whom and what a question means: "PER", "Peru", a person's surname, "sanctions on Venezuela"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.errors import UsageError
from detente.lexicon import directory, names, names_abroad
from detente.lexicon import words as name_words
from detente.record import Record
from detente.text import fold

_BETWEEN = re.compile(r" (?:on|against|towards?|with|in|of|about|regarding|to) ")
_CODE = re.compile(r"[A-Z]{3}$")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor that a question means: his id, the name to print, and whether the record knows him."""

    id: str
    name: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: an actor, an issue or words, or both ("sanctions on Venezuela")."""

    name: str
    actor: Named | None
    issue: str | None = None


class Directory:
    """The actors of a record, for finding whom a name means."""

    def __init__(self, record: Record) -> None:
        self._actors = record.actors()
        self._names: dict[str, set[str]] = {}
        for actor in self._actors:
            self._names.setdefault(actor.id, set()).add(actor.name)
        tenures = record.claims("tenures")
        self._polities = {
            (kept.body["person"], kept.body["polity"])
            for kept in tenures
            if kept.body["person"] and kept.body["polity"]
        }

    def find(self, words: str) -> Named | None:
        """Find the one actor meant, by id, name or part of a name; raise ``UsageError`` where it may be several."""
        for step in self._steps(words):
            if found := sorted(set(step)):
                if len(found) > 1:
                    raise UsageError(f"{words!r} may be {', '.join(found)}; expected one of these")
                return Named(found[0], self.name(found[0]), known=found[0] in self._names)
        return Named(words, words, known=False) if _CODE.match(words) else None

    def _steps(self, words: str) -> Iterator[list[str]]:
        """Give the ids of those whom the words may mean, the surest first."""
        yield [id_ for id_ in self._names if fold(id_) == fold(words)]
        yield [id_ for id_ in directory() if fold(id_) == fold(words)]
        wanted = fold(words).removeprefix("the ")
        named = [actor for actor in self._actors if fold(actor.name).removeprefix("the ") == wanted]
        yield [actor.id for actor in named if actor.type == "state"]
        yield [name.known.id for name in names().get(name_words(words), ()) if name.use == "name"]
        yield [actor.id for actor in named]
        yield [name.known.id for name in names_abroad(words) if name.use == "name"]
        yield [actor.id for actor in self._actors if set(wanted.split()) <= set(fold(actor.name).split())]

    def name(self, id_: str) -> str:
        """Give the fullest name of an actor, whatever the order in which the articles were read."""
        if id_ in directory():
            return directory()[id_].name
        return max(self._names.get(id_, {id_}), key=lambda name: (len(name), name))

    def stands_for(self, id_: str) -> frozenset[str]:
        """Give those whom a claim about this actor also concerns: himself, and for an office holder his state."""
        spoken = {actor.represents for actor in self._actors if actor.id == id_ and actor.represents}
        return frozenset({id_, *spoken, *(polity for person, polity in self._polities if person == id_)})

    def state(self, id_: str) -> str:
        """Give the state or bloc for which an actor stands, else the actor himself."""
        return min(self.stands_for(id_) - {id_}, default=id_)

    def with_envoys(self, id_: str) -> frozenset[str]:
        """Give an actor and all who stand for him."""
        everyone = {actor.id for actor in self._actors} | {person for person, _ in self._polities}
        return frozenset({id_, *(each for each in everyone if id_ in self.stands_for(each))})

    def about(self, words: str) -> About:
        """Take a question's object apart into actor and issue."""
        if actor := self.find(words):
            return About(actor.name, actor)
        for match in reversed(list(_BETWEEN.finditer(words))):
            if actor := self.find(words[match.end() :]):
                return About(words, actor, words[: match.start()])
        return About(words, None, words)
