"""IN claims. OUT the same claims, kept, found, judged."""

from detente.record.finding import Kept, KnownActor, Source
from detente.record.searching import Hit, Quoted, Snippet
from detente.record.store import Failure, Record

__all__ = ["Failure", "Hit", "Kept", "KnownActor", "Quoted", "Record", "Snippet", "Source"]
