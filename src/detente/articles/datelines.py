"""Datelines: place, day and agency before a lead, as in "LIMA, Aug 5 (Agency) - The new minister ..."."""

import re

from detente.articles.days import day
from detente.text import Span

_NAME = r"[^\W\d_][\w.'’-]*"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"(?P<place>{_NAME}(?: {_NAME}){{0,3}})"  # LIMA, NEW YORK
    rf"(?:, (?!{_MONTH} \d){_NAME}(?: {_NAME}){{0,2}})?"  # , Peru
    rf"(?P<day>,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?P<year>\d{{4}}))?)?"  # , Aug 5
    r"(?P<agency>,? ?\([^)\n]{2,40}\))?"  # (Reuters)
    r" ?(?:\.-|-{1,2}|–|—|_)(?=\s|$)[ \t]*",
    re.IGNORECASE,
)


def find_dateline(text: str, line: Span) -> Span | None:
    """Give the dateline at the beginning of a line, up to the prose; None where there is none.

    A place in capitals makes one, any other place only together with a day or an agency.

    >>> find_dateline("LIMA, Aug 5 (Agency) - The", Span(0, 26)), find_dateline("Béjar - who spoke", Span(0, 17))
    (Span(start=0, end=23), None)
    """
    match = _DATELINE.match(text, line.start, line.end)
    if not match:
        return None
    place = match["place"]
    shouted = place.isupper() and len(place) > 2
    known = place[0].isupper() and (match["day"] or match["agency"])
    return Span(*match.span()) if shouted or known else None


def dated(text: str, dateline: Span) -> str | None:
    """Give the ISO day that a dateline writes in full.

    >>> dated("KYIV, Ukraine, May 3, 2022 (Agency) - ", Span(0, 38))
    '2022-05-03'
    """
    match = _DATELINE.match(text, dateline.start, dateline.end)
    return day(match["day"].lstrip(", ")) if match and match["year"] else None
