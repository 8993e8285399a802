"""What a server answers: the bytes that are taken of it, or the error that says why there are none."""

import datetime as dt
import email.utils
import gzip
import http.client
import io
import re
from email.message import Message
from typing import NamedTuple

from detente.errors import SourceError, UnreachableError

_LATER = (408, 425, 429, 500, 502, 503, 504)
"""Answers after which asking again may help (RFC 9110, RFC 6585)."""

MOST_WAIT = 86_400.0
"""Nobody is obeyed who asks to wait longer than a day."""

_MAX_AGE = re.compile(r"(?:^|[ ,])max-age=(\d{1,20})\b", re.IGNORECASE)
_SECONDS = re.compile(r"\d{1,20}")


class AnswerError(SourceError):
    """An answer other than a page, with its ``status`` (404, 403 ...)."""

    def __init__(self, source: str, reason: str, status: int) -> None:
        super().__init__(source, reason)
        self.status = status


class Taken(NamedTuple):
    """Bytes, uncompressed; the media type and encoding that were declared; for how many seconds they hold."""

    data: bytes
    type: str
    charset: str | None
    fresh: float | None


def refusal(response: http.client.HTTPResponse, source: str) -> SourceError:
    """Give the error for an answer that is no page."""
    what = f"found the answer {response.status} {response.reason}; expected a page"
    if response.status in _LATER:
        return UnreachableError(source, what, waiting(response.getheader("Retry-After")))
    return AnswerError(source, what, response.status)


def take(response: http.client.HTTPResponse, source: str, most: int, *, cut: bool = False) -> Taken:
    """Take at most so many bytes of an answer; raise ``SourceError`` for more, unless they may be cut off."""
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise SourceError(source, f"found a page packed with {packing[:40]}; expected none, or gzip")
    told = response.getheader("Content-Length") or ""
    expected = int(told) if told.isdecimal() and len(told) < 20 and packing == "identity" else None
    if expected is not None and expected > most and not cut:
        raise SourceError(source, f"found {expected:,} bytes; expected at most {most:,}")
    body: io.BufferedIOBase = response if packing == "identity" else gzip.GzipFile(fileobj=response)
    data = body.read(most + 1)
    if len(data) > most and not cut:
        raise SourceError(source, f"found more than {most:,} bytes; expected an article")
    if expected is not None and len(data) < min(expected, most):
        raise UnreachableError(source, f"found {len(data):,} bytes of {expected}; expected all of them")
    headers: Message = response.headers
    kind = headers.get_content_type() if response.getheader("Content-Type") else ""
    return Taken(data[:most], kind, headers.get_content_charset(), _fresh(response.getheader("Cache-Control")))


def waiting(told: str | None) -> float | None:
    """Give the seconds that ``Retry-After`` tells, as a number or a date; at most a day, None where it tells none.

    >>> waiting("120"), waiting("9999999"), waiting("Wed, 21 Oct 2015 07:28:00 GMT"), waiting("soon")
    (120.0, 86400.0, 0.0, None)
    """
    words = (told or "").strip()
    if _SECONDS.fullmatch(words):
        return min(float(words), MOST_WAIT)
    try:
        until = email.utils.parsedate_to_datetime(words)
    except (ValueError, IndexError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=dt.UTC)
    return min(max((until - dt.datetime.now(dt.UTC)).total_seconds(), 0.0), MOST_WAIT)


def _fresh(told: str | None) -> float | None:
    found = _MAX_AGE.search(told or "")
    return min(float(found[1]), MOST_WAIT) if found else None
