"""Times counted from another: "two years ago" from the publication, "three days later" from the time told before."""

import datetime as dt

from detente.documents.times_calendar import GRAINS, Moment, around, months_on, shifted, weekday_from
from detente.documents.times_lengths import CLOCKED, duration
from detente.documents.times_words import Around, Reading, Words, dated, unknown

_PERIODS = ("half", "quarter")


def shift(words: Words, where: Around) -> Reading | None:
    """Read "two years ago", "three days later", "the following Friday".

    What counts from a time told before and finds none has a value that counts from the publication, and no date.
    """
    if (compared := where.last(*_PERIODS, here=True)) and _is_year_before(words):
        return dated(Moment(months_on(compared.day, -12), compared.grain))
    reading = _shifted(words, where)
    lost = reading and words.rule.told and not where.told
    return reading._replace(edtf=None, moment=None) if reading and lost else reading


def _is_year_before(words: Words) -> bool:
    """Say whether this compares with the year before: "in the third quarter, up from 3 percent *a year earlier*"."""
    back = words.rule.value.startswith("-") and "plus" not in words
    return back and words.groups.get("unit", "").lower() == "year" and words.count() == "1"


def _shifted(words: Words, where: Around) -> Reading | None:  # noqa: PLR0911 - one return a case
    told = where.told if words.rule.told else None
    day = told.day if told else where.published
    if day and "weekday" in words:
        return dated(Moment(weekday_from(day, words.number("weekday"), 1, beyond=True), "day"))
    unit = words.text("unit") if "unit" in words else "day"
    if not day and unit not in CLOCKED:
        return unknown(unit)
    if day and not words.rule.told and "plus" in words and unit == "year":  # a year and a half ago
        months = shifted(day, int(words.count()[:-2]) * -12 - 6, "month")
        return Reading(months.timex, "DATE", f"{months.edtf}~", months)
    count, finest = words.count(), GRAINS.index(unit) if unit in GRAINS else 0
    vague = told and GRAINS.index(told.grain) > max(finest, GRAINS.index("day"))
    if "unit" not in words and (not day or vague):
        return None
    if count == "X" and not words.rule.told:  # "some years ago"
        return Reading("PAST_REF" if words.rule.value.startswith("-") else "FUTURE_REF", "DATE")
    if unit in CLOCKED or not day or not count.isdigit() or vague or words.is_plural() == (count == "1"):
        return duration(words, where)
    return dated(shifted(day, int(count) * (-1 if words.rule.value.startswith("-") else 1), unit), words)


def same(words: Words, where: Around) -> Reading | None:
    """Read "the same day", "that year", "in the evening" of the day told in the same paragraph."""
    unit = words.text("unit") if "unit" in words else "day"
    told = where.last("day", here=True) if words.rule.value == "here" else where.told
    if not told or unit in CLOCKED or unit == "fortnight" or words.is_plural():
        return None
    if GRAINS.index(told.grain) > GRAINS.index(unit):
        return Reading(told.timex + ("-XX" if told.grain in ("month", "year") else ""), "DATE", told.edtf, told)
    return dated(around(told.day, unit), words)


def alike(words: Words, where: Around) -> Reading | None:
    """Read "the quarter", "the year-earlier period", "the 1988 quarter": what was told, called by its kind."""
    like, year = words.groups["like"].lower(), words.year()
    compares = bool(words.rule.value or year)
    told = where.last(*(_PERIODS if like == "period" else (like,))) if compares or like == "period" else where.told
    if told is None or like not in (told.grain, "period"):
        return _untold(words, where, year)
    if year:
        return dated(Moment(told.day.replace(year=year), told.grain))
    return dated(Moment(months_on(told.day, -12), told.grain) if words.rule.value else told)


def _untold(words: Words, where: Around, year: int | None) -> Reading | None:
    """Read the same where no such stretch was told: the year alone, or "the year-ago quarter", whichever it is."""
    if year:
        return dated(Moment(dt.date(year, 1, 1), "year"))
    if not words.rule.value or not where.published:
        return None
    code = {"quarter": "-QX", "half": "-HX"}.get(words.groups["like"].lower(), "")
    return Reading(f"{where.published.year - 1}{code}", "DATE")
