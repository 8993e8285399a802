"""Which of two events that hang together is told: rules of event_ties.yaml, and the older table of sanctions."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from detente.claims.event_matches import Match
from detente.claims.kinds import Event
from detente.documents import Document, Tree
from detente.lexicon import Joint, Tie, event_ties, event_types

_SCENES = ("at", "in", "during", "after", "following", "on")


def untied(document: Document, found: Sequence[tuple[Match, Event]]) -> list[Event]:
    """Give the events without those that lose to another of the same parties, in the same order."""
    ties = [tie for tie in event_ties(document.language).values() if tie.joined]
    return [
        event
        for match, event in found
        if not any(_loses(document, ties, (match, event), other) for other in found if other[0] is not match)
    ]


def _loses(document: Document, ties: Sequence[Tie], loser: tuple[Match, Event], winner: tuple[Match, Event]) -> bool:
    (match, event), (stronger, other) = loser, winner
    fitting = [tie for tie in ties if event.type in tie.never and other.type == tie.type]
    if not fitting or event.negated or other.negated or other.status == "hypothetical":
        return False
    present = {*other.actors, *other.recipients}
    if not present.issuperset(event.actors) or (event.type == "CONSULT" and not present.issuperset(event.recipients)):
        return False
    return any(_JOINTS[joint](document.tree, match, stronger) for tie in fitting for joint in tie.joined)


def _means(tree: Tree, loser: Match, winner: Match) -> bool:
    token = tree[winner.verb]
    return token.dep == "pcomp" and tree[token.head].text.lower() == "by" and tree[token.head].head == loser.verb


def _beside(tree: Tree, loser: Match, winner: Match) -> bool:
    return tree[winner.verb].dep == "conj" and tree[winner.verb].head == loser.verb


def _scene(tree: Tree, loser: Match, winner: Match) -> bool:
    noun = tree[loser.token]
    if noun.pos != "NOUN" or noun.dep != "pobj" or tree[noun.head].text.lower() not in _SCENES:
        return False
    return winner.verb in tree.heads(loser.token)


_JOINTS: dict[Joint, Callable[[Tree, Match, Match], bool]] = {
    "means": _means,
    "beside": _beside,
    "scene": _scene,
}


def older_sanctions(events: Sequence[Event], language: str) -> tuple[Event, ...]:
    """Give events with economic sanctions coded as an older table has them: COERCE/restrict."""
    tie = event_ties(language)["economic-sanctions"]
    return tuple(_older(event, tie) if event.why.split("; ")[0] in tie.frames else event for event in events)


def _older(event: Event, tie: Tie) -> Event:
    name, _, mode = (tie.older or tie.gives).partition("/")
    if event.type != tie.type:
        return event
    kind = event_types()[name]
    return replace(event, type=name, mode=mode or None, quad=kind.quad, score=kind.score_of(mode))
