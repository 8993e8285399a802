"""Claims of the kind Membership."""

from detente.claims.kinds import Claims, Membership
from detente.documents import Document

VERSION = "1"


def extract(document: Document, earlier: Claims) -> tuple[Membership, ...]:  # noqa: ARG001
    """Find them."""
    return ()
