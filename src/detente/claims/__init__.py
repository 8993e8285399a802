"""IN a document. OUT claims, each with its evidence.

The extractors run in the order of ``EXTRACTORS``; none imports another: what one needs of an earlier one it gets
as the argument ``earlier``.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from detente.claims import blocs as blocs_
from detente.claims import (
    changes,
    commitments,
    events,
    memberships,
    offices,
    recognitions,
    sanctions,
    stances,
    utterances,
)
from detente.claims.claim import Claim, as_json, from_json
from detente.claims.event_deeds import Judgement, judgements
from detente.claims.event_known import ToldEvent
from detente.claims.event_marks import marks
from detente.claims.event_pairs import Firing, coded, firings
from detente.claims.event_ties import older_sanctions
from detente.claims.events import coded_events, told_events
from detente.claims.kinds import (
    Bloc,
    Change,
    Claims,
    Commitment,
    Event,
    EventParty,
    Membership,
    Object,
    Party,
    Recognition,
    Sanction,
    Stance,
    Tenure,
    Utterance,
)
from detente.claims.speech import asserting
from detente.documents import Document

__all__ = [
    "EXTRACTORS",
    "KINDS",
    "Bloc",
    "Change",
    "Claim",
    "Claims",
    "Commitment",
    "Event",
    "EventParty",
    "Firing",
    "Judgement",
    "Membership",
    "Object",
    "Party",
    "Recognition",
    "Sanction",
    "Stance",
    "Tenure",
    "ToldEvent",
    "Utterance",
    "as_json",
    "asserting",
    "coded",
    "coded_events",
    "extract",
    "extract_kind",
    "firings",
    "from_json",
    "judgements",
    "marks",
    "older_sanctions",
    "told_events",
]

Extractor = Callable[[Document, Claims], tuple[Any, ...]]

EXTRACTORS: dict[str, tuple[Extractor, str]] = {
    "utterances": (utterances.extract, utterances.VERSION),
    "events": (events.extract, events.VERSION),
    "recognitions": (recognitions.extract, recognitions.VERSION),
    "sanctions": (sanctions.extract, sanctions.VERSION),
    "stances": (stances.extract, stances.VERSION),
    "commitments": (commitments.extract, commitments.VERSION),
    "tenures": (offices.extract, offices.VERSION),
    "blocs": (blocs_.extract, blocs_.VERSION),
    "memberships": (memberships.extract, memberships.VERSION),
    "changes": (changes.extract, changes.VERSION),
}
"""The extractors by the kind that they give, in the order in which they run."""

KINDS = tuple(EXTRACTORS)


def extract(document: Document) -> Claims:
    """Run every extractor in order."""
    found = Claims()
    for kind in EXTRACTORS:
        found = extract_kind(document, found, kind)
    return found


def extract_kind(document: Document, earlier: Claims, kind: str) -> Claims:
    """Add the claims of one kind, numbered in the order of the text, each with the word in which it stands."""
    extractor, version = EXTRACTORS[kind]
    finished = []
    for n, claim in enumerate(sorted(extractor(document, earlier), key=lambda claim: claim.evidence), start=1):
        holder = None if kind == "utterances" else asserting(earlier.utterances, claim.evidence)
        own = {
            "id": claim.id or f"{kind}/{n}",
            "asserted_by": claim.asserted_by or (holder.id if holder else None),
            "extractor": f"{kind} {version}",
        }
        finished.append(replace(claim, **own))
    return replace(earlier, **{kind: tuple(finished)})
