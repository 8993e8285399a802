"""Days, weeks, months and longer stretches of the calendar: moving among them and writing them down."""

import datetime as dt
from typing import Literal, NamedTuple

Grain = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]

_MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
GRAINS: tuple[Grain, ...] = (
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip
"""All lengths, the shortest first."""


_NEAR = 31
"""A day of the other year wins against the tense of a verb far above where it is so near."""


class Moment(NamedTuple):
    """A stretch of the calendar: its first day and its length."""

    day: dt.date
    grain: Grain

    @property
    def last(self) -> dt.date:
        """The last day of the stretch."""
        if self.grain in _DAYS:
            return self.day + dt.timedelta({"week": 6, "weekend": 1}.get(self.grain, 0))
        return months_on(self.day, _MONTHS[self.grain]) - dt.timedelta(1)

    @property
    def timex(self) -> str:
        """The TIMEX3 value."""
        year, week, _ = self.day.isocalendar()
        month = self.day.month
        return {
            "day": self.day.isoformat(),
            "week": f"{year:04}-W{week:02}",
            "weekend": f"{year:04}-W{week:02}-WE",
            "month": _month(self.day),
            "season": f"{self.day.year:04}-{season_code(month)}",
            "quarter": f"{self.day.year:04}-Q{(month + 2) // 3}",
            "half": f"{self.day.year:04}-H{(month + 5) // 6}",
            "year": f"{self.day.year:04}",
            "decade": f"{self.day.year // 10:03}",
            "century": f"{self.day.year // 100:02}",
        }[self.grain]

    @property
    def edtf(self) -> str:
        """The same as a date or interval, as precise and no more."""
        if self.grain == "day":
            return self.day.isoformat()
        if self.grain in ("month", "year"):
            return self.timex
        if self.grain in ("week", "weekend"):
            return f"{self.day.isoformat()}/{self.last.isoformat()}"
        if self.grain in ("decade", "century"):
            return f"{self.day.year:04}/{self.last.year:04}"
        about = "~" if self.grain == "season" else ""
        return f"{_month(self.day)}{about}/{_month(self.last)}{about}"

    def moved(self, steps: int) -> "Moment":
        """Go so many stretches of this length on, or back."""
        if self.grain in _DAYS:
            return Moment(self.day + dt.timedelta(steps * _DAYS[self.grain]), self.grain)
        return Moment(months_on(self.day, steps * _MONTHS[self.grain]), self.grain)


def _month(day: dt.date) -> str:
    return day.isoformat()[:7]


def season_code(month: int) -> str:
    """Give the TIMEX3 code of the season that begins in a month."""
    return next((code for code, first in _SEASONS.items() if first == month), "WI")


def season_of(year: int, code: str) -> Moment:
    """Give a season by the year in which it begins."""
    return Moment(dt.date(year, _SEASONS[code], 1), "season")


def months_on(day: dt.date, months: int) -> dt.date:
    """Go so many months on; a day that the month lacks becomes its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, last)
        except ValueError:
            if not dt.MINYEAR <= year <= dt.MAXYEAR:
                return dt.date.max if months > 0 else dt.date.min
    raise AssertionError(day)


def around(day: dt.date, grain: str) -> Moment:
    """Give the stretch of the calendar in which a day lies."""
    if grain == "week":
        return Moment(day - dt.timedelta(day.weekday()), "week")
    if grain == "weekend":
        return Moment(day - dt.timedelta(day.weekday()) + dt.timedelta(5), "weekend")
    if grain in ("decade", "century"):
        first = day.year // 10 * 10 if grain == "decade" else (day.year - 1) // 100 * 100 + 1
        return Moment(dt.date(first, 1, 1), "decade" if grain == "decade" else "century")
    if grain == "season":
        return Moment(months_on(day.replace(day=1), -(day.month % 3)), "season")
    for same in ("month", "quarter", "half", "year"):
        if grain == same:
            size = _MONTHS[same]
            return Moment(dt.date(day.year, (day.month - 1) // size * size + 1, 1), same)
    return Moment(day, "day")


def shifted(day: dt.date, steps: int, unit: str) -> Moment:
    """Go so many units from a day; the answer is as precise as the unit ("ten years ago" is a year)."""
    if unit in ("day", "week", "weekend", "fortnight"):
        return around(day + dt.timedelta(steps * _DAYS[unit]), {"fortnight": "week"}.get(unit, unit))
    there = months_on(day, steps * _MONTHS[unit])
    return around(there, {"decade": "year", "century": "year"}.get(unit, unit))


def weekday_from(day: dt.date, weekday: int, direction: int, *, beyond: bool = False) -> dt.date:
    """Give the last (direction -1) or next (1) day of the week named; ``beyond`` leaves out the day itself."""
    distance = (weekday - day.isoweekday()) * direction % 7
    return day + dt.timedelta(direction * (distance or (7 if beyond else 0)))


def easter(year: int) -> dt.date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def feast(year: int, rule: str) -> dt.date:
    """Give a feast by its rule: ``12-25``; ``11-4-4``, the fourth Thursday of November; ``11-1-1+1``; ``Easter+1``.

    >>> feast(1999, "11-4-4"), feast(2021, "Easter+0"), feast(2016, "11-1-1+1")
    (datetime.date(1999, 11, 25), datetime.date(2021, 4, 4), datetime.date(2016, 11, 8))
    """
    if rule.startswith("Easter"):
        return easter(year) + dt.timedelta(int(rule.removeprefix("Easter")))
    rule, _, after = rule.partition("+")
    if after:
        return feast(year, rule) + dt.timedelta(int(after))
    month, first, *nth = map(int, rule.split("-", 2))
    if not nth:
        return dt.date(year, month, first)
    if nth[0] < 0:
        end = months_on(dt.date(year, month, 1), 1) - dt.timedelta(1)
        return weekday_from(end, first, -1)
    return weekday_from(dt.date(year, month, 1), first, 1) + dt.timedelta(7 * (nth[0] - 1))


def distance(day: dt.date, now: dt.date, direction: int, whole_month: bool) -> int:  # noqa: FBT001 - one of two kinds
    """Give how far a day lies from now, with a handicap on the side to which the clause does not point."""
    days = (day - (now.replace(day=1) if whole_month else now)).days
    against = days * direction < 0
    near = abs(days) <= (0 if whole_month or abs(direction) > 1 else _NEAR)
    return abs(days) + (1000 if against and not near else 330 if against else 0)
