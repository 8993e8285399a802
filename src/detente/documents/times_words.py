"""The words of one match and what they mean; what is known around them; what a reader gives back."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, NamedTuple

from detente.documents.times_calendar import Moment
from detente.lexicon import TimePattern, TimeWord, time_lexicon

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Reading(NamedTuple):
    """What the words mean. ``moment`` is the stretch of the calendar, where there is exactly one."""

    value: str
    type: Type
    edtf: str | None = None
    moment: Moment | None = None


class Around(NamedTuple):
    """What is known where the words stand.

    ``published`` is the publication's day, ``told`` the time told before, ``direction`` the way the clause points:
    above 0 ahead, below 0 back, 2 and -2 for certain.
    """

    published: dt.date | None
    told: Moment | None
    direction: int


class Words:
    """The words of one match, by kind, and their meanings."""

    def __init__(self, rule: TimePattern, groups: Mapping[str, str | None], language: str) -> None:
        self.rule = rule
        self.groups = {kind: " ".join(words.split()) for kind, words in groups.items() if words}
        self._known = time_lexicon(language).words
        self.used: list[str] = []

    def __contains__(self, kind: str) -> bool:
        return kind in self.groups

    def _entry(self, kind: str, words: str) -> TimeWord | None:
        entry = self._known.get((kind, words)) or self._known.get((kind, words.rstrip(".")))
        if entry and entry.id not in self.used:
            self.used.append(entry.id)
        return entry

    def text(self, kind: str) -> str:
        """Give the value of a word of this kind; figures stand for themselves; empty where there is none."""
        words = self.groups.get(kind, "").lower()
        entry = self._entry(kind, words)
        return entry.value if entry else words

    def number(self, kind: str) -> int:
        """Give the same as a whole number."""
        return int(self.text(kind).rstrip("stndrh"))

    def year(self) -> int | None:
        """Give the year that is written out."""
        written = self.groups.get("year", "")
        return int(written) if written.isdigit() else None

    def is_ambiguous(self) -> bool:
        """Say whether day and month could be exchanged: "3/4/2021"."""
        day, month = (int(self.groups[kind]) if "slash" in self else 0 for kind in ("date", "month"))
        return max(day, month) <= 12 and day != month

    def step(self) -> int | None:
        """Give -1 for "last", 0 for "this", 1 for "next"; None where there is no such word."""
        return self.number("which") if "which" in self else None

    def is_plural(self) -> bool:
        """Say whether the unit stands in the plural."""
        words = self.groups.get("unit", "").lower()
        entry = self._known.get(("unit", words))
        return entry is not None and words != entry.words[0]

    def count(self) -> str:
        """Give how many units are meant: a number, or X where the words leave it open."""
        return f"{self._whole()}.5" if "plus" in self else self._whole()

    def _whole(self) -> str:
        if "vague" in self:
            return self.text("vague")
        if "number" not in self:
            return self.rule.value.lstrip("-") or "1"
        words = self.groups["number"].lower().replace(",", "")
        if words[0].isdigit():
            return words.replace(" 1/2", ".5")
        whole = self._entry("number", words)
        parts = [whole] if whole else [self._entry("number", part) for part in words.split("-")]
        return str(sum(int(part.value) for part in parts if part))


def dated(moment: Moment, words: Words | None = None) -> Reading:
    """Write a stretch of the calendar down, with the part of the day that the words name."""
    if words and "part" in words:
        return Reading(moment.timex + words.text("part"), "TIME", moment.edtf, moment)
    return Reading(moment.timex, "DATE", moment.edtf, moment)
