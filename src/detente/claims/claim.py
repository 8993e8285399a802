"""What every claim has: evidence, reason, confidence, and whose word it is."""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from detente.text import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An extracted assertion.

    ``id`` names it within its article; ``evidence`` are the words that prove it, 500 characters at the most;
    ``why`` is the rule or feature that decided (``file/entry`` for a rule of the lexicon); ``confidence`` is the
    measured precision of that rule, 0 to 1; ``asserted_by`` is the id of the utterance in whose content the claim
    stands, None for the article's own voice; ``extractor`` is the name and version of what found it.
    """

    id: str = ""
    evidence: Spans
    why: str
    confidence: float
    asserted_by: str | None = None
    extractor: str = ""


def as_json(value: Any) -> Any:
    """Give a claim, or any part of one, as JSON types: spans as pairs, records as objects."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.metadata.get("name", field.name): as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value
