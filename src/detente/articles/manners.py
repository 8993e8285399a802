"""Manners towards hosts: what their robots.txt allows (RFC 9309), how long they want to be left alone between requests.

A host whose robots.txt cannot be had for now is not asked for anything else; one that has none allows everything.
"""

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from detente.articles.answers import MOST_WAIT, AnswerError
from detente.articles.fetch import ROBOT, Wish, fetch, split
from detente.errors import RefusedError, SourceError, UnreachableError
from detente.settings import Settings

PATIENCE = 60.0
"""So many seconds are waited for a host; one that wants more is asked another time."""

_ROBOTS_BYTES = 500 * 2**10
_ROBOTS_SECONDS = 86_400.0
_RETRY_SECONDS = 300.0


@dataclass(slots=True)
class _Host:
    """What is known of a scheme, host and port: its rules, until when they hold, and when it may be asked next."""

    rules: Protego | None = None
    known_until: float = 0.0
    next_at: float = 0.0
    pause: float = 0.0


class Manners:
    """What several requests owe to hosts; times are those of ``time.monotonic``."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._hosts: dict[str, _Host] = {}

    def enter(self, url: str, source: str) -> None:
        """Wait until an address may be asked.

        Raise ``RefusedError`` where robots.txt refuses it, ``UnreachableError`` where its host must wait longer.
        """
        parts = split(url, source)
        origin = f"{parts.scheme}://{parts.netloc}"
        host = self._hosts.setdefault(origin, _Host())
        if time.monotonic() >= host.known_until:
            self._learn(host, origin, source)
        if host.rules and not host.rules.can_fetch(url, ROBOT):
            what = f"{origin}/robots.txt does not allow {ROBOT} to read it"
            raise RefusedError(source, f"{what}; expected a page that it allows")
        self._wait(host, origin, source)

    def rest(self, url: str) -> float:
        """Give the seconds for which the host of an address wants to be left alone."""
        parts = urlsplit(url)
        host = self._hosts.get(f"{parts.scheme}://{parts.netloc}")
        return max(host.next_at - time.monotonic(), 0.0) if host else 0.0

    def postpone(self, url: str, seconds: float) -> None:
        """Leave the host of an address alone for so many seconds."""
        parts = urlsplit(url)
        host = self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}", _Host())
        host.next_at = max(host.next_at, time.monotonic() + seconds)

    def _wait(self, host: _Host, origin: str, source: str) -> None:
        left = host.next_at - time.monotonic()
        if left > PATIENCE:
            raise UnreachableError(source, f"{origin} wants to be left alone for {left:.0f} seconds", left)
        if left > 0:
            time.sleep(left)
        host.next_at = time.monotonic() + max(host.pause, self._settings.fetch_pause)

    def _learn(self, host: _Host, origin: str, source: str) -> None:
        self._wait(host, origin, source)
        wish = Wish(accept="text/plain, */*;q=0.1", most=_ROBOTS_BYTES, cut=True)
        try:
            told = fetch(f"{origin}/robots.txt", self._settings, wish).body.read()
            host.rules = Protego.parse(told.decode("utf-8-sig", "replace"))
        except UnreachableError as error:
            host.next_at = time.monotonic() + (error.wait or _RETRY_SECONDS)
            what = f"{origin}/robots.txt cannot be read, so nothing there is: {error.reason}"
            raise UnreachableError(source, what, error.wait or _RETRY_SECONDS) from error
        except AnswerError:
            host.rules = None  # there are none
        except SourceError as error:
            raise SourceError(source, error.reason) from error
        told_pause = float((host.rules and host.rules.crawl_delay(ROBOT)) or 0.0)
        host.pause = min(max(told_pause, 0.0), MOST_WAIT)
        host.known_until = time.monotonic() + _ROBOTS_SECONDS
