"""What relations between two sides are measured by: scales of events, and what issues mean for those they concern."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.errors import LexiconError
from detente.lexicon.issues import issues
from detente.lexicon.load import entries

Bearing = Literal["with", "against", "open"]


@dataclass(frozen=True, slots=True)
class EventScale:
    """A published scale of events, from ``least`` (the most hostile) to ``most``; ``source`` says who publishes it."""

    id: str
    name: str
    source: str
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class _Bearing:
    id: Bearing
    issues: tuple[str, ...]


def event_scale() -> EventScale:
    """Give the scale of the scores in events.yaml."""
    scales: Mapping[str, EventScale] = entries("taxonomy/event_scales.yaml", EventScale)
    return scales["plover"]


def bearing(issue: str | None) -> Bearing:
    """Say what being for an issue means for the one whom it concerns; of a narrower issue what its parent says.

    >>> bearing("sanctions"), bearing("blockade"), bearing("diplomatic_ties"), bearing("elections")
    ('against', 'against', 'with', 'open')
    """
    seen = issue
    while seen:
        if seen in _bearings():
            return _bearings()[seen]
        known = issues().get(seen)
        seen = known.parent if known else None
    return "open"


@cache
def _bearings() -> Mapping[str, Bearing]:
    found: dict[str, Bearing] = {}
    for entry in entries("taxonomy/issue_bearings.yaml", _Bearing).values():
        for issue in entry.issues:
            if issue in found or issue not in issues():
                raise LexiconError(f"issue_bearings.yaml: {entry.id}: found {issue!r}; expected an issue, and once")
            found[issue] = entry.id
    return found
