"""Whom and what a question means: "PER", "Peru", a person's surname, "sanctions on Venezuela"."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self, TypeVar
from weakref import WeakKeyDictionary

from detente.errors import UsageError
from detente.lexicon import directory, issue_words, issues, names, names_abroad
from detente.lexicon import words as name_words
from detente.positions.collecting import made_to_stay
from detente.positions.identified import Identified
from detente.text import fold

_BETWEEN = re.compile(r" (?:on|against|towards?|with|in|of|about|regarding|to) ")
_LANGUAGE = "en"

T = TypeVar("T")
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


EVERYTHING = About("", None)


class Directory:
    """The identities of a record, for finding whom a name means."""

    def __init__(self, record: Identified) -> None:
        self._record = record
        self._ids = {id_ for id_, _, _ in record.named}
        self._spoken = record.spoken
        self._states: dict[str, str] = {}
        self._with_envoys: dict[str, frozenset[str]] = {}
        self._known = [_Known(id_, name, type_, fold(name)) for id_, name, type_ in record.named]
        self._by_id: Mapping[str, list[str]] = _grouped((fold(id_), id_) for id_ in self._ids)
        self._by_name: Mapping[str, list[_Known]] = _grouped(
            (each.folded.removeprefix("the "), each) for each in self._known
        )
        self._by_word: Mapping[str, list[_Known]] = _grouped(
            (word, each) for each in self._known for word in set(each.folded.split())
        )

    @classmethod
    def of(cls, record: Identified) -> Self:
        """Give the directory of a record, made once as long as nothing is read or judged."""
        if record not in _made:
            with made_to_stay():
                _made[record] = cls(record)
        found = _made[record]
        assert isinstance(found, cls)  # noqa: S101 - nothing else is kept there
        return found

    def find(self, words: str) -> Named | None:
        """Find the one actor meant, by id, name or part of a name; raise ``UsageError`` where it may be several."""
        if not words.strip():
            raise UsageError(f"found {words!r}; expected an id or a name")
        found = self.candidates(words)
        if len(found) > 1:
            raise UsageError(f"{words!r} may be {', '.join(found)}; expected one of these")
        if found:
            return Named(found[0], self.name(found[0]), known=found[0] in self._ids)
        return Named(words, words, known=False) if _CODE.match(words) else None

    def candidates(self, words: str) -> list[str]:
        """Give the ids of those whom the words may mean: of the surest way to understand them that finds any."""
        return next((sorted(set(step)) for step in self._steps(words) if step), [])

    def _steps(self, words: str) -> Iterator[list[str]]:
        """Give the ids of those whom the words may mean, the surest first."""
        wanted = fold(words)
        yield self._by_id.get(wanted, [])
        yield sorted(self._record.called(words)) or [id_ for id_ in [self._record.of(words)] if id_]
        yield _directory_ids().get(wanted, [])
        wanted = wanted.removeprefix("the ")
        named = self._by_name.get(wanted, [])
        yield [known.id for known in named if known.type == "state"]
        yield [name.known.id for name in names().get(name_words(words), ()) if name.use == "name"]
        having = self._having(set(wanted.split()))
        yield [known.id for known in named if not known.is_surname]
        yield [known.id for known in having if known.type == "person" and not known.is_surname]
        yield [known.id for known in named]
        yield [name.known.id for name in names_abroad(words) if name.use == "name"]
        yield [known.id for known in having]

    def having(self, words: str) -> set[str]:
        """Give the ids of those who have all the words in one name, or whom articles call by just this id."""
        return {known.id for known in self._having(set(fold(words).split()))} | set(self._by_local.get(fold(words), ()))

    def having_rarest(self, parts: Collection[str]) -> set[str]:
        """Give the ids of those who have in a name that one of some words, folded, which the fewest have."""
        return {known.id for known in min((self._by_word.get(word, []) for word in parts), key=len)}

    @cached_property
    def _by_local(self) -> Mapping[str, list[str]]:
        return _grouped((fold(local), id_) for id_ in self._ids for local in self._record.locals({id_}))

    def _having(self, parts: set[str]) -> list["_Known"]:
        """Give those who have all the words in one of their names."""
        rarest = min((self._by_word.get(word, []) for word in parts), key=len, default=[])
        return [known for known in rarest if parts <= set(known.folded.split())]

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
        if id_ not in self._states:
            self._states[id_] = min(self.stands_for(id_) - {id_}, default=id_)
        return self._states[id_]

    def with_envoys(self, id_: str) -> frozenset[str]:
        """Give an actor and all who stand for him."""
        if id_ not in self._with_envoys:
            self._with_envoys[id_] = frozenset({id_, *self._envoys.get(id_, ())})
        return self._with_envoys[id_]

    @cached_property
    def _envoys(self) -> Mapping[str, list[str]]:
        return _grouped((side, id_) for id_, spoken in self._spoken.items() for side in spoken)

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


class _Known(NamedTuple):
    """An identity under one of his names."""

    id: str
    name: str
    type: str
    folded: str

    @property
    def is_surname(self) -> bool:
        """Whether an article gives of a person no more than one word, which may be that of several."""
        return self.type == "person" and len(self.name.split()) == 1


def _grouped(keyed: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, each in keyed:
        found.setdefault(key, []).append(each)
    return found


def _directory_ids() -> dict[str, list[str]]:
    return _grouped((fold(id_), id_) for id_ in directory())


_made: "WeakKeyDictionary[Identified, Directory]" = WeakKeyDictionary()
