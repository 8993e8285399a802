"""Harm that a noun tells by one side alone, where the article tells the other side elsewhere: "the Kremlin's *war*"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from detente.claims.event_matches import Match
from detente.claims.event_parties import code_of
from detente.claims.kinds import Event, EventParty
from detente.documents import Document

_HARM = "ASSAULT"
_NEW = ("a", "an", "another", "any", "no", "every", "each")

Told = tuple[Match, Event]
Role = Literal["actor", "recipient"]


def with_sides(document: Document, found: Sequence[Told]) -> list[Told]:
    """Give the same, with the state that did it or to which it was done, where the others tell but one.

    Another telling is of the same harm where its known side is of the same states.
    """
    harms = [event for _, event in found if event.type == _HARM and not event.negated]
    return [(match, _whole(document, event, harms) if _is_known_deed(document, match) else event)
            for match, event in found]  # fmt: skip


def _is_known_deed(document: Document, match: Match) -> bool:
    """Say whether a noun tells harm that the reader knows of: not "*an* attack"."""
    tree = document.tree
    new = any(tree[child].text.lower() in _NEW for child in tree.children(match.token, "det"))
    return match.frame.type == _HARM and match.ground.clause is None and not new


def _whole(document: Document, event: Event, harms: Iterable[Event]) -> Event:
    roles = {party.role for party in event.parties}
    if event.actors and not event.recipients and "recipient" not in roles:
        known = _states(document, event.actors)
        told = [each.recipients for each in harms if each.recipients and _states(document, each.actors) == known]
        return _with(document, event, "recipient", told)
    if event.recipients and not event.actors and "actor" not in roles:
        known = _states(document, event.recipients)
        told = [each.actors for each in harms if each.actors and _states(document, each.recipients) == known]
        return _with(document, event, "actor", told)
    return event


def _with(document: Document, event: Event, role: Role, told: Iterable[tuple[str, ...]]) -> Event:
    states = {frozenset(_states(document, each)) for each in told}
    if len(states) != 1 or len(only := next(iter(states))) != 1:
        return event
    (state,) = only
    if document.actor.get(state) is None or document.actor[state].type != "state":
        return event
    party = EventParty(role=role, id=state, words=None, code=code_of(document, state), sectors=())
    parties = (*event.parties, party)
    if role == "actor":
        return replace(event, actors=(state,), parties=parties)
    return replace(event, recipients=(state,), parties=parties)


def _states(document: Document, actors: tuple[str, ...]) -> set[str]:
    return {document.state_of(actor) for actor in actors}
