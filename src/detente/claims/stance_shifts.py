"""Sentences that tell of a change of position, before it is known what stood there before."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.kinds import Claims, Stance
from detente.documents import Document


class Shift(NamedTuple):
    """A change told in one sentence, all by ids and tokens."""

    holder: str
    object: str | None
    announced_on: str | None
    token: int

    def gives_up(self, stance: Stance) -> bool:
        """Say whether a stance of the article is what the holder has given up."""
        return False


def shifts(document: Document, earlier: Claims) -> Iterator[Shift]:
    """Find them."""
    yield from ()
