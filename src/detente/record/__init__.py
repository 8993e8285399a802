"""IN claims. OUT the same claims, kept, found, judged."""

from detente.record.finding import Kept, KnownActor, Source
from detente.record.store import Failure, Record

__all__ = ["Failure", "Kept", "KnownActor", "Record", "Source"]
