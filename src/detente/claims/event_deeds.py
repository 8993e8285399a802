"""Whether what a frame tells is a deed in public life at all, as the deed head weighs it.

"The striker *attacked* the left side" and "she *met* her husband at a dance" fit their frames, and are no events. The
head is believed where it is clear: what it finds less likely than ``LEAST`` is passed over. Without the learned layer
nothing is. The bar was chosen on our own gold, by texts that the head had not seen (``training/deeds.py``).
"""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.event_known import ToldEvent
from detente.claims.event_marks import marks
from detente.claims.kinds import Event
from detente.documents import Document, Weighed, states_about, weigh

LEAST = 0.4
"""How likely it must be that an event is a public deed."""


class Judgement(NamedTuple):
    """An event that a frame tells, and what the head makes of it."""

    event: Event
    weighed: Weighed

    @property
    def kept(self) -> bool:
        """Say whether it is an event."""
        return self.weighed.chance >= LEAST


def weighed(document: Document, each: ToldEvent, event: Event) -> Weighed | None:
    """Give how likely an event is a public deed, and what speaks for it; None where the document is not encoded."""
    if not document.encoded:
        return None
    return weigh(states_about(document, each.match.token), marks(document, each, event))


def is_deed(document: Document, each: ToldEvent, event: Event) -> bool:
    """Say whether it is one; so it is where nothing is learned."""
    found = weighed(document, each, event)
    return found is None or Judgement(event, found).kept


def judgements(document: Document, told: Iterator[tuple[ToldEvent, Event]]) -> Iterator[Judgement]:
    """Give what the head makes of each event that frames tell, kept or passed over."""
    for each, event in told:
        if found := weighed(document, each, event):
            yield Judgement(event, found)
