"""A connection to an address that was checked, which ends when its time is over, however slowly bytes drip."""

import http.client
import socket
import ssl
import threading
from contextlib import suppress

from detente.articles.addresses import Found

PORTS = {"http": 80, "https": 443}


class LateError(Exception):
    """The time is over."""


class Connection(http.client.HTTPConnection):
    """A connection to one of the addresses found, that ends when the time is over, however slowly bytes drip."""

    def __init__(self, host: str, port: int, found: list[Found], seconds: float, *, secure: bool) -> None:
        super().__init__(host, port, timeout=seconds)
        self._found = found
        self._seconds = seconds
        self._secure = ssl.create_default_context() if secure else None
        self.default_port = PORTS["https" if secure else "http"]
        self.clock = Clock(seconds)

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


class Clock:
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
            raise LateError from error
