"""Longer stretches of the calendar: seasons, feasts, weeks and years, quarters, decades."""

import datetime as dt

from detente.documents.times_calendar import Moment, around, distance, feast, season_of
from detente.documents.times_lengths import CLOCKED, duration
from detente.documents.times_words import Around, Reading, Words, dated, unknown


def season(words: Words, where: Around) -> Reading:
    """Read "last spring", "the spring of 2019"."""
    code, now, year = words.text("season"), where.published, words.year()
    if "short" in words:
        year = where.year_of(int(words.groups["short"]))
    if year:
        return dated(season_of(year, code))
    if not now:
        return Reading(f"XXXX-{code}", "DATE")
    step = words.step()
    seasons = [season_of(now.year + n, code) for n in (-2, -1, 0, 1)]
    if step == 0:
        return dated(seasons[1] if seasons[1].last >= now else seasons[2])
    if (step or where.direction or -1) < 0:
        return dated([each for each in seasons if (each.last if step else each.day) < now][-1])
    return dated(next(each for each in seasons if (each.day if step else each.last) > now))


def holiday(words: Words, where: Around) -> Reading:
    """Read "Christmas Eve", "last Thanksgiving", "Easter week"."""
    rule, now, year = words.text("holiday"), where.published, words.year()
    if not year and not now:
        return Reading("XXXX-XX-XX", "DATE")
    if year:
        return dated(_of_feast(feast(year, rule), words))
    assert now  # noqa: S101 - one of the two is there
    days = [feast(now.year + n, rule) for n in (-1, 0, 1)]
    direction = words.step() or where.direction
    feasts = [_of_feast(day, words) for day in days]
    return dated(min(feasts, key=lambda each: distance(each.day, now, direction, whole_month=False)))


def _of_feast(day: dt.date, words: Words) -> Moment:
    """Give a feast, or the week around it: "Easter week"."""
    return around(day, words.text("unit")) if "unit" in words else Moment(day, "day")


def period(words: Words, where: Around) -> Reading | None:
    """Read "last week", "this year", "the weekend"."""
    unit, step = words.text("unit"), words.step() or int(words.rule.value or 0)
    if unit in CLOCKED or words.is_plural():
        return duration(words, where) if step and (unit == "hour" or words.is_plural()) else None
    if unit == "fortnight":
        return Reading("P2W", "DURATION")
    if not where.published:
        return unknown(unit)
    if unit == "day":
        return duration(words, where) if step else None  # "this day" is a figure of speech
    if unit == "weekend" and not step and "which" not in words and where.direction <= 0:
        step = -(where.published.weekday() < 5)  # "over the weekend", told on a Monday
    return dated(around(where.published, unit).moved(step))


def decade(words: Words, _where: Around) -> Reading:
    """Read "the 1990s", "the nineties"."""
    if "tens" in words:
        first = words.number("tens") * 10
    else:
        first = int(words.groups["decade"]) * 10 if "decade" in words else 1900 + int(words.groups["short"]) * 10
    return dated(Moment(dt.date(first, 1, 1), "decade"))


def century(words: Words, _where: Around) -> Reading | None:
    """Read "the 19th century"."""
    number = words.number("ordinal") if "ordinal" in words else int(words.groups["hundreds"]) + 1
    return dated(Moment(dt.date((number - 1) * 100 + 1, 1, 1), "century"))


def portion(words: Words, where: Around) -> Reading | None:
    """Read "the third quarter of 2020", "Q3"."""
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
    return dated(Moment(dt.date(year, first, 1), "half" if half else "quarter"))


def fiscal(words: Words, _where: Around) -> Reading:
    """Read "fiscal 2021", whose months differ from state to state."""
    year = words.groups["year"]
    return Reading(f"FY{year if len(year) == 4 else f'20{year}'}", "DATE")
