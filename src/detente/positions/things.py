"""Which statements are about the same thing, so that one can confirm or contradict the other.

Two objects of one issue may be opposites ("an end to the war", "costs for those who wage it"), so to be against the
one after being for the other is no change. They are taken for the same thing when they share a word that is no name,
or where both hold words of an issue that is one thing (``single`` in taxonomy/issues.yaml); recognition of, and
membership in, the same actor always are. Statements of one issue and target that all take the same side are one
thing however they are worded: a small difference of words is no difference of position.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from detente.lexicon import issue_words, issues
from detente.positions.statements import Statement

_LANGUAGE = "en"
_WORD = re.compile(r"\b[a-z][a-z'’-]{3,}\b")
_BY_TARGET = ("recognition", "membership")


def things(found: Iterable[Statement]) -> list[list[Statement]]:
    """Divide statements by what they are about; each part keeps their order."""
    ordered = sorted(found, key=_group)  # stable: within a group by their days
    return [part for _, group in groupby(ordered, key=_group) for part in _parts(list(group))]


def _group(statement: Statement) -> tuple[str, ...]:
    return statement.group


def _parts(group: list[Statement]) -> list[list[Statement]]:
    if group[0].issue in _BY_TARGET or len({each.polarity for each in group}) == 1:
        return [group]
    return _one_sided(group, _by_words(group))


def _by_words(group: list[Statement]) -> list[list[int]]:
    """Join what shares a word, directly or through others; give the places in the group."""
    parts: list[tuple[set[str], set[int]]] = []
    for n, statement in enumerate(group):
        mine = (_words(statement) or {statement.object}, {n})
        joined = [part for part in parts if part[0] & mine[0]]
        parts = [part for part in parts if part not in joined]
        parts.append((mine[0].union(*(part[0] for part in joined)), mine[1].union(*(part[1] for part in joined))))
    return [sorted(numbers) for _, numbers in parts]


def _one_sided(group: list[Statement], parts: list[list[int]]) -> list[list[Statement]]:
    """Join the parts that take the same side throughout."""
    joined: dict[tuple[str, int], list[int]] = {}
    for part in parts:
        sides = {group[n].polarity for n in part}
        key = (sides.pop(), -1) if len(sides) == 1 else ("", part[0])
        joined.setdefault(key, []).extend(part)
    return [[group[n] for n in sorted(numbers)] for numbers in sorted(joined.values(), key=min)]


def _words(statement: Statement) -> set[str]:
    """Give the words by which a statement is compared, and its issue where its words name one that is one thing."""
    found = {word.replace("’", "'").removesuffix("'s").removesuffix("s") for word in _WORD.findall(statement.object)}
    known = issues().get(statement.issue or "")
    named = {row.words[0] for rows in issue_words(_LANGUAGE).values() for row in rows if row.issue == statement.issue}
    if known and known.single and (statement.implied or named & found):
        found.add(f"issue {known.parent or known.id}")
    return found
