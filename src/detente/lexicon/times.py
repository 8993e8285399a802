"""Words that name times and how they combine: time_words.yaml and time_patterns.yaml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from detente.lexicon.load import Examples, entries

WordKind = Literal[
    "month", "weekday", "season", "holiday", "part", "unit", "number", "vague", "ordinal", "which", "day", "often",
    "half", "zone", "noon", "about", "edge", "arranged",
    "command",
]  # fmt: skip
Reads = Literal[
    "date", "more", "weekday", "day", "season", "holiday", "period", "shift", "same", "decade", "century", "portion",
    "fiscal", "duration", "set", "fixed", "clock", "nothing",
]  # fmt: skip

_MACRO = re.compile(r"\{([a-z]+)(\+?)\}")
_FIGURES = {
    "year": r"1[0-9]\d\d|20\d\d",
    "date": r"3[01]|[12]\d|0?[1-9]",
    "number": r"\d+(?:,\d{3})*(?:\.\d+)?(?: 1/2)?",
    "ordinal": r"\d\d?(?=st|nd|rd|th)(?:st|nd|rd|th)",
    "hour": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
}


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word of time, its kind and its meaning."""

    id: str
    kind: WordKind
    value: str
    words: tuple[str, ...]
    short: tuple[str, ...] = ()
    capital: bool = False
    common: bool = False
    examples: Examples = field(default_factory=Examples)


@dataclass(frozen=True, slots=True)
class TimePattern:
    """How words of time combine, and how the combination is read."""

    id: str
    patterns: tuple[str, ...]
    reads: Reads
    examples: Examples
    value: str = ""
    told: bool = False
    after: tuple[str, ...] = ()


class Lexicon(NamedTuple):
    """All of a language, ready for use.

    ``words`` gives by kind and lower-case form the entry; ``patterns`` the compiled rules in the file's order;
    ``any`` matches where one of them does; ``starters`` are the lower-case words with which one may begin.
    """

    words: Mapping[tuple[str, str], TimeWord]
    patterns: tuple[tuple[TimePattern, re.Pattern[str]], ...]
    any: re.Pattern[str]
    starters: frozenset[str]

    def is_common(self, form: str) -> bool:
        """Say whether the name of a month mostly means something else ("May")."""
        entry = self.words.get(("month", form.lower()))
        return entry is not None and entry.common

    def is_small(self, form: str) -> bool:
        """Say whether a word of time is written small within a sentence ("today", not "Monday")."""
        kinds = ("day", "often", "which", "unit")
        return any((entry := self.words.get((kind, form.lower()))) and not entry.capital for kind in kinds)


@cache
def time_lexicon(language: str) -> Lexicon:
    """Read and compile the words and patterns of time of a language."""
    words = entries(f"languages/{language}/time_words.yaml", TimeWord).values()
    patterns = entries(f"languages/{language}/time_patterns.yaml", TimePattern).values()
    sources = [(entry, _source(pattern, words)) for entry in patterns for pattern in entry.patterns]
    literal = " ".join(_MACRO.sub(" ", pattern) for entry in patterns for pattern in entry.patterns)
    forms = " ".join(form for word in words for form in (*word.words, *word.short))
    return Lexicon(
        {(word.kind, form.lower()): word for word in words for form in (*word.words, *word.short)},
        tuple((entry, re.compile(source, re.IGNORECASE)) for entry, source in sources),
        re.compile("|".join(re.sub(r"\?P<\w+>", "?:", source) for _, source in sources), re.IGNORECASE),
        frozenset(re.findall(r"[^\W\d_]+", f"{literal} {forms}".lower())),
    )


def _source(pattern: str, words: Iterable[TimeWord]) -> str:
    """Write a pattern of the data file as a regular expression."""

    def alternatives(match: re.Match[str]) -> str:
        kind = match[1]
        return f"(?P<{kind}>{'|'.join(_forms(kind, [word for word in words if word.kind == kind], bool(match[2])))})"

    spaced = re.sub(r" (?=[?*])", r"\\s", pattern).replace(" ", r"\s+")
    return rf"(?:{_MACRO.sub(alternatives, spaced)})(?!\w)"


def _forms(kind: str, words: list[TimeWord], with_short: bool) -> list[str]:  # noqa: FBT001 - one caller, above
    """Give the figures and words of a kind as alternatives, the longest first."""
    forms = sorted({form for word in words for form in word.words}, key=len, reverse=True)
    shorts = sorted({form for word in words for form in word.short}, key=len, reverse=True) if with_short else []
    found = [re.escape(form).replace(r"\ ", r"\s+") for form in forms]
    found += [rf"{re.escape(form)}\b\.?" for form in shorts]
    if kind == "number":  # "twenty-one"
        found = [rf"(?:{'|'.join(found)})(?:-(?:{'|'.join(found)}))?"]
    if any(word.capital for word in words):
        found = [f"(?-i:{'|'.join(found)})"]
    return [*([_FIGURES[kind]] if kind in _FIGURES else []), *found]
