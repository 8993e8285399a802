"""Whom and what a question means: "PER", "Peru", a person's surname, "sanctions on Venezuela"."""

import re
from dataclasses import dataclass

from detente.errors import UsageError
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
        tenures = record.claims("tenures")
        self._polities = {
            (kept.body["person"], kept.body["polity"])
            for kept in tenures
            if kept.body["person"] and kept.body["polity"]
        }

    def find(self, words: str) -> Named | None:
        """Find the one actor meant, by id, name or part of a name; raise ``UsageError`` where it may be several."""
        wanted = fold(words).removeprefix("the ")
        named = [actor for actor in self._actors if fold(actor.name).removeprefix("the ") == wanted]
        steps = (
            (actor for actor in self._actors if fold(actor.id) == fold(words)),
            (actor for actor in named if actor.type == "state"),
            iter(named),
            (actor for actor in self._actors if set(wanted.split()) <= set(fold(actor.name).split())),
        )
        for step in steps:
            if found := sorted({actor.id for actor in step}):
                if len(found) > 1:
                    raise UsageError(f"{words!r} may be {', '.join(found)}; expected one of these")
                return Named(found[0], self.name(found[0]))
        return Named(words, words, known=False) if _CODE.match(words) else None

    def name(self, id_: str) -> str:
        """Give the fullest name of an actor, whatever the order in which the articles were read."""
        names = {actor.name for actor in self._actors if actor.id == id_}
        return max(names, key=lambda name: (len(name), name), default=id_)

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
