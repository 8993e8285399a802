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
from detente.claims.claim import Claim, as_json
from detente.claims.kinds import (
    Bloc,
    Change,
    Claims,
    Commitment,
    Event,
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
    "Membership",
    "Object",
    "Party",
    "Recognition",
    "Sanction",
    "Stance",
    "Tenure",
    "Utterance",
    "as_json",
    "asserting",
    "extract",
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
    """Run every extractor; number the claims of each kind in the order of the text and say in whose word they stand."""
    found = Claims()
    for kind, (extractor, version) in EXTRACTORS.items():
        claims = sorted(extractor(document, found), key=lambda claim: claim.evidence)
        finished = []
        for n, claim in enumerate(claims, start=1):
            holder = None if kind == "utterances" else asserting(found.utterances, claim.evidence)
            finished.append(
                replace(
                    claim,
                    id=claim.id or f"{kind}/{n}",
                    asserted_by=claim.asserted_by or (holder.id if holder else None),
                    extractor=f"{kind} {version}",
                )
            )
        found = replace(found, **{kind: tuple(finished)})
    return found
