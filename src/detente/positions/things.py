"""Which statements are about the same thing, so that one can confirm or contradict the other.

Two objects of one issue may be opposites ("an end to the war", "costs for those who wage it"), so to be against the
one after being for the other is no change. They are taken for the same thing when they share a word that is no name;
recognition of, and membership in, the same actor always are.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from detente.positions.statements import Statement

_WORD = re.compile(r"\b[a-z][a-z'’-]{3,}\b")
_BY_TARGET = ("recognition", "membership")


def things(found: Iterable[Statement]) -> list[list[Statement]]:
    """Divide statements by what they are about; each part keeps their order."""
    ordered = sorted(found, key=_group)  # stable: within a group by their days
    return [part for _, group in groupby(ordered, key=_group) for part in _by_words(list(group))]


def _group(statement: Statement) -> tuple[str, ...]:
    return statement.group


def _by_words(group: list[Statement]) -> list[list[Statement]]:
    """Join what shares a word, directly or through others."""
    if group[0].issue in _BY_TARGET:
        return [group]
    parts: list[tuple[set[str], set[int]]] = []
    for n, statement in enumerate(group):
        mine = (_words(statement.object) or {statement.object}, {n})
        joined = [part for part in parts if part[0] & mine[0]]
        parts = [part for part in parts if part not in joined]
        parts.append((mine[0].union(*(part[0] for part in joined)), mine[1].union(*(part[1] for part in joined))))
    return [[group[n] for n in sorted(numbers)] for _, numbers in sorted(parts, key=lambda part: min(part[1]))]


def _words(text: str) -> set[str]:
    return {word.replace("’", "'").removesuffix("'s").removesuffix("s") for word in _WORD.findall(text)}
