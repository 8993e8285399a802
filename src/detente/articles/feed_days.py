"""The days that a feed writes, by the moments that they mean.

A parser of feeds gives moments in UTC, in which an evening in Lima lies on the next day. The outlet's own day is the
one that it wrote.
"""

import datetime as dt
import email.utils
import re
from collections.abc import Mapping

_DATES = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)? ?(?:[Zz]|[+-]\d\d:?\d\d)"
    r"|\d{1,2} [A-Za-z]{3} \d{2,4} \d\d?:\d\d(?::\d\d)? (?:[+-]\d{4}|[A-Z]{1,4}\b)"
)
_BEFORE_FEEDS = "1990"
"""Computers count from 1970 or 1980, and write that day where they know none."""


def days_as_written(text: str) -> Mapping[str, str]:
    """Give the ISO day as it is written for each moment in UTC (ISO 8601) that a text writes with its time zone.

    Where two time zones write one moment on different days, it has none.

    >>> days_as_written("<pubDate>Thu, 05 Aug 2021 23:30:00 -0500</pubDate> 1970-01-01T00:00:00Z")
    {'2021-08-06T04:30:00+00:00': '2021-08-05'}
    """
    found: dict[str, set[str]] = {}
    for match in _DATES.finditer(text):
        moment = _moment(match[0])
        if moment and moment.isoformat() >= _BEFORE_FEEDS:
            try:
                utc = moment.astimezone(dt.UTC).replace(microsecond=0)
            except OverflowError:
                continue
            found.setdefault(utc.isoformat(), set()).add(moment.date().isoformat())
    return {utc: days.pop() for utc, days in found.items() if len(days) == 1}


def _moment(words: str) -> dt.datetime | None:
    try:
        read = dt.datetime.fromisoformat if words[:4].isdigit() else email.utils.parsedate_to_datetime
        found = read(words.replace(" +", "+").replace(" -", "-") if words[:4].isdigit() else words)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return found if found.tzinfo else None
