"""What a combination of time words means: its TIMEX3 value and its date."""

import datetime as dt
from collections.abc import Callable

from detente.documents.times_calendar import GRAINS, Moment, around, holiday, season, shifted, weekday_from
from detente.documents.times_lengths import CLOCKED, clock, duration, fixed, often
from detente.documents.times_words import Around, Reading, Words

_NEAR = 31
"""A day of the other year wins against the tense of a verb far above where it is so near."""


def read(words: Words, where: Around) -> Reading | None:
    """Give what the words mean; None where they name no time."""
    try:
        return _READERS[words.rule.reads](words, where)
    except (ValueError, OverflowError):  # 30 February, the year 12000
        return None


def _calendar(moment: Moment, words: Words | None = None) -> Reading:
    """Write a stretch of the calendar down, with the part of the day that the words name."""
    if words and "part" in words:
        return Reading(moment.timex + words.text("part"), "TIME", moment.edtf, moment)
    return Reading(moment.timex, "DATE", moment.edtf, moment)


def _date(words: Words, where: Around) -> Reading | None:
    if words.rule.value:
        return _calendar(Moment(dt.date.fromisoformat(words.rule.value), "day"))
    year = words.year()
    month: int | None = words.number("month") if "month" in words else None
    day: int | None = int(words.groups["date"]) if "date" in words else None
    if "slash" in words and month and day:
        month, day = (day, month) if month > 12 else (month, day)
    if month is None:
        return _calendar(Moment(dt.date(year, 1, 1), "year")) if year else None
    if year is None:
        year = _year_of(month, day, words, where)
    if year is None:
        return Reading(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), "DATE")
    moment = Moment(dt.date(year, month, day or 1), "day" if day else "month")
    if words.is_ambiguous():
        return Reading(moment.timex, "DATE", str(year))
    return _calendar(around(moment.day, words.text("unit")) if "unit" in words else moment, words)


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
    return min(years, key=lambda year: _distance(dt.date(year, month, day or 1), now, where.direction, day is None))


