"""Fetching a page: one request, redirections followed by hand, each address checked and then used as it was checked.

The name is looked up once a request and the connection goes to the very address that was found public, so that a
name cannot point elsewhere a moment later. No proxy is used, no cookie kept, no password sent.
"""

import http.client
import io
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from detente.articles.addresses import resolve
from detente.articles.answers import AnswerError, Taken, refusal, take
from detente.articles.connection import PORTS, Connection, LateError
from detente.articles.encodings import MOST_BYTES
from detente.errors import SourceError, UnreachableError
from detente.settings import Settings

ROBOT = "Detente"
"""The name under which robots.txt may speak to us."""

USER_AGENT = f"{ROBOT} (reads news articles for a person; Python)"
PAGES = "text/html, application/xhtml+xml, text/plain, text/csv, application/jsonl;q=0.9, */*;q=0.1"
_MOST_REDIRECTIONS = 5
_MOVED = (301, 302, 303, 307, 308)
_FREE_PORTS = 1024
_MOST_VALIDATOR = 1000
_IN_PATHS = "/%:@!$&'()*+,;=~?"


class Validators(NamedTuple):
    """What a server gave to tell later whether a page has changed: its ``ETag`` and ``Last-Modified`` (RFC 9110)."""

    etag: str | None = None
    modified: str | None = None


class Answer(NamedTuple):
    """What a server gave.

    The body, the address that gave it, the media type and the encoding declared, what tells a later version from this
    one, and for how many seconds the server says that there will be none (``max-age``).
    """

    body: io.BytesIO
    url: str
    type: str
    charset: str | None
    validators: Validators = Validators()
    fresh: float | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """How an address is asked for.

    ``accept`` names the media types that are wanted; of more than ``most`` bytes the beginning is taken where ``cut``
    says so, else they are refused; ``before`` is called with every address before it is asked, and may wait or raise.
    """

    accept: str = PAGES
    most: int | None = None
    cut: bool = False
    before: Callable[[str], None] | None = None


class _Redirection(NamedTuple):
    url: str


def fetch(url: str, settings: Settings, wish: Wish | None = None) -> Answer:
    """Fetch an address; raise ``SourceError`` with what was found where it gives nothing to read."""
    answer = fetch_changed(url, Validators(), settings, wish)
    if answer is None:
        raise SourceError(url, "found the answer 304 Not Modified to a request without a condition; expected a page")
    return answer


def fetch_changed(url: str, known: Validators, settings: Settings, wish: Wish | None = None) -> Answer | None:
    """Fetch an address; give None where it is still as the validators say.

    Raise ``UnreachableError`` where it may answer later, ``SourceError`` where it gives nothing to read. The time that
    a setting allows is that of all redirections together, without the time that ``wish.before`` takes.
    """
    wish = wish or Wish()
    here, left = url, settings.fetch_seconds
    for _ in range(_MOST_REDIRECTIONS + 1):
        if wish.before:
            wish.before(here)
        start = time.monotonic()
        answer = _Request(here, url, settings, wish, known).ask(left)
        if not isinstance(answer, _Redirection):
            return answer
        here, left = answer.url, left - (time.monotonic() - start)
    what = f"found more than {_MOST_REDIRECTIONS} redirections; expected a page"
    raise AnswerError(url, what, http.client.FOUND)


@dataclass(frozen=True, slots=True)
class _Request:
    """One request: the address ``here``, asked for on behalf of ``source``."""

    here: str
    source: str
    settings: Settings
    wish: Wish
    known: Validators

    def ask(self, seconds: float) -> Answer | _Redirection | None:
        parts = split(self.here, self.source)
        port = parts.port or PORTS[parts.scheme]
        host = str(parts.hostname)
        late = UnreachableError(self.source, f"no answer within {self.settings.fetch_seconds:g} seconds")
        if seconds <= 0:
            raise late
        found = resolve(host, port, self.source, seconds=seconds, allow_loopback=self.settings.allow_loopback)
        if port < _FREE_PORTS and port not in PORTS.values():
            raise SourceError(self.source, f"found the port {port}; expected 80, 443 or one above {_FREE_PORTS - 1}")
        connection = Connection(host, port, found, seconds, secure=parts.scheme == "https")
        path = quote(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", safe=_IN_PATHS)
        try:
            with connection.clock:
                connection.request("GET", path, headers=self._headers())
                with connection.getresponse() as response:
                    return self._answer(response)
        except (TimeoutError, LateError) as error:
            raise late from error
        except ssl.SSLError as error:
            what = f"no secure connection: {error.reason or error}; expected a valid one"
            raise SourceError(self.source, what) from error
        except (OSError, http.client.HTTPException, EOFError, zlib.error) as error:
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise UnreachableError(self.source, f"cannot be reached: {said}") from error
        finally:
            connection.close()

    def _headers(self) -> dict[str, str]:
        given = {"User-Agent": USER_AGENT, "Accept": self.wish.accept, "Accept-Encoding": "gzip", "Connection": "close"}
        conditions = {"If-None-Match": self.known.etag, "If-Modified-Since": self.known.modified}
        return given | {name: value for name, value in conditions.items() if value}

    def _answer(self, response: http.client.HTTPResponse) -> Answer | _Redirection | None:
        if response.status in _MOVED and (target := response.getheader("Location")):
            try:
                return _Redirection(urljoin(self.here, target))
            except ValueError as error:
                what = f"found a redirection to an address that cannot be read: {error}"
                raise SourceError(self.source, what) from error
        if response.status == http.client.NOT_MODIFIED and any(self.known):
            return None
        if response.status != http.client.OK:
            raise refusal(response, self.source)
        most = MOST_BYTES if self.wish.most is None else self.wish.most
        taken: Taken = take(response, self.source, most, cut=self.wish.cut)
        validators = Validators(_validator(response.getheader("ETag")), _validator(response.getheader("Last-Modified")))
        return Answer(io.BytesIO(taken.data), self.here, taken.type, taken.charset, validators, taken.fresh)


def _validator(told: str | None) -> str | None:
    """Give what a server wants to hear again; None where it cannot be said."""
    return told if told and told.isprintable() and len(told) <= _MOST_VALIDATOR else None


def split(url: str, source: str) -> SplitResult:
    """Take an address apart; raise ``SourceError`` where it is none that everybody may ask."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise SourceError(source, f"found an address that cannot be read: {error}") from error
    if parts.scheme not in PORTS or not host:
        raise SourceError(source, f"found an address {parts.scheme}://{host or ''}; expected http:// or https://")
    if parts.username is not None:
        raise SourceError(source, "found a user name in the address; expected one that everybody may read")
    return parts
