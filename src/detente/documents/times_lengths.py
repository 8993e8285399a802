"""How long, how often, at what hour: readings that are no date by themselves."""

from detente.documents.times_words import Around, Reading, Words

_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y",
}  # fmt: skip
_TIMES = {"decade": 10, "century": 100, "fortnight": 2}
_SMALLER = {"hour": (60, "M"), "day": (24, "H"), "year": (12, "M")}
CLOCKED = ("second", "minute", "hour")


def length(count: str, unit: str) -> str:
    """Write a duration as TIMEX3 does.

    >>> length("3", "day"), length("X", "hour"), length("4", "decade"), length("5.5", "hour"), length("0.5", "year")
    ('P3D', 'PTXH', 'P40Y', 'PT5H30M', 'P6M')
    """
    code = _CODES[unit]
    timed, code = ("T", code[1]) if code.startswith("T") else ("", code)
    if count.isdigit():
        return f"P{timed}{int(count) * _TIMES.get(unit, 1)}{code}"
    if count.endswith(".5") and unit in _SMALLER:
        whole, (parts, smaller) = count.removesuffix(".5"), _SMALLER[unit]
        rest = f"{parts // 2}{smaller}"
        first = f"{whole}{code}" if whole != "0" else ""
        return f"PT{first}{rest}" if timed else f"P{first}{'T' if unit == 'day' else ''}{rest}"
    if unit in _TIMES and count != "X":
        return f"P{float(count) * _TIMES[unit]:g}{code}"
    return f"P{timed}{count}{code}"


def duration(words: Words, _where: Around) -> Reading:
    """Read "three days", "half an hour", "for years"."""
    count = words.count()
    if "one" in words or ("which" in words and "number" not in words and "vague" not in words):
        count = "X" if words.is_plural() else count
    return Reading(
        length("X" if words.rule.value == "1" and words.is_plural() else count, words.text("unit")), "DURATION"
    )


def often(words: Words, _where: Around) -> Reading:
    """Read "every year", "daily", "every Monday", "every other week"."""
    if "often" in words:
        return Reading(words.text("often"), "SET")
    if "weekday" in words:
        return Reading(f"XXXX-WXX-{words.text('weekday')}", "SET")
    return Reading(length("2" if "other" in words else words.count(), words.text("unit")), "SET")


def fixed(words: Words, _where: Around) -> Reading:
    """Read "now", "recently"."""
    return Reading(words.rule.value, "DATE")


def clock(words: Words, _where: Around) -> Reading | None:
    """Read "10:35 a.m.", "noon"; the day is added where the text around tells it."""
    if "noon" in words:
        return Reading(words.text("noon"), "TIME")
    words.text("zone")
    hour, half = int(words.groups["hour"] if "hour" in words else words.count()), words.text("half")
    if hour > (12 if half else 24):
        return None
    hour = hour % 12 + int(half) if half else hour + 12 * (hour < 12 and words.text("part") in ("TAF", "TEV"))
    return Reading(f"T{hour:02}:{words.groups.get('minute', '00')}", "TIME")
