"""Words that name times and how they combine: time_words.yaml and time_patterns.yaml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from detente.lexicon.load import Examples, entries
from detente.lexicon.time_starts import FIGURE, first_words

WordKind = Literal[
    "month", "weekday", "season", "holiday", "part", "unit", "number", "vague", "tens", "ordinal", "which", "day",
    "often", "half", "zone", "noon", "about", "edge", "back", "link", "since", "until", "range",
    "arranged", "command",
]  # fmt: skip
Reads = Literal[
    "date", "more", "weekday", "day", "season", "holiday", "period", "shift", "same", "alike", "decade", "century",
    "portion", "fiscal", "duration", "set", "fixed", "clock", "nothing",
]  # fmt: skip

_MACRO = re.compile(r"\{([a-z]+)(\+?)\}")
_WORD = re.compile(r"\w+")
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
    describes: bool = False


Rule = tuple[TimePattern, re.Pattern[str]]


class Lexicon(NamedTuple):
    """All of a language, ready for use.

    ``words`` gives by kind and lower-case form the entry; ``rules`` by their first word, lower case, the rules that
    may begin so, compiled, in the file's order; those that may begin with a figure stand under ``FIGURE``.
    """

    words: Mapping[tuple[str, str], TimeWord]
    rules: Mapping[str, tuple[Rule, ...]]

    def beginning(self, form: str) -> tuple[Rule, ...]:
        """Give the rules that may begin with a word, such as "Monday", "2021" or "Q3"."""
        if form[0].isdigit():
            return self.rules.get(FIGURE, ())
        return self.rules.get(form.lower().rstrip("0123456789"), ())

    def is_common(self, form: str) -> bool:
        """Say whether the name of a month mostly means something else ("May")."""
        entry = self.words.get(("month", form.lower()))
        return entry is not None and entry.common

    def is_small(self, form: str) -> bool:
        """Say whether a word of time is written small within a sentence ("today", not "Monday")."""
        kinds = ("day", "often", "which", "unit", "noon")
        return any((entry := self.words.get((kind, form.lower()))) and not entry.capital for kind in kinds)


@cache
def time_lexicon(language: str) -> Lexicon:
    """Read and compile the words and patterns of time of a language."""
    words = entries(f"languages/{language}/time_words.yaml", TimeWord).values()
    patterns = entries(f"languages/{language}/time_patterns.yaml", TimePattern).values()
    rules: dict[str, tuple[Rule, ...]] = {}
    for entry in patterns:
        for pattern in entry.patterns:
            rule = (entry, re.compile(_source(pattern, words), re.IGNORECASE))
            for start in _starts(pattern, words):
                rules[start] = (*rules.get(start, ()), rule)
    return Lexicon({(word.kind, form.lower()): word for word in words for form in (*word.words, *word.short)}, rules)


def _starts(pattern: str, words: Iterable[TimeWord]) -> set[str]:
    """Give the first words, lower case, with which a pattern may begin."""
    starts = set(first_words(pattern))
    kinds = {start.strip("{}") for start in starts if start.startswith("{")}
    forms = (form for word in words if word.kind in kinds for form in (*word.words, *word.short))
    named = {found[0].lower() for form in forms if (found := _WORD.match(form))}
    return {start for start in starts if start[0] != "{"} | named | ({FIGURE} if kinds & _FIGURES.keys() else set())


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