def _exists(year: int, month: int, day: int | None) -> bool:
    return not (month == 2 and day == 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _distance(day: dt.date, now: dt.date, direction: int, whole_month: bool) -> int:  # noqa: FBT001 - private
    """Give how far a day lies from now, with a handicap on the side to which the clause does not point."""
    days = (day - (now.replace(day=1) if whole_month else now)).days
    against = days * direction < 0
    near = abs(days) <= (0 if whole_month or abs(direction) > 1 else _NEAR)
    return abs(days) + (1000 if against and not near else 330 if against else 0)


def _more(words: Words, where: Around) -> Reading | None:
    more = int(words.groups.get("short") or words.groups["date"])
    if where.told and where.told.grain == "year" and "short" in words:  # "2015-18"
        first = where.told.day.year
        return _calendar(Moment(dt.date(first - first % 100 + more, 1, 1), "year")) if more > first % 100 else None
    if not where.told or where.told.grain != "day":
        return None
    day = where.told.day.replace(day=more)
    year = words.year()
    return _calendar(Moment(day.replace(year=year) if year else day, "day")) if day > where.told.day else None


def _weekday(words: Words, where: Around) -> Reading:
    weekday, now, step = words.number("weekday"), where.published, words.step()
    if not now:
        return Reading(f"XXXX-WXX-{weekday}", "DATE")
    if "unit" in words:
        day = around(now, "week").moved(step or 0).day + dt.timedelta(weekday - 1)
    elif step:
        day = weekday_from(now, weekday, step, beyond=True)
    else:
        day = weekday_from(now, weekday, 1 if where.direction > 0 else -1)
    return _calendar(Moment(day, "day"), words)


def _day(words: Words, where: Around) -> Reading:
    if not where.published:
        return Reading("XXXX-XX-XX", "DATE")
    step, _, part = words.text("day").partition(" ") if "day" in words else ("0", "", "")
    days = int(step) * int(words.rule.value or 1)
    reading = _calendar(Moment(where.published + dt.timedelta(days), "day"), words)
    return reading._replace(value=reading.value + part, type="TIME") if part else reading


def _season(words: Words, where: Around) -> Reading:
    code, now, year = words.text("season"), where.published, words.year()
    if year:
        return _calendar(season(year, code))
    if not now:
        return Reading(f"XXXX-{code}", "DATE")
    step = words.step()
    seasons = [season(now.year + n, code) for n in (-2, -1, 0, 1)]
    if step == 0:
        return _calendar(seasons[1] if seasons[1].last >= now else seasons[2])
    if (step or where.direction or -1) < 0:
        return _calendar([each for each in seasons if (each.last if step else each.day) < now][-1])
    return _calendar(next(each for each in seasons if (each.day if step else each.last) > now))


def _holiday(words: Words, where: Around) -> Reading:
    rule, now, year = words.text("holiday"), where.published, words.year()
    if not year and not now:
        return Reading("XXXX-XX-XX", "DATE")
    if year:
        return _calendar(Moment(holiday(year, rule), "day"))
    assert now  # noqa: S101 - one of the two is there
    days = [holiday(now.year + n, rule) for n in (-1, 0, 1)]
    direction = words.step() or where.direction
    day = min(days, key=lambda day: _distance(day, now, direction, whole_month=False))
    return _calendar(Moment(day, "day"))


def _period(words: Words, where: Around) -> Reading | None:
    unit, step = words.text("unit"), words.step() or int(words.rule.value or 0)
    if unit in CLOCKED or words.is_plural():
        return duration(words, where) if step and (unit == "hour" or words.is_plural()) else None
    if not where.published or unit == "fortnight":
        return Reading("XXXX", "DATE") if unit != "fortnight" else Reading("P2W", "DURATION")
    if unit == "day":
        return duration(words, where) if step else None  # "this day" is a figure of speech
    if unit == "weekend" and not step and "which" not in words and where.direction <= 0:
        step = -(where.published.weekday() < 5)  # "over the weekend", told on a Monday
    return _calendar(around(where.published, unit).moved(step))


def _shift(words: Words, where: Around) -> Reading | None:
    told = where.told if words.rule.told else None
    day = told.day if told else where.published
    if day and "weekday" in words:
        return _calendar(Moment(weekday_from(day, words.number("weekday"), 1, beyond=True), "day"))
    unit = words.text("unit") if "unit" in words else "day"
    if day and not words.rule.told and "plus" in words and unit == "year":  # a year and a half ago
        months = shifted(day, int(words.count()[:-2]) * -12 - 6, "month")
        return Reading(months.timex, "DATE", f"{months.edtf}~", months)
    count, finest = words.count(), GRAINS.index(unit) if unit in GRAINS else 0
    vague = told and GRAINS.index(told.grain) > max(finest, GRAINS.index("day"))
    if "unit" not in words and (not day or vague):
        return None
    if unit in CLOCKED or not day or not count.isdigit() or vague or words.is_plural() == (count == "1"):
        return duration(words, where)
    return _calendar(shifted(day, int(count) * (-1 if words.rule.value.startswith("-") else 1), unit), words)


def _same(words: Words, where: Around) -> Reading | None:
    unit, told = words.text("unit") if "unit" in words else "day", where.told
    if not told or unit in CLOCKED or unit == "fortnight" or words.is_plural():
        return None
    if GRAINS.index(told.grain) > GRAINS.index(unit):
        return Reading(told.timex + ("-XX" if told.grain in ("month", "year") else ""), "DATE", told.edtf, told)
    return _calendar(around(told.day, unit), words)


def _decade(words: Words, _where: Around) -> Reading:
    first = int(words.groups["decade"]) * 10 if "decade" in words else 1900 + int(words.groups["short"]) * 10
    return _calendar(Moment(dt.date(first, 1, 1), "decade"))


def _century(words: Words, _where: Around) -> Reading | None:
    number = words.number("ordinal") if "ordinal" in words else int(words.groups["hundreds"]) + 1
    return _calendar(Moment(dt.date((number - 1) * 100 + 1, 1, 1), "century"))


def _portion(words: Words, where: Around) -> Reading | None:
    half = words.groups["portion"].lower().startswith("h")
    number, year, now = words.number("ordinal"), words.year(), where.published
    if number > (2 if half else 4):
        return None
    if year is None and now is None:
        return Reading(f"XXXX-{'H' if half else 'Q'}{number}", "DATE")
    first = 1 + (number - 1) * (6 if half else 3)
    if year is None:
        assert now  # noqa: S101 - tested above
        behind = "which" not in words and where.direction <= 0 and dt.date(now.year, first, 1) > now
        year = now.year + (words.step() or 0) - behind
    return _calendar(Moment(dt.date(year, first, 1), "half" if half else "quarter"))


def _fiscal(words: Words, _where: Around) -> Reading:
    year = words.groups["year"]
    return Reading(f"FY{year if len(year) == 4 else f'20{year}'}", "DATE")


_READERS: dict[str, Callable[[Words, Around], Reading | None]] = {
    "date": _date, "more": _more, "weekday": _weekday, "day": _day, "season": _season, "holiday": _holiday,
    "period": _period, "shift": _shift, "same": _same, "decade": _decade, "century": _century, "portion": _portion,
    "fiscal": _fiscal, "duration": duration, "set": often, "fixed": fixed, "clock": clock,
    "nothing": lambda _words, _where: None,
}  # fmt: skip
