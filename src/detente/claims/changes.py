"""Claims of the kind Change."""

from detente.claims.kinds import Change, Claims
from detente.documents import Document

VERSION = "1"


def extract(document: Document, earlier: Claims) -> tuple[Change, ...]:  # noqa: ARG001
    """Find them."""
    return ()
