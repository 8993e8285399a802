"""Longer stretches and shifts: seasons, feasts, weeks and years, quarters, decades, "two years ago"."""

import datetime as dt

from detente.documents.times_calendar import GRAINS, Moment, around, distance, feast, season_of, shifted, weekday_from
from detente.documents.times_lengths import CLOCKED, duration
from detente.documents.times_words import Around, Reading, Words, dated


def season(words: Words, where: Around) -> Reading:
    """Read "last spring", "the spring of 2019"."""
    code, now, year = words.text("season"), where.published, words.year()
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
    """Read "Christmas Eve", "last Thanksgiving"."""
    rule, now, year = words.text("holiday"), where.published, words.year()
    if not year and not now:
        return Reading("XXXX-XX-XX", "DATE")
    if year:
        return dated(Moment(feast(year, rule), "day"))
    assert now  # noqa: S101 - one of the two is there
    days = [feast(now.year + n, rule) for n in (-1, 0, 1)]
    direction = words.step() or where.direction
    day = min(days, key=lambda day: distance(day, now, direction, whole_month=False))
    return dated(Moment(day, "day"))


def period(words: Words, where: Around) -> Reading | None:
    """Read "last week", "this year", "the weekend"."""
    unit, step = words.text("unit"), words.step() or int(words.rule.value or 0)
    if unit in CLOCKED or words.is_plural():
        return duration(words, where) if step and (unit == "hour" or words.is_plural()) else None
    if not where.published or unit == "fortnight":
        return Reading("XXXX", "DATE") if unit != "fortnight" else Reading("P2W", "DURATION")
    if unit == "day":
        return duration(words, where) if step else None  # "this day" is a figure of speech
    if unit == "weekend" and not step and "which" not in words and where.direction <= 0:
        step = -(where.published.weekday() < 5)  # "over the weekend", told on a Monday
    return dated(around(where.published, unit).moved(step))


def shift(words: Words, where: Around) -> Reading | None:
    """Read "two years ago", "three days later", "the following Friday"."""
    told = where.told if words.rule.told else None
    day = told.day if told else where.published
    if day and "weekday" in words:
        return dated(Moment(weekday_from(day, words.number("weekday"), 1, beyond=True), "day"))
    unit = words.text("unit") if "unit" in words else "day"
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
    """Read "the same day", "that year"."""
    unit, told = words.text("unit") if "unit" in words else "day", where.told
    if not told or unit in CLOCKED or unit == "fortnight" or words.is_plural():
        return None
    if words.rule.value == "alike" and told.grain != unit:
        return None
    if GRAINS.index(told.grain) > GRAINS.index(unit):
        return Reading(told.timex + ("-XX" if told.grain in ("month", "year") else ""), "DATE", told.edtf, told)
    return dated(around(told.day, unit), words)


def decade(words: Words, _where: Around) -> Reading:
    """Read "the 1990s"."""
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
