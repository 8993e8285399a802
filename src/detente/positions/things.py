"""Which statements are about the same thing, so that one can confirm or contradict the other.

Two objects of one issue may be opposites ("an end to the war", "costs for those who wage it"), so to be against the
one after being for the other is no change. They are taken for the same thing when they share a word that tells what
they are, or where both hold words of an issue that is one thing (``single`` in taxonomy/issues.yaml); recognition of,
and membership in, the same actor always are. Statements of one issue and target that all take the same side are one
thing however they are worded: a small difference of words is no difference of position.

Whoever speaks of "the accession" after he spoke of "the accession of Sweden" means that one, where he has spoken of
no other: statements that name fewer actors join the one thing of their issue that names theirs and more.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from detente.lexicon import empty_words, first_words, issues, words_of_names
from detente.positions.statements import Statement

_LANGUAGE = "en"
_WORD = re.compile(r"\b[A-Za-z][a-z'’-]{3,}\b")
_AFTER = re.compile(r" (?:of|on|in|with|for|to|by|between|against|from|over|at|that|which|who) ")
BY_TARGET = ("recognition", "membership")
_ENDINGS = ("ing", "er", "ed")
_ROOT = 4
_SHARED = 2
_NAMED = ("place", "person", "organisation")
_SPOT = "named "
_MOST = 400
"""Of a holder who spoke on more things than these, none are joined: too many would be alike in some word."""

Group = list[Statement]
Key = tuple[str, ...]
Called = frozenset[tuple[str, frozenset[str]]]


def things(found: Iterable[Statement]) -> list[Group]:
    """Divide statements by what they are about; each part keeps their order."""
    groups: dict[Key, Group] = defaultdict(list)
    for statement in found:
        groups[statement.group].append(statement)
    joined = _joined(groups)
    return [part for key in sorted(joined) for part in _parts(joined[key])]


def _joined(groups: dict[Key, Group]) -> dict[Key, Group]:
    """Join the groups that are about one thing; sorted by the least of the keys joined."""
    if len(groups) > _MOST:
        return groups
    called = {key: _called(group) for key, group in groups.items()}
    home = {key: key for key in groups}
    for key in sorted(groups):
        near = list(_near(key, groups, called))
        equal = [other for other in near if set(key[1:]) == set(other[1:])]
        wider = [other for other in near if set(key[1:]) < set(other[1:])]
        spot = [other for other in near if other not in equal and _are_of_spot(called[key], called[other])]
        ends = {_end(other, home) for other in wider}
        for end in {*(_end(other, home) for other in (*equal, *spot)), *(ends if len(ends) == 1 else ())}:
            one, other = sorted((end, _end(key, home)))
            home[other] = one
    found: dict[Key, Group] = defaultdict(list)
    for key, group in groups.items():
        found[_end(key, home)].extend(group)
    return {key: sorted(group, key=Statement.order) for key, group in found.items()}


def _end(key: Key, home: Mapping[Key, Key]) -> Key:
    while home[key] != key:
        key = home[key]
    return key


def _issue(group: Sequence[Statement]) -> str:
    return group[0].group[0] if group[0].issue in issues() else ""


def _near(key: Key, groups: Mapping[Key, Group], called: Mapping[Key, Called]) -> Iterator[Key]:
    """Give the other groups that may be about the same thing: of an issue that is one thing, or alike in words."""
    issue = _issue(groups[key])
    if issue == "recognition":
        return  # whom one recognises is all that it is about
    single = issue in issues() and issues()[issue].single
    mine = frozenset().union(*(words_ for _, words_ in called[key]))
    for other in (each for each in groups if groups[each][0].members == groups[key][0].members):
        theirs = frozenset().union(*(words_ for _, words_ in called[other]))
        alike = 2 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0
        same = _issue(groups[other]) == issue and (single or alike)
        kind = (groups[key][0].issue in BY_TARGET) == (groups[other][0].issue in BY_TARGET)
        spot = _are_of_spot(called[key], called[other])
        if other != key and (same or (kind and (spot or _are_called_alike(called[key], called[other])))):
            yield other


def _are_of_spot(ones: Called, others: Called) -> bool:
    return any(_are_of_one_spot(one, other) for one in ones for other in others)


def _are_of_one_spot(one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]]) -> bool:
    """Say whether two objects name one place and one of them no more: "Rovi", "no ship at Rovi"."""
    named = {word for word in one[1] & other[1] if word.startswith(_SPOT)}
    return bool(named) and not (one[1] - named and other[1] - named)


def _called(group: Group) -> Called:
    """Give the head and the telling words of each object of a group."""
    return frozenset((head(each.object), frozenset(telling(each))) for each in group)


def _are_called_alike(ones: Called, others: Called) -> bool:
    """Say whether objects of two groups may be one: of one head, the words of one among the other's, or much alike."""
    return any(
        (head and head == named and head in mine and (mine <= theirs or theirs <= mine))
        or _are_much_alike(mine, theirs)
        for head, mine in ones
        for named, theirs in others
    )


