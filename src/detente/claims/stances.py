"""Claims of the kind Stance."""

from detente.claims.kinds import Claims, Stance
from detente.documents import Document

VERSION = "1"


def extract(document: Document, earlier: Claims) -> tuple[Stance, ...]:  # noqa: ARG001
    """Find them."""
    return ()
