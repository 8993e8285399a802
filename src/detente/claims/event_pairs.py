"""What the rules say between two given actors: every frame that fires, with its type and why."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.event_known import ToldEvent
from detente.claims.event_learned import Judged, chances_of, judged
from detente.claims.events import told_events
from detente.documents import Document, Sentence
from detente.lexicon import event_types

_BOTH, _ONE = 6, 3


class Firing(NamedTuple):
    """A frame that fires in a sentence, seen from two actors.

    ``type`` is the PLOVER type after tense and negation, ``why`` the frame, ``words`` the predicate as the frame
    writes it, ``token`` where it stands. ``roles`` says how well the two fill its roles: 6 when the first acts upon
    the second, less where one is missing or they stand the other way round, 0 where neither takes part. ``above``
    counts the mentions of the two that stand below its verb.
    """

    type: str
    mode: str | None
    status: str
    negated: bool
    why: str
    words: str
    token: int
    roles: int
    above: int

    @property
    def order(self) -> tuple[int, ...]:
        """How well it joins the two: roles, then syntax, a meeting last, then the order of the text."""
        return self.roles, self.above, not self.why.startswith("event_frames_consult"), -self.token


def coded(document: Document, first: str, second: str) -> Judged | None:
    """Give the type of what the first actor (id) does to the second: the frame that joins them best, and the branch.

    None where neither a frame nor the branch says anything.
    """
    best = max(firings(document, first, second), key=lambda each: each.order, default=None)
    heads = [[each.head for each in document.mentions if actor in each.actors] for actor in (first, second)]
    chances = chances_of(document, *heads)
    if best is None:
        return judged(chances, None)
    filled = 2 if best.roles >= _BOTH else int(best.roles >= _ONE)
    return judged(chances, best.type, filled, announced=best.status in ("future", "hypothetical"))


def firings(document: Document, first: str, second: str, sentence: Sentence | None = None) -> Iterator[Firing]:
    """Give the frames that fire in a document, or in one sentence of it, seen from two actors (ids)."""
    heads = [mention.head for mention in document.mentions if {first, second} & set(mention.actors)]
    for each in told_events(document):
        if sentence is None or sentence.first <= each.match.token < sentence.last:
            above = sum(each.match.verb in document.tree.heads(head) for head in heads)
            yield _firing(each, _roles(each, first, second), above)


def _firing(each: ToldEvent, roles: int, above: int) -> Firing:
    frame, stands = each.match.frame, each.standing
    kind = stands.type
    if stands.negated and event_types()[kind].quad < 3:
        kind = "REJECT"
    return Firing(
        type=kind,
        mode=frame.mode,
        status=stands.status,
        negated=stands.negated,
        why=frame.why,
        words=each.match.phrase.text,
        token=each.match.token,
        roles=roles,
        above=above,
    )


def _roles(each: ToldEvent, first: str, second: str) -> int:
    actors, recipients = set(each.actors), set(each.recipients)
    both = actors | recipients
    return 2 * (first in actors) + 2 * (second in recipients) + (first in both) + (second in both)
