"""Frames and the pair branch: who is believed when they differ, and events that no frame tells.

In a document the frames decide: their slots say who did what in each of its events, while the branch hears one type
for two parties and a sentence. What no frame knows, a verb between two known parties, tells an event where the branch
is ``SURE``. Asked for one given pair, the branch hears what it was taught to: a frame's word then weighs as many nats
of log chance as its slots are filled by the two (``WEIGHTS``), and a type that the branch prefers by more wins. The
weights were chosen on the folds of PLV's training half.
"""

import math
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from detente.documents import Document, between, clauses

WEIGHTS = (1.0, 3.0, 4.0)
"""What a frame weighs that merely stands in the sentence, holds one of the two in its role, or both."""
LEAST, SURE = 0.5, 0.965
"""How sure the branch must be to overrule a frame, and to tell an event alone."""
NONE, YIELD = "NONE", "YIELD"
_YIELDS = ("RETREAT", "CONCEDE")


class Judged(NamedTuple):
    """A type, and how sure the branch is of it where it decided against the frame; None where the frame stands."""

    type: str
    chance: float | None


class Heard(NamedTuple):
    """An event that only the branch tells: its verb, the heads of who acts and to whom, its type and how sure it is."""

    verb: int
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    type: str
    chance: float


def judged(
    chances: Mapping[str, float], told: str | None, filled: int = 2, *, announced: bool = False
) -> Judged | None:
    """Weigh the chances against the type that a frame tells (None: no frame); None where neither says anything.

    ``filled`` says how many of the two fill roles of the frame, ``announced`` that the deed is still to come, which
    makes of a RETREAT a CONCEDE.
    """
    known = YIELD if told in _YIELDS else told
    if not chances:
        return Judged(told, None) if told else None
    scores = {kind: math.log(max(chance, 1e-9)) + WEIGHTS[filled] * (kind == known) for kind, chance in chances.items()}
    best = max((kind for kind in scores if kind != NONE), key=scores.__getitem__)
    if told and (best == known or chances[best] < LEAST):
        return Judged(told, None)
    return Judged(_YIELDS[announced] if best == YIELD else best, chances[best])


def chances_of(document: Document, ones: Collection[int], others: Collection[int]) -> Mapping[str, float]:
    """Give the chances of what the one side (head tokens) does to the other, each by all words of its mention."""
    return between(document, _words(document, ones), _words(document, others))


def heard(document: Document, told: Collection[int]) -> Iterator[Heard]:
    """Give the events between known parties at verbs where no frame tells any; ``told`` are the tokens of frames."""
    if not document.encoded:
        return
    for around in clauses(document):
        verb = document.tree[around.verb]
        bare = verb.tag in ("VBG", "VB") and not document.tree.children(around.verb, "aux", "auxpass")
        if around.verb in told or bare or document.tree.children(around.verb, "agent"):
            continue
        actors = tuple(head for head in around.subjects if _is_party(document, head))
        others = (*around.objects, *around.recipients, *(head for each in around.prepositions for head in each.objects))
        own = {*document.who(*actors)}
        recipients = tuple(head for head in others if own.isdisjoint(document.who(head)) and _is_party(document, head))
        if not actors or not recipients:
            continue
        chances = chances_of(document, actors, recipients)
        best = max(chances, key=chances.__getitem__, default=NONE)
        if best != NONE and chances[best] >= SURE:
            yield Heard(around.verb, actors, recipients, _YIELDS[0] if best == YIELD else best, chances[best])


def _is_party(document: Document, head: int) -> bool:
    """Say whether a word names somebody who takes part in politics: no outlet, no mere place."""
    known = (document.actor[actor].type for actor in document.who(head) if actor in document.actor)
    return any(kind not in ("outlet", "place") for kind in known)


def _words(document: Document, heads: Collection[int]) -> Iterator[int]:
    for head in heads:
        mention = document.mention_at.get(head)
        yield from document.tree.within(mention.span) if mention else (head,)
