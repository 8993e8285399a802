"""IN claims. OUT the same claims, kept, found, judged."""

from detente.record.counting import Stats
from detente.record.finding import Kept, KnownActor, Source
from detente.record.readings import Reading, Time
from detente.record.searching import Hit, Quoted, Snippet
from detente.record.store import Failure, Record
from detente.record.streaming import Versioned

__all__ = [
    "Failure",
    "Hit",
    "Kept",
    "KnownActor",
    "Quoted",
    "Reading",
    "Record",
    "Snippet",
    "Source",
    "Stats",
    "Time",
    "Versioned",
]
