"""What a combination of time words means: its TIMEX3 value and its date."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from detente.documents.times_calendar import (
    DURATIONS,
    Moment,
    around,
    holiday,
    months_on,
    season,
    shifted,
    weekday_from,
)
from detente.lexicon import TimePattern, time_lexicon

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Reading(NamedTuple):
    """What the words mean. ``moment`` is the stretch of the calendar, where there is exactly one."""

    value: str
    type: Type
    edtf: str | None = None
    moment: Moment | None = None


class Around(NamedTuple):
    """What is known where the words stand: the publication's day, the time told before, the way the tense points."""

    published: dt.date | None
    told: Moment | None
    ahead: bool


class Words:
    """The words of one match, by kind, and their meanings."""

    def __init__(self, rule: TimePattern, groups: Mapping[str, str | None], language: str) -> None:
        self.rule = rule
        self.groups = {kind: " ".join(words.split()) for kind, words in groups.items() if words}
        self._known = time_lexicon(language).words
        self.used: list[str] = []

    def __contains__(self, kind: str) -> bool:
        return kind in self.groups

    def text(self, kind: str) -> str:
        """Give the value of a word of this kind; figures stand for themselves; empty where there is none."""
        words = self.groups.get(kind, "").lower()
        entry = self._known.get((kind, words)) or self._known.get((kind, words.rstrip(".")))
        if entry:
            self.used.append(entry.id)
        return entry.value if entry else words

    def number(self, kind: str) -> int:
        """Give the same as a number."""
        return int(self.text(kind))

    def count(self) -> str:
        """Give how many units are meant: a number, or X where the words leave it open."""
        if "vague" in self:
            return self.text("vague")
        if "one" in self:
            return "1"
        return (self.text("number") or self.rule.value or "1").replace(",", "")


def read(words: Words, where: Around) -> Reading | None:
    """Give what the words mean; None where they name no time."""
    return _READERS[words.rule.reads](words, where)


def _calendar(moment: Moment) -> Reading:
    return Reading(moment.timex, "DATE", moment.edtf, moment)


def _part(reading: Reading, words: Words) -> Reading:
    if "part" not in words or not reading.moment:
        return reading
    return reading._replace(value=reading.value + words.text("part"), type="TIME")


def _date(words: Words, where: Around) -> Reading | None:
    month = words.number("month") if "month" in words else None
    day = int(words.groups["date"]) if "date" in words else None
    if "weekday" in words:
        words.text("weekday")
    year = int(words.groups["year"]) if words.groups.get("year", "").isdigit() else None
    if year is None and month:
        year = _year_of(month, day, words, where)
    if month is None:
        return _calendar(Moment(dt.date(year, 1, 1), "year")) if year else None
    if year is None:
        return Reading(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), "DATE")
    try:
        moment = Moment(dt.date(year, month, day or 1), "day" if day else "month")
    except ValueError:
        return None
    return _part(_calendar(moment), words)


def _year_of(month: int, day: int | None, words: Words, where: Around) -> int | None:
    """Give the year of a month or day without one: the nearest on the side of the tense, or as "last" says."""
    now = where.published
    if not now:
        return where.told.day.year if where.told else None
    if "which" in words and words.groups.get("year"):
        return now.year + words.number("which")
    key, today = (month, day or 0), (now.month, now.day if day else 0)
    if "which" in words and (step := words.number("which")):
        return now.year + (-(key >= today) if step < 0 else int(key <= today))
    if "which" in words:
        return now.year
    return now.year + (int(key < today) if where.ahead else -(key > today))


def _weekday(words: Words, where: Around) -> Reading:
    weekday, now = words.number("weekday"), where.published
    if not now:
        return Reading(f"XXXX-WXX-{weekday}", "DATE")
    step = words.number("which") if "which" in words else None
    if step is None or step == 0:
        day = weekday_from(now, weekday, 1 if where.ahead else -1)
    else:
        day = weekday_from(now, weekday, step, beyond=True)
    return _part(_calendar(Moment(day, "day")), words)


def _day(words: Words, where: Around) -> Reading:
    if not where.published:
        return Reading("XXXX-XX-XX", "DATE")
    step = words.number("day") if "day" in words else 0
    if words.groups.get("which", "").lower() == "last":
        step = -1
    moment = Moment(where.published + dt.timedelta(step), "day")
    reading = _calendar(moment)
    if "which" in words:
        return reading._replace(value=reading.value + "TNI", type="TIME")
    return _part(reading, words)


def _season(words: Words, where: Around) -> Reading:
    code, now = words.text("season"), where.published
    if "year" in words:
        return _calendar(season(int(words.groups["year"]), code))
    if not now:
        return Reading(f"XXXX-{code}", "DATE")
    current = season(now.year, code)
    step = words.number("which") if "which" in words else (1 if where.ahead else -1)
    if step < 0 and (current.last >= now if "which" in words else current.day > now):
        current = season(now.year - 1, code)
    if step > 0 and (current.day <= now if "which" in words else current.last < now):
        current = season(now.year + 1, code)
    return _calendar(current)


def _holiday(words: Words, where: Around) -> Reading:
    rule, now = words.text("holiday"), where.published
    if "year" in words:
        return _calendar(Moment(holiday(int(words.groups["year"]), rule), "day"))
    if not now:
        return Reading("XXXX-XX-XX", "DATE")
    step = words.number("which") if "which" in words else (1 if where.ahead else -1)
    day = holiday(now.year, rule)
    if step < 0 and day > now:
        day = holiday(now.year - 1, rule)
    if step > 0 and day < now:
        day = holiday(now.year + 1, rule)
    return _calendar(Moment(day, "day"))


