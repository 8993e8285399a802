"""Correcting a field of a claim: which fields there are, and what each may hold."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from detente.dates import is_edtf
from detente.errors import UsageError
from detente.lexicon import directory, event_types, issues
from detente.positions.identified import Identified
from detente.positions.naming import Directory
from detente.record import Reading, parts
from detente.text import Span

_FOUND = (
    "id",
    "evidence",
    "why",
    "confidence",
    "asserted_by",
    "extractor",
    "within",
    "contexts",
    "parties",
    "location",
)
"""Fields that tell how and where a claim was found, or that follow from the others."""

_DATES = ("date", "since", "until", "holding", "founded", "dissolved", "announced_on", "effective", "due")
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}
_NOTHING = ("", "none", "null")


def field_of(body: Mapping[str, Any], name: str) -> Any:
    """Give what a claim holds in a field; ``object.issue`` is one within another.

    >>> field_of({"object": {"issue": "talks"}}, "object.issue")
    'talks'
    """
    first, _, rest = name.partition(".")
    return field_of(body[first], rest) if rest else body.get(first)


def corrected(seen: Identified, reading: Reading, kind: str, name: str, value: Any) -> Any:
    """Give a corrected value as claims hold it; raise ``UsageError`` for an unknown field or one it cannot be.

    Words are read as what the field holds: a date (EDTF), an actor by id or name, several parted by commas, a number,
    yes or no; nothing, or ``none``, where it may be empty.
    """
    known = correctable(kind)
    if name not in known:
        raise UsageError(f"found the field {name!r}; expected one of {', '.join(known)}")
    hint = known[name]
    may_be_none = type(None) in get_args(hint)
    if may_be_none:
        hint = next(each for each in get_args(hint) if each is not type(None))
    if value is None or (isinstance(value, str) and value.strip().lower() in _NOTHING):
        if not may_be_none and get_origin(hint) is not tuple:
            raise UsageError(f"found no value for {name}; expected one, since a claim cannot be without")
        return None if may_be_none else []
    return _typed(seen, reading, name, hint, value)


def _typed(seen: Identified, reading: Reading, name: str, hint: Any, value: Any) -> Any:
    """Give the value as the type of the field demands."""
    if get_origin(hint) is Literal:
        return _one_of(name, value, get_args(hint))
    if get_origin(hint) is tuple:
        several = [each.strip() for each in value.split(",")] if isinstance(value, str) else list(value)
        return [_actor(seen, reading, each) for each in several]
    if hint is bool:
        return value if isinstance(value, bool) else _TRUTH[_one_of(name, str(value).strip().lower(), tuple(_TRUTH))]
    if hint in (int, float):
        return _number(name, hint, value)
    return _said(seen, reading, name, str(value).strip())


def _said(seen: Identified, reading: Reading, name: str, said: str) -> str:
    """Give words as a field of words holds them: a date, an issue, a type of event, an actor, or just words."""
    if name in _DATES and not is_edtf(said):
        raise UsageError(f"found {said!r} for {name}; expected a date as EDTF writes it: 2021-08-05, 2021-08, ../2021")
    if name.endswith("issue"):
        return str(_one_of(name, said, tuple(issues())))
    if name == "type":
        return str(_one_of(name, said.upper(), tuple(event_types())))
    return _actor(seen, reading, said) if _names_actor(name, said) else said


def _names_actor(name: str, said: str) -> bool:
    return any(role == name for role, _ in parts({name: said}))


def _one_of(name: str, value: Any, known: tuple[Any, ...]) -> Any:
    if value not in known:
        raise UsageError(f"found {value!r} for {name}; expected one of {', '.join(map(str, known))}")
    return value


def _number(name: str, hint: type, value: Any) -> Any:
    try:
        return hint(value)
    except (TypeError, ValueError) as error:
        raise UsageError(f"found {value!r} for {name}; expected a number") from error


def _actor(seen: Identified, reading: Reading, words: str) -> str:
    """Give the id of an actor as the article would: its own id, that of the directory, or that of an identity."""
    if words in directory() or any(each["id"] == words for each in reading.json["actors"]):
        return words
    found = Directory.of(seen).find(words)
    if found is None or not (found.known or found.id in directory()):
        raise UsageError(f"the record knows no actor called {words!r}; `detente actors` lists those it knows")
    of, article = seen.identities.of, reading.json["article"]["id"]
    own = sorted(each["id"] for each in reading.json["actors"] if of(article, each["id"]) == found.id)
    return own[0] if own else found.id


@cache
def correctable(kind: str) -> Mapping[str, Any]:
    """Give the fields of a kind of claims that can be corrected, each with the type of what it holds."""
    from detente.claims import Claims  # noqa: PLC0415 - this room loads the parser

    (claim, *_) = get_args(get_type_hints(Claims)[kind])
    found: dict[str, Any] = {}
    for name, hint in _fields(claim):
        if name in _FOUND or _has_spans(hint):
            continue
        if is_dataclass(hint):
            found |= {f"{name}.{inner}": type_ for inner, type_ in _fields(hint) if _is_plain(type_)}
        elif _is_plain(hint) or get_origin(hint) is tuple:
            found[name] = hint
    return found


def _fields(kind: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.metadata.get("name", field.name), hints[field.name]) for field in fields(kind)]


def _has_spans(hint: Any) -> bool:
    return hint is Span or any(_has_spans(each) for each in get_args(hint))


def _is_plain(hint: Any) -> bool:
    if get_origin(hint) in (Union, UnionType):
        return all(each is type(None) or _is_plain(each) for each in get_args(hint))
    return hint in (str, bool, int, float) or get_origin(hint) is Literal