def _are_much_alike(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether two objects share two telling words and more, and half of the shorter one's.

    "sail with Chinese observers on board" and "receiving the observers on board its vessels".
    """
    shared = {word for word in ones & others if not word.startswith(_SPOT)}
    return len(shared) >= _SHARED and 2 * len(shared) >= min(len(ones), len(others))


def is_spot(word: str) -> bool:
    """Say whether a telling word is the name of a place or thing."""
    return word.startswith(_SPOT)


def head(object_: str) -> str:
    """Give the last word of an object before what is told of it: "zone" of "a joint zone in the lake"."""
    found = words(_AFTER.split(object_, maxsplit=1)[0])
    return found[-1] if found else ""


def _parts(group: Group) -> list[Group]:
    if group[0].issue in BY_TARGET or len({each.polarity for each in group}) == 1:
        return [group]
    return _one_sided(group, _by_words(group))


def _by_words(group: Group) -> list[list[int]]:
    """Join what shares a word, directly or through others; give the places in the group."""
    parts: list[tuple[set[str], set[int]]] = []
    for n, statement in enumerate(group):
        mine = (telling(statement) or {statement.object}, {n})
        joined = [part for part in parts if part[0] & mine[0]]
        parts = [part for part in parts if part not in joined]
        parts.append((mine[0].union(*(part[0] for part in joined)), mine[1].union(*(part[1] for part in joined))))
    return [sorted(numbers) for _, numbers in parts]


def _one_sided(group: Group, parts: list[list[int]]) -> list[Group]:
    """Join the parts that take the same side throughout."""
    joined: dict[tuple[str, int], list[int]] = {}
    for part in parts:
        sides = {group[n].polarity for n in part}
        key = (sides.pop(), -1) if len(sides) == 1 else ("", part[0])
        joined.setdefault(key, []).extend(part)
    return [[group[n] for n in sorted(numbers)] for numbers in sorted(joined.values(), key=min)]


def telling(statement: Statement) -> set[str]:
    """Give the words that tell what a statement is about, and its issue where its words name one that is one thing."""
    found = set(words(statement.object))
    known = issues().get(statement.issue or "")
    named = first_words(_LANGUAGE, statement.issue)
    telling_ = found - _empty()
    spots = set(_spots(statement))
    telling_ -= {_stem(each.removeprefix(_SPOT).removesuffix("s")) for each in spots} | set(_named_people(statement))
    telling_ |= spots
    if known and known.single and (statement.implied or named & found or not telling_):
        telling_.add(f"issue {known.parent or known.id}")
    return telling_


def _named_people(statement: Statement) -> Iterator[str]:
    """Give the words of people's names, which tell nothing of a thing: "Maduro's presence" is not "Maduro" himself."""
    for kind, _, name in (each.partition("@")[0].partition("/") for each in statement.actors):
        if kind == "person":
            yield from (_stem(word.removesuffix("s")) for word in name.split("-"))


def _spots(statement: Statement) -> Iterator[str]:
    """Give the places and things, smaller than states, that an object names: "the port at Rovi" is of "Rovi".

    The parser may take one place now for a place and now for a person; so the name alone counts, where it is one word.
    """
    for kind, _, name in (each.partition("@")[0].partition("/") for each in statement.actors):
        if kind in _NAMED and name and "-" not in name:
            yield _SPOT + name


@cache
def _empty() -> frozenset[str]:
    return frozenset(_stem(word) for word in empty_words(_LANGUAGE)) | empty_words(_LANGUAGE)


def words(object_: str) -> list[str]:
    """Give the words of an object that are no names of states or bodies, without endings.

    What parties have named counts in capitals too: "the Patrol" of a statement is "the patrol" of the news.
    """
    found = (word for word in _WORD.findall(object_) if word[0].islower() or word.lower() not in words_of_names())
    return [_stem(word.lower().replace("’", "'").removesuffix("'s").removesuffix("s")) for word in found]


def _stem(word: str) -> str:
    """Give a word without the ending by which it is made of another: "miner", "mining".

    >>> _stem("planner") == _stem("planning"), _stem("opening"), _stem("king")
    (True, 'open', 'king')
    """
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= _ROOT), "")
    return word.removesuffix(ending)