def _period(words: Words, where: Around) -> Reading | None:
    unit, step = words.text("unit"), words.number("which")
    if unit in ("second", "minute", "hour"):
        return None
    if unit == "fortnight":
        return Reading("P2W", "DURATION")
    if not where.published:
        return Reading("XXXX", "DATE")
    return _calendar(around(where.published, unit).moved(step))


def _shift(words: Words, where: Around) -> Reading | None:
    anchor = where.told if words.rule.told else None
    day = anchor.day if anchor else where.published
    if "weekday" in words and day:
        return _calendar(Moment(weekday_from(day, words.number("weekday"), 1, beyond=True), "day"))
    unit = words.text("unit") if "unit" in words else words.groups.get("one", "").lower()
    count = words.count()
    if unit in ("second", "minute", "hour") or not day or not count.isdigit():
        return _duration(words, where)
    return _calendar(shifted(day, int(count) * int(words.rule.value), unit))


def _same(words: Words, where: Around) -> Reading | None:
    unit = words.text("unit")
    if not where.told or unit in ("second", "minute", "hour", "fortnight"):
        return None
    return _calendar(around(where.told.day, unit))


def _decade(words: Words, _where: Around) -> Reading:
    first = int(words.groups["decade"]) * 10 if "decade" in words else 1900 + int(words.groups["short"]) * 10
    return _calendar(Moment(dt.date(first, 1, 1), "decade"))


def _century(words: Words, _where: Around) -> Reading | None:
    number = words.number("ordinal") if "ordinal" in words else words.number("number")
    if not 1 <= number <= 99:
        return None
    moment = Moment(dt.date((number - 1) * 100 + 1, 1, 1), "century")
    return Reading(f"{number - 1:02}", "DATE", moment.edtf, moment)


def _portion(words: Words, where: Around) -> Reading | None:
    half = words.groups["portion"].lower().startswith("h")
    number = words.number("ordinal")
    year = int(words.groups["year"]) if words.groups.get("year", "").isdigit() else None
    letter = "H" if half else "Q"
    if number > (2 if half else 4):
        return None
    if year is None and where.published:
        year = where.published.year + (words.number("which") if "which" in words else 0)
    if year is None:
        return Reading(f"XXXX-{letter}{number}", "DATE")
    first = dt.date(year, (number - 1) * (6 if half else 3) + 1, 1)
    if "which" not in words and "year" not in words and where.published and not where.ahead and first > where.published:
        first = months_on(first, -12)
    return _calendar(Moment(first, "half" if half else "quarter"))


def _duration(words: Words, _where: Around) -> Reading | None:
    unit, count = words.text("unit"), words.count()
    if "halved" in words:
        return Reading({"hour": "PT30M", "year": "P6M", "day": "PT12H"}.get(words.groups["halved"], "P50Y"), "DURATION")
    return Reading(length(count, unit), "DURATION")


def length(count: str, unit: str) -> str:
    """Write a duration: P3D, PT2H, PXY.

    >>> length("3", "day"), length("X", "hour"), length("4", "decade")
    ('P3D', 'PTXH', 'P40Y')
    """
    times = {"decade": 10, "century": 100, "fortnight": 2}.get(unit, 1)
    code = DURATIONS.get({"decade": "year", "century": "year", "fortnight": "week"}.get(unit, unit), "Y")
    if times > 1 and count.isdigit():
        count = str(int(count) * times)
    return f"PT{count}{code[1]}" if code.startswith("T") else f"P{count}{code}"


_OFTEN = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y"}


def _set(words: Words, _where: Around) -> Reading:
    if "often" in words:
        return Reading(_OFTEN[words.groups["often"].lower()], "SET")
    if "weekday" in words:
        return Reading(f"XXXX-WXX-{words.text('weekday')}", "SET")
    return Reading(length(words.count(), words.text("unit")), "SET")


def _fixed(words: Words, _where: Around) -> Reading:
    return Reading(words.rule.value, "DATE")


def _clock(words: Words, where: Around) -> Reading | None:
    if "fixed" in words:
        clock = "T24:00" if words.groups["fixed"].lower() == "midnight" else "T12:00"
    else:
        words.text("zone")
        hour = int(words.groups["hour"])
        late = words.text("half") == "12" or words.text("part") in ("TAF", "TEV")
        if "half" in words and hour > 12:
            return None
        hour = hour % 12 + 12 * late if "half" in words else hour + 12 * (late and hour < 12)
        clock = f"T{hour:02}:{words.groups.get('minute', '00')}"
    if not where.published:
        return Reading(f"XXXX-XX-XX{clock}", "TIME")
    moment = Moment(where.published, "day")
    return Reading(moment.timex + clock, "TIME", None, None)


_READERS: dict[str, Callable[[Words, Around], Reading | None]] = {
    "date": _date, "weekday": _weekday, "day": _day, "season": _season, "holiday": _holiday, "period": _period,
    "shift": _shift, "same": _same, "decade": _decade, "century": _century, "portion": _portion,
    "duration": _duration, "set": _set, "fixed": _fixed, "clock": _clock, "nothing": lambda _w, _a: None,
}  # fmt: skip
