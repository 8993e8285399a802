"""One deed, one claim: tellings of the same event in an article are joined, and the claim lists them all.

The contract has one object an event with its evidence. So the lead, a later detail and a recap make one claim: its
evidence is the fullest telling, ``mentions`` holds every one. What one telling leaves open, another may fill; where
two contradict each other (other people, another day), they stay two claims.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.claims.kinds import Event, EventParty
from detente.documents import Document
from detente.text import Spans, merge, quote

_MOST = 500
_FAR = 1
_MATERIAL = (2, 4)


def once(document: Document, events: Sequence[Event]) -> Iterator[Event]:
    """Give each deed once, in the order of the text, whatever the order of ``events``."""
    groups: list[list[Event]] = []
    for event in sorted(events, key=lambda each: each.evidence):
        fitting = [group for group in groups if all(_same(document, event, other) for other in group)]
        if fitting:
            fitting[-1].append(event)
        else:
            groups.append([event])
    yield from (_joined(group) for group in groups)


def _joined(group: list[Event]) -> Event:
    fullest = max(group, key=lambda each: (len(each.actors) + len(each.recipients), each.date is not None))
    near = merge([span for each in group for span in each.evidence])
    size = sum(span.end - span.start for span in near)
    return replace(
        fullest,
        mode=next((each.mode for each in (fullest, *group) if each.mode), None),
        date=next((each.date for each in (fullest, *group) if each.date), None),
        place=next((each.place for each in (fullest, *group) if each.place), None),
        contexts=tuple(dict.fromkeys(context for each in group for context in each.contexts)),
        evidence=near if size <= _MOST and _is_near(group) else fullest.evidence,
        mentions=tuple(mention for each in group for mention in each.mentions),
        parties=_parties(fullest, group),
    )


def _is_near(group: list[Event]) -> bool:
    """Say whether the tellings follow one another so closely that together they prove the event best."""
    return all(later.evidence[0].start - one.evidence[-1].end <= _MOST for one, later in pairwise(group))


def _parties(fullest: Event, group: list[Event]) -> tuple[EventParty, ...]:
    """Give the parties of the fullest telling; those that are only described in others are the same people."""
    return fullest.parties or next((each.parties for each in group if each.parties), ())


def _same(document: Document, one: Event, other: Event) -> bool:
    """Say whether two tellings are of one deed: next to each other, or on the same known day."""
    dated = one.date is not None and one.date == other.date
    near = abs(_sentence(document, one.evidence) - _sentence(document, other.evidence)) <= _FAR
    told = {one.status, other.status} <= {"actual", "historical"} or one.status == other.status
    return (
        (near or dated or _is_retold(document, one, other))
        and told
        and (one.type, one.negated) == (other.type, other.negated)
        and (one.mode == other.mode or None in (one.mode, other.mode))
        and set(one.actors) == set(other.actors)
        and set(one.recipients) == set(other.recipients)
        and bool(one.actors or one.recipients)
        and _are_described_alike(document, one, other)
        and (one.date == other.date or None in (one.date, other.date))
    )


def _are_described_alike(document: Document, one: Event, other: Event) -> bool:
    """Say whether neither tells of other people than the other: "will meet *students*" is no talk with nurses.

    Where nobody on the other side is known by name, one that tells of nobody there is another deed, too.
    """
    first, second = (
        {quote(document.text, (party.words,)) for party in each.parties if party.id is None and party.words}
        for each in (one, other)
    )
    open_ = bool(one.recipients) or one.status != "future"
    return first == second or (open_ and not (first and second))


def _is_retold(document: Document, one: Event, other: Event) -> bool:
    """Say whether a later sentence tells the same material deed again: one frame, both sides, one thing."""
    things = {quote(document.text, each.about) for each in (one, other) if each.about}
    sides = bool(one.actors and one.recipients)
    return sides and one.why == other.why and one.quad in _MATERIAL and len(things) < len(_MATERIAL)


def _sentence(document: Document, evidence: Spans) -> int:
    token = document.tree.at(evidence[0].start)
    return document.sentences.index(document.sentence_of(token)) if token is not None else -9
