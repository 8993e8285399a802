"""The words that tell what an object is: without names of states, endings, and words that fit anything."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from detente.lexicon import empty_words, first_words, issues, uncontested_words, words_of_names
from detente.positions.statements import Statement

_LANGUAGE = "en"
_WORD = re.compile(r"\b[A-Za-z][a-z'’]{2,}\b")
_AFTER = re.compile(r" (?:of|on|in|with|for|to|by|between|against|from|over|at|that|which|who) ")
_BESIDE = " which "
"""What is told of a thing behind this word does not say which it is: "the accord, which it left in May"."""
_ENDINGS = ("ing", "er", "ed", "e")
_ROOT = 4
_NAMED = ("place", "person", "organisation")
_SPOT = "named "
_MANY = 50_000
"""So many objects are remembered with their words."""


def telling(statement: Statement) -> frozenset[str]:
    """Give the words that tell what a statement is about, and its issue where its words name one that is one thing."""
    return _telling(statement.object, statement.issue, statement.actors, implied=statement.implied)


def contested(one: Statement, other: Statement) -> frozenset[str]:
    """Give the telling words of two statements that both have, but for what all want and what nobody does."""
    return (telling(one) & telling(other)) - _uncontested()


@lru_cache(maxsize=_MANY)
def _telling(object_: str, issue: str | None, actors: tuple[str, ...], *, implied: bool) -> frozenset[str]:
    thing = _words_in(object_.partition(_BESIDE)[0])
    found = thing if thing - _empty() else _words_in(object_)
    known = issues().get(issue or "")
    named = {_stem(word) for word in first_words(_LANGUAGE, issue)}
    spots = frozenset(_spots(actors))
    names = {_stem(each.removeprefix(_SPOT).removesuffix("s")) for each in spots} | set(_people(actors))
    told = (found - _empty() - names) | spots
    if known and known.single and (implied or named & found or not told):
        return told | {f"issue {known.parent or known.id}"}
    return told


def is_spot(word: str) -> bool:
    """Say whether a telling word is the name of a place or thing."""
    return word.startswith(_SPOT)


@lru_cache(maxsize=_MANY)
def head(object_: str) -> str:
    """Give the last word of an object before what is told of it: "zone" of "a joint zone in the lake".

    A word that fits anything is none: "register" of "the establishment of such a register".
    """
    ends = [found[-1] for part in _AFTER.split(object_) if (found := words(part))]
    return next((end for end in ends if end not in _empty()), ends[0] if ends else "")


@lru_cache(maxsize=_MANY)
def _words_in(object_: str) -> frozenset[str]:
    return frozenset(words(object_))


def _people(actors: Iterable[str]) -> Iterator[str]:
    """Give the words of people's names, which tell nothing of a thing: "Maduro's presence" is not "Maduro" himself."""
    for kind, _, name in (each.partition("@")[0].partition("/") for each in actors):
        if kind == "person":
            yield from (_stem(word.removesuffix("s")) for word in name.split("-"))


def _spots(actors: Iterable[str]) -> Iterator[str]:
    """Give the places and things, smaller than states, that an object names: "the port at Rovi" is of "Rovi".

    The parser may take one place now for a place and now for a person; so the name alone counts, where it is one word.
    """
    for kind, _, name in (each.partition("@")[0].partition("/") for each in actors):
        if kind in _NAMED and name and "-" not in name:
            yield _SPOT + name


@cache
def _empty() -> frozenset[str]:
    empty = empty_words(_LANGUAGE)
    return (
        empty
        | {_stem(word) for word in empty}
        | {_stem(word.removesuffix("s")) for word in empty if not word.endswith("ies")}
    )


@cache
def _uncontested() -> frozenset[str]:
    return frozenset(stem for word in uncontested_words(_LANGUAGE) for stem in words(word))


def words(object_: str) -> list[str]:
    """Give the words of an object that are no names of states or bodies, without endings.

    What parties have named counts in capitals too: "the Patrol" of a statement is "the patrol" of the news.
    """
    found = (word for word in _WORD.findall(object_) if word[0].islower() or word.lower() not in words_of_names())
    return [_stem(word.lower().replace("’", "'").removesuffix("'s").removesuffix("s")) for word in found]


def _stem(word: str) -> str:
    """Give a word without the ending by which it is made of another: "miner", "mining".

    >>> _stem("planner") == _stem("planning"), _stem("opening"), _stem("king"), _stem("dredging") == _stem("dredge")
    (True, 'open', 'king', True)
    """
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= _ROOT), "")
    return word.removesuffix(ending)
