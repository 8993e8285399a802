"""With which words a regular expression of the data files may begin, so that others need not be tried."""

import re
from collections.abc import Iterator

FIGURE = "0"
"""Stands for any figure."""

_LOOK = re.compile(r"\(\?(?:<?[=!])")
_KIND = re.compile(r"\{([a-z]+)\+?\}")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\?(?::|P<\w+>)")


def first_words(pattern: str) -> Iterator[str]:
    """Give the words, lower case, and kinds ("{month}") with which a pattern may begin; FIGURE for all else.

    >>> sorted(first_words("(?:the )?{which} {unit}|an? (?:noon|night)"))
    ['a', 'an', 'the', '{which}']
    """
    for part in _alternatives(pattern):
        yield from _first_of(part)


def _first_of(part: str) -> Iterator[str]:
    while part:
        if part[0] == "(":
            end = _closing(part)
            inside, rest = part[1:end], part[end + 1 :]
            if not _LOOK.match(part):
                yield from first_words(_NAME.sub("", inside, count=1) if inside.startswith("?") else inside)
                if not rest.startswith(("?", "*")):
                    return
                rest = rest[1:]
            part = rest.lstrip(" ")
            continue
        kind, word = _KIND.match(part), _WORD.match(part)
        yield kind[0].replace("+", "") if kind else word[0].lower() if word else FIGURE
        if word and part[word.end() : word.end() + 1] == "?":  # "an?"
            yield word[0][:-1].lower()
        return


def _alternatives(pattern: str) -> Iterator[str]:
    """Split a pattern at the bars that stand outside of its groups."""
    depth, start = 0, 0
    for n, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            yield pattern[start:n]
            start = n + 1
    yield pattern[start:]


def _closing(part: str) -> int:
    """Give the place of the bracket that closes the one at the start."""
    depth = 0
    for n, character in enumerate(part):
        escaped = n > 0 and part[n - 1] == "\\"
        depth += 0 if escaped else (character == "(") - (character == ")")
        if depth == 0:
            return n
    raise ValueError(part)
