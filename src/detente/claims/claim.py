"""What every claim has: evidence, reason, confidence, and whose word it is."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from detente.text import Span, Spans

T = TypeVar("T")


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


def from_json(kind: type[T], value: Mapping[str, Any]) -> T:
    """Give the claim, or part of one, of which ``as_json`` made this; members that the kind does not know are left out.

    Raise ``TypeError`` where a member is missing without which there is no such claim.
    """
    hints = _hints(cast("Any", kind))
    names = {field.metadata.get("name", field.name): field.name for field in fields(cast("Any", kind))}
    return kind(**{own: _typed(hints[own], value[name]) for name, own in names.items() if name in value})


def _typed(hint: Any, value: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None)) if value is not None else hint
    if hint is Span:
        return Span(*value)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], item) for item in value)
    return from_json(hint, value) if is_dataclass(hint) and isinstance(hint, type) else value


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)
