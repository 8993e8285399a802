"""Claims of the kind Event."""

from detente.claims.kinds import Claims, Event
from detente.documents import Document

VERSION = "1"


def extract(document: Document, earlier: Claims) -> tuple[Event, ...]:  # noqa: ARG001
    """Find them."""
    return ()
