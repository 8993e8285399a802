"""Fetching a page: one request, redirections followed by hand, each address checked and then used as it was checked.

The name is looked up once a request and the connection goes to the very address that was found public, so that a
name cannot point elsewhere a moment later. No proxy is used, no cookie kept, no password sent.
"""

import gzip
import http.client
import io
import socket
import ssl
import threading
import zlib
from contextlib import suppress
from email.message import Message
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from detente.articles.addresses import Found, resolve
from detente.articles.encodings import MOST_BYTES
from detente.errors import SourceError
from detente.settings import Settings

USER_AGENT = "Detente (reads news articles for a person; Python)"
_MOST_REDIRECTIONS = 5
_MOVED = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}
_IN_PATHS = "/%:@!$&'()*+,;=~?"
_TYPES = "text/html, application/xhtml+xml, text/plain, text/csv, application/jsonl;q=0.9, */*;q=0.1"


class Answer(NamedTuple):
    """What a server gave: the body, the address that gave it, the media type and the encoding declared."""

    body: io.BytesIO
    url: str
    type: str
    charset: str | None


class _Redirection(NamedTuple):
    url: str


class _Late(Exception):  # noqa: N818 - no error, a clock
    """The time is over."""


def fetch(url: str, settings: Settings) -> Answer:
    """Fetch an address; raise ``SourceError`` with what was found where it gives nothing to read."""
    here = url
    for _ in range(_MOST_REDIRECTIONS + 1):
        answer = _ask(here, url, settings)
        if isinstance(answer, Answer):
            return answer
        here = answer.url
    raise SourceError(url, f"found more than {_MOST_REDIRECTIONS} redirections; expected a page")


def _ask(here: str, source: str, settings: Settings) -> Answer | _Redirection:
    parts = _split(here, source)
    port = parts.port or _PORTS[parts.scheme]
    host = str(parts.hostname)
    found = resolve(host, port, source, allow_loopback=settings.allow_loopback)
    connection = _Connection(host, port, found, settings.fetch_seconds, secure=parts.scheme == "https")
    path = quote(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", safe=_IN_PATHS)
    headers = {"User-Agent": USER_AGENT, "Accept": _TYPES, "Accept-Encoding": "identity", "Connection": "close"}
    try:
        with connection.clock:
            connection.request("GET", path, headers=headers)
            with connection.getresponse() as response:
                return _answer(response, here, source)
    except (TimeoutError, _Late) as error:
        raise SourceError(source, f"no answer within {settings.fetch_seconds:g} seconds") from error
    except ssl.SSLError as error:
        raise SourceError(source, f"no secure connection: {error.reason or error}; expected a valid one") from error
    except (OSError, http.client.HTTPException, EOFError, zlib.error) as error:
        said = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise SourceError(source, f"cannot be reached: {said}") from error
    finally:
        connection.close()


def _split(url: str, source: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise SourceError(source, f"found an address that cannot be read: {error}") from error
    if parts.scheme not in _PORTS or not host:
        raise SourceError(source, f"found an address {parts.scheme}://{host or ''}; expected http:// or https://")
    if parts.username is not None:
        raise SourceError(source, "found a user name in the address; expected one that everybody may read")
    return parts


def _answer(response: http.client.HTTPResponse, here: str, source: str) -> Answer | _Redirection:
    if response.status in _MOVED and (target := response.getheader("Location")):
        return _Redirection(urljoin(here, target))
    if response.status != http.client.OK:
        raise SourceError(source, f"found the answer {response.status} {response.reason}; expected a page")
    body: io.BufferedIOBase = response
    if (response.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip"):
        body = gzip.GzipFile(fileobj=response)
    data = body.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise SourceError(source, f"found more than {MOST_BYTES:,} bytes; expected an article")
    expected = response.getheader("Content-Length")
    if body is response and expected and expected.isdigit() and len(data) < int(expected):
        raise SourceError(source, f"found {len(data):,} bytes of {expected}; expected all of them")
    told: Message = response.headers
    kind = told.get_content_type() if response.getheader("Content-Type") else ""
    return Answer(io.BytesIO(data), here, kind, told.get_content_charset())


class _Connection(http.client.HTTPConnection):
    """A connection to one of the addresses found, that ends when the time is over, however slowly bytes drip."""

    def __init__(self, host: str, port: int, found: list[Found], seconds: float, *, secure: bool) -> None:
        super().__init__(host, port, timeout=seconds)
        self._found = found
        self._seconds = seconds
        self._secure = ssl.create_default_context() if secure else None
        self.default_port = _PORTS["https" if secure else "http"]
        self.clock = _Clock(seconds)

    def connect(self) -> None:
        """Connect to the first address that answers, and prove who it is."""
        self.sock = self.clock.connected = self._first()
        if self._secure:
            wrapped = self._secure.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock = self.clock.connected = wrapped
            wrapped.do_handshake()

    def _first(self) -> socket.socket:
        failed: OSError | None = None
        for _, address in self._found:
            try:
                return socket.create_connection((address, self.port), self._seconds)
            except OSError as error:
                failed = error
        raise failed or OSError("no address")


class _Clock:
    """Shuts a connection when its time is over, and says so instead of what the shutting caused."""

    def __init__(self, seconds: float) -> None:
        self.connected: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._rung = False

    def _ring(self) -> None:
        self._rung = True
        if self.connected:
            with suppress(OSError):
                socket.socket.shutdown(self.connected, socket.SHUT_RDWR)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self._timer.cancel()
        if self._rung:
            raise _Late from error
