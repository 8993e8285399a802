"""Whom and what a question means: "PER", "Peru", a person's surname, "sanctions on Venezuela"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from detente.errors import UsageError
from detente.lexicon import directory, issue_words, issues, names, names_abroad
from detente.lexicon import words as name_words
from detente.positions.identified import Identified
from detente.record import KnownActor
from detente.text import fold

_BETWEEN = re.compile(r" (?:on|against|towards?|with|in|of|about|regarding|to) ")
_LANGUAGE = "en"
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
    """The identities of a record, for finding whom a name means."""

    def __init__(self, record: Identified) -> None:
        self._record = record
        self._actors = record.actors
        self._names: dict[str, set[str]] = {}
        self._spoken: dict[str, set[str]] = {}
        for actor in self._actors:
            self._names.setdefault(actor.id, set()).add(actor.name)
            if actor.represents:
                self._spoken.setdefault(actor.id, set()).add(actor.represents)
        for kept in record.claims("tenures"):
            if kept.body["person"] and kept.body["polity"]:
                self._spoken.setdefault(kept.body["person"], set()).add(kept.body["polity"])

    def find(self, words: str) -> Named | None:
        """Find the one actor meant, by id, name or part of a name; raise ``UsageError`` where it may be several."""
        if not words.strip():
            raise UsageError(f"found {words!r}; expected an id or a name")
        found = self.candidates(words)
        if len(found) > 1:
            raise UsageError(f"{words!r} may be {', '.join(found)}; expected one of these")
        if found:
            return Named(found[0], self.name(found[0]), known=found[0] in self._names)
        return Named(words, words, known=False) if _CODE.match(words) else None

    def candidates(self, words: str) -> list[str]:
        """Give the ids of those whom the words may mean: of the surest way to understand them that finds any."""
        return next((sorted(set(step)) for step in self._steps(words) if step), [])

    def _steps(self, words: str) -> Iterator[list[str]]:
        """Give the ids of those whom the words may mean, the surest first."""
        wanted = fold(words)
        yield [id_ for id_ in self._names if fold(id_) == wanted]
        yield sorted(self._record.called(words)) or [id_ for id_ in [self._record.of(words)] if id_]
        yield [id_ for id_ in directory() if fold(id_) == wanted]
        wanted = wanted.removeprefix("the ")
        named = [actor for actor, folded in self._folded if folded == wanted]
        yield [actor.id for actor in named if actor.type == "state"]
        yield [name.known.id for name in names().get(name_words(words), ()) if name.use == "name"]
        parts = set(wanted.split())
        having = [actor for actor, folded in self._folded if parts <= set(folded.split())]
        yield [actor.id for actor in named if not _is_surname(actor)]
        yield [actor.id for actor in having if actor.type == "person" and not _is_surname(actor)]
        yield [actor.id for actor in named]
        yield [name.known.id for name in names_abroad(words) if name.use == "name"]
        yield [actor.id for actor in self._actors if set(wanted.split()) <= set(fold(actor.name).split())]
        yield [actor.id for actor in having]

    @cached_property
    def _folded(self) -> list[tuple[KnownActor, str]]:
        return [(actor, fold(actor.name).removeprefix("the ")) for actor in self._actors]

    def name(self, id_: str) -> str:
        """Give the name of an actor, whatever the order in which the articles were read."""
        if id_ in directory():
            return directory()[id_].name
        return self._record.name(id_) or id_

    def stands_for(self, id_: str) -> frozenset[str]:
        """Give those whom a claim about this actor also concerns: himself, and for an office holder his state."""
        return frozenset({id_, *self._spoken.get(id_, ())})

    def state(self, id_: str) -> str:
        """Give the state or bloc for which an actor stands, else the actor himself."""
        return min(self.stands_for(id_) - {id_}, default=id_)

    def with_envoys(self, id_: str) -> frozenset[str]:
        """Give an actor and all who stand for him."""
        return frozenset({id_, *(each for each, spoken in self._spoken.items() if id_ in spoken)})

    def about(self, words: str) -> About:
        """Take a question's object apart into actor and issue."""
        if _is_issue(words):
            return About(words, None, words)
        if actor := self.find(words):
            return About(actor.name, actor)
        for match in reversed(list(_BETWEEN.finditer(words))):
            if actor := self.find(words[match.end() :]):
                return About(words, actor, words[: match.start()])
        return About(words, None, words)


def _is_issue(words: str) -> bool:
    """Say whether words are the name of an issue, so that no part of an actor's name is meant by them."""
    wanted = fold(words).replace("_", " ")
    return wanted.replace(" ", "_") in issues() or any(
        " ".join(row.words) == wanted for rows in issue_words(_LANGUAGE).values() for row in rows
    )


def _is_surname(actor: KnownActor) -> bool:
    """Say whether an article gives of a person no more than one word, which may be that of several."""
    return actor.type == "person" and len(actor.name.split()) == 1
