"""IN claims. OUT the same claims, kept, found, judged."""

from detente.record.store import Failure, Record

__all__ = ["Failure", "Record"]
