"""Which internet addresses may be asked: public ones. Others belong to the reader's own network and are no source."""

import ipaddress
import socket

from detente.errors import SourceError

Found = tuple[int, str]
"""An address family and an address in it, in digits."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int, source: str, *, allow_loopback: bool = False) -> list[Found]:
    """Give the addresses of a host; raise ``SourceError`` where it has none or one of them is not public."""
    try:
        known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        said = getattr(error, "strerror", None) or error
        raise SourceError(source, f"the host {host} cannot be found: {said}") from error
    found = list(dict.fromkeys((int(family), str(where[0])) for family, _, _, _, where in known))
    for _, address in found:
        if not is_public(address) and not (allow_loopback and ipaddress.ip_address(address).is_loopback):
            raise SourceError(source, f"found the private address {address} behind {host}; expected a public one")
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
