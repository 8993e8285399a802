"""The words of one match and what they mean; what is known around them; what a reader gives back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from detente.documents.times_calendar import Moment
from detente.lexicon import TimePattern, TimeWord, time_lexicon

_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Reading(NamedTuple):
    """What the words mean. ``moment`` is the stretch of the calendar, where there is exactly one."""

    value: str
    type: Type
    edtf: str | None = None
    moment: Moment | None = None


class Around(NamedTuple):
    """What is known where the words stand.

    ``published`` is the publication's day, ``before`` are the times told before, those from ``here`` on in the same
    paragraph, ``direction`` is the way the clause points: above 0 ahead, below 0 back, 2 and -2 for certain.
    """

    published: dt.date | None
    direction: int = 0
    before: Sequence[Moment] = ()
    here: int = 0

    @property
    def told(self) -> Moment | None:
        """The time told last."""
        return self.before[-1] if self.before else None

    def last(self, *grains: str, here: bool = False) -> Moment | None:
        """Give the last stretch of one of these lengths that was told, in the same paragraph or anywhere."""
        places = range(len(self.before) - 1, (self.here if here else 0) - 1, -1)
        return next((self.before[n] for n in places if self.before[n].grain in grains), None)

    def year_of(self, short: int) -> int | None:
        """Give the year of two figures ("89") that is nearest to the publication; None where that is unknown."""
        if self.published is None:
            return None
        now = self.published.year
        return min((now - now % 100 + short + more for more in (-100, 0, 100)), key=lambda year: abs(year - now))


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
        """Give the year that is written out, or spoken after its hundreds ("nineteen ninety-one")."""
        if self.rule.value.endswith("00") and "number" in self:
            spoken = int(self.count())
            return int(self.rule.value) + spoken if 10 <= spoken <= 99 else None
        written = self.groups.get("year", "")
        if not written.isdigit():
            return None
        if "till" not in self:
            return int(written)
        till = self._known.get(("month", self.groups["till"].lower()))  # "from *November* to February 1990"
        return int(written) - (int(till.value) < self.number("month")) if till else None

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


def unknown(unit: str) -> Reading:
    """Write down a stretch of which only the length is known, since the article has no day of publication."""
    return Reading(_UNKNOWN.get(unit, "XXXX"), "DATE")
