"""Days as headers and columns write them: ISO 8601, or in English words."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_ISO = r"\d{4}-\d\d-\d\d"
_TIME = r"(?:[T ]\d\d:?\d\d\S*| \d\d?:\d\d.*)?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_WRITTEN = (
    rf"{_WEEKDAY}{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})",
)
_PATTERNS = tuple(
    re.compile(pattern + _TIME + "$", re.IGNORECASE)
    for pattern in (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", *_WRITTEN)
)

DAY = rf"(?:{_ISO}|{'|'.join(re.sub(r'[(][?]P<[a-z]+>', '(?:', written) for written in _WRITTEN)})"
"""A pattern for a day inside a line."""


def day(words: str) -> str | None:
    """Give the ISO day that the words write, None where they write none; hours are left out.

    >>> day("Friday, January 4, 2019"), day("2021-05-20T22:14:56+00:00"), day("5 Aug. 2021")
    ('2019-01-04', '2021-05-20', '2021-08-05')
    >>> day("05/08/2021") is None  # the fifth of August, or the eighth of May?
    True
    """
    words = " ".join(words.split())
    for pattern in _PATTERNS:
        if match := pattern.match(words):
            month = match["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            try:
                return dt.date(int(match["year"]), number, int(match["day"])).isoformat()
            except ValueError:
                return None
    return None
