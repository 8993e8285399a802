"""Partial dates and intervals, as precise as the source and no more.

Dates are kept as EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1): ``2021-08-02``, ``2017-08``,
``2017``, ``../2021-08-02`` (some day up to), ``2021-08-02/..`` (from that day on), ``2021-08/2021-10``, with ``~``
for about and ``?`` for uncertain. They are strings everywhere; this file reads, compares and bounds them.
"""

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?$")

FIRST, LAST = dt.date.min, dt.date.max
_DAY = len("2021-08-05")


class Bounds(NamedTuple):
    """The first and the last day that a date may mean, both included; open ends are ``date.min`` and ``date.max``."""

    first: dt.date
    last: dt.date


def is_edtf(value: str) -> bool:
    """Say whether the value is a date or interval of the forms above.

    >>> [is_edtf(value) for value in ("2021-08", "../2021-08-02", "2021-13", "Monday")]
    [True, True, False, False]
    """
    try:
        bounds(value)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=50_000)
def bounds(value: str) -> Bounds:
    """Give the first and last day of a date or interval; raise ``ValueError`` for anything else.

    >>> bounds("2017-08")
    Bounds(first=datetime.date(2017, 8, 1), last=datetime.date(2017, 8, 31))
    >>> bounds("../2021-08-02").last
    datetime.date(2021, 8, 2)
    """
    start, slash, end = value.partition("/")
    if not slash:
        return _point(value)
    if start in ("..", "") and end in ("..", ""):
        raise ValueError(f"{value!r} bounds nothing: expected a date on one side of the slash")
    first = FIRST if start in ("..", "") else _point(start).first
    last = LAST if end in ("..", "") else _point(end).last
    if first > last:
        raise ValueError(f"{value!r} ends before it starts")
    return Bounds(first, last)


def first_day(value: str) -> str:
    """Give the first day that a date may mean; an empty value stays empty.

    >>> first_day("2017-08"), last_day("2017-08")
    ('2017-08-01', '2017-08-31')
    """
    return bounds(value).first.isoformat() if value and len(value) != _DAY else value


def last_day(value: str) -> str:
    """Give the last day that a date may mean; an empty value stays empty."""
    return bounds(value).last.isoformat() if value and len(value) != _DAY else value


def _point(value: str) -> Bounds:
    match = _POINT.match(value)
    if not match:
        raise ValueError(f"{value!r} is no EDTF date: expected YYYY, YYYY-MM or YYYY-MM-DD, or an interval of them")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern demands a year
    if month is None:
        return Bounds(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if not 1 <= month <= 12:
        raise ValueError(f"{value!r} is no EDTF date: there is no month {month}")
    if day is None:
        return Bounds(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
    exact = dt.date(year, month, day)
    return Bounds(exact, exact)


def may_hold(value: str, day: dt.date) -> bool:
    """Say whether the day lies within the bounds of the date."""
    first, last = bounds(value)
    return first <= day <= last
