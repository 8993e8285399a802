"""Which internet addresses may be asked: public ones. Others belong to the reader's own network and are no source."""

import ipaddress
import socket
import threading
from typing import Any

from detente.errors import SourceError, UnreachableError

Found = tuple[int, str]
"""An address family and an address in it, in digits."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve(
    host: str, port: int, source: str, *, seconds: float | None = None, allow_loopback: bool = False
) -> list[Found]:
    """Give the addresses of a host; raise ``SourceError`` where one of them is not public.

    Raise ``UnreachableError`` where it has none, or none is found in so many seconds.
    """
    known = _looked_up(host, port, source, seconds)
    found = list(dict.fromkeys((int(family), str(where[0])) for family, _, _, _, where in known))
    for _, address in found:
        if not is_public(address) and not (allow_loopback and ipaddress.ip_address(address).is_loopback):
            raise SourceError(source, f"found the private address {address} behind {host}; expected a public one")
    return found


def _looked_up(host: str, port: int, source: str, seconds: float | None) -> list[Any]:
    """Ask the system, which knows no limit of time, in a thread that is left behind when the time is over."""
    found: list[Any] = []
    failed: list[OSError | UnicodeError] = []

    def look() -> None:
        try:
            found.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    looking.join(seconds)
    if failed:
        said = getattr(failed[0], "strerror", None) or failed[0]
        raise UnreachableError(source, f"the host {host} cannot be found: {said}") from failed[0]
    if not found:
        raise UnreachableError(source, f"the host {host} cannot be found: no answer within {seconds:g} seconds")
    return found


def is_public(address: str) -> bool:
    """Say whether an address can be reached by everybody, an IPv4 address inside an IPv6 one included.

    >>> [is_public(each) for each in ("9.9.9.9", "10.0.0.1", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        where = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(where, ipaddress.IPv6Address):
        inside = where.ipv4_mapped or where.sixtofour or (where.teredo or (None, None))[1]
        if where in _NAT64:
            inside = ipaddress.IPv4Address(int(where) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(str(inside))
    return where.is_global and not (where.is_multicast or where.is_reserved or where.is_unspecified)
