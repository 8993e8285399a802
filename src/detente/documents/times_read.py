"""What a combination of time words means: its TIMEX3 value and its date."""

import datetime as dt
from collections.abc import Callable

from detente.documents.times_calendar import Moment, around, distance, weekday_from
from detente.documents.times_lengths import clock, duration, fixed, often
from detente.documents.times_periods import century, decade, fiscal, holiday, period, portion, season
from detente.documents.times_told import alike, same, shift
from detente.documents.times_words import Around, Reading, Words, dated


def read(words: Words, where: Around) -> Reading | None:
    """Give what the words mean; None where they name no time."""
    try:
        return _READERS[words.rule.reads](words, where)
    except (ValueError, OverflowError):  # 30 February, the year 12000
        return None


def _date(words: Words, where: Around) -> Reading | None:  # noqa: PLR0911 - one return a case
    if len(words.rule.value) == len("2001-09-11"):
        return dated(Moment(dt.date.fromisoformat(words.rule.value), "day"))
    year = where.told.day.year if words.rule.told and where.told else words.year()
    month: int | None = words.number("month") if "month" in words else None
    day: int | None = int(words.groups["date"]) if "date" in words else None
    if words.rule.told and month is None:
        return _day_of_month(day or 1, where)
    if "short" in words and (year := where.year_of(int(words.groups["short"]))) is None:
        parts = (f"XX{words.groups['short']}", *(f"{each:02}" for each in (month, day) if each))
        return Reading("-".join(parts), "DATE")
    if "slash" in words and month and day:
        month, day = (day, month) if month > 12 else (month, day)
    if month is None:
        return dated(Moment(dt.date(year, 1, 1), "year")) if year else None
    if year is None:
        year = _year_of(month, day, words, where)
    if year is None:
        return Reading(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), "DATE")
    moment = Moment(dt.date(year, month, day or 1), "day" if day else "month")
    if words.is_ambiguous():
        return _with_clock(Reading(moment.timex, "DATE", str(year)), words)
    return _with_clock(dated(around(moment.day, words.text("unit")) if "unit" in words else moment, words), words)


def _with_clock(reading: Reading, words: Words) -> Reading:
    """Add the hour that stands behind a day of figures: "2021-08-02 14:30"."""
    if "minute" not in words:
        return reading
    words.text("zone")
    return reading._replace(
        value=f"{reading.value}T{int(words.groups['hour']):02}:{words.groups['minute']}", type="TIME"
    )


def _day_of_month(day: int, where: Around) -> Reading | None:
    """Read "on the 9th" in the month told before."""
    month = where.last("day", "month")
    return dated(Moment(month.day.replace(day=day), "day")) if month else None


def _year_of(month: int, day: int | None, words: Words, where: Around) -> int | None:
    """Give the year of a month or day without one: the nearest on the side of the tense, or as "last" says."""
    now, step = where.published, words.step()
    if not now:
        return None
    if step is not None and "year" in words:
        return now.year + step
    current = (now.year, now.month, now.day if day else 0)
    years = [year for year in (now.year - 1, now.year, now.year + 1) if _exists(year, month, day)]
    if "weekday" in words:
        weekday = words.number("weekday")
        fitting = [year for year in years if dt.date(year, month, day or 1).isoweekday() == weekday]
        years = fitting or years
    if step == 0:
        return now.year
    if step:
        sides = [year for year in years if ((year, month, day or 0) < current) == (step < 0)]
        return max(sides) if step < 0 else min(year for year in sides if (year, month, day or 0) != current)
    return min(years, key=lambda year: distance(dt.date(year, month, day or 1), now, where.direction, day is None))


def _exists(year: int, month: int, day: int | None) -> bool:
    return not (month == 2 and day == 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _more(words: Words, where: Around) -> Reading | None:
    more = int(words.groups.get("short") or words.groups["date"])
    if where.told and where.told.grain == "year" and "short" in words:  # "2015-18"
        first = where.told.day.year
        return dated(Moment(dt.date(first - first % 100 + more, 1, 1), "year")) if more > first % 100 else None
    if not where.told or where.told.grain != "day":
        return None
    day = where.told.day.replace(day=more)
    year = words.year()
    return dated(Moment(day.replace(year=year) if year else day, "day")) if day > where.told.day else None


def _weekday(words: Words, where: Around) -> Reading:
    weekday, now, step = words.number("weekday"), where.published, words.step()
    if not now:
        return Reading(f"XXXX-WXX-{weekday}", "DATE")
    if "unit" in words:
        day = around(now, "week").moved(step or 0).day + dt.timedelta(weekday - 1)
    elif step:
        day = weekday_from(now, weekday, step, beyond=True)
    elif step == 0 and not where.direction:
        day = around(now, "week").day + dt.timedelta(weekday - 1)
    else:
        day = weekday_from(now, weekday, 1 if where.direction > 0 else -1)
    return dated(Moment(day, "day"), words)


def _day(words: Words, where: Around) -> Reading:
    if not where.published:
        return Reading("XXXX-XX-XX", "DATE")
    step, _, part = words.text("day").partition(" ") if "day" in words else ("0", "", "")
    days = int(step) * int(words.rule.value or 1)
    reading = dated(Moment(where.published + dt.timedelta(days), "day"), words)
    return reading._replace(value=reading.value + part, type="TIME") if part else reading


_READERS: dict[str, Callable[[Words, Around], Reading | None]] = {
    "date": _date, "more": _more, "weekday": _weekday, "day": _day, "season": season, "holiday": holiday,
    "period": period, "shift": shift, "same": same, "alike": alike, "decade": decade, "century": century,
    "portion": portion, "fiscal": fiscal, "duration": duration, "set": often, "fixed": fixed, "clock": clock,
    "nothing": lambda _words, _where: None,
}  # fmt: skip
