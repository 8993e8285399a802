"""By what a claim is found again: the actors in it with their parts, its issue, and the bounds of its own date."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from detente.dates import FIRST, LAST, bounds

_ACTORS = (
    "holder",
    "through",
    "speakers",
    "relayed_by",
    "actors",
    "recipients",
    "by",
    "to",
    "against",
    "person",
    "polity",
    "predecessor",
    "designated_by",
    "bloc",
    "member",
    "claimant",
)
_NAMING = frozenset((*_ACTORS, "object"))
_DATES = ("date", "since", "until", "holding", "founded", "dissolved", "announced_on", "effective", "due")


class Days(NamedTuple):
    """The first and last day of a claim, as ISO 8601; None where it is open or unknown."""

    first: str | None
    last: str | None


def parts(body: Mapping[str, Any], roles: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Give each actor of a claim with its part in it, each pair once; with ``roles``, only those parts.

    >>> sorted(parts({"holder": "PER", "object": {"actors": [{"id": "VEN", "role": "target"}]}}))
    [('holder', 'PER'), ('target', 'VEN')]
    """
    looked = [role for role in _ACTORS if role in roles] if roles else _ACTORS
    found: dict[tuple[str, str], None] = {}
    for role in looked:
        value = body.get(role)
        if isinstance(value, str):
            found[role, value] = None
        elif value:
            found |= {(role, each): None for each in value if isinstance(each, str)}
    match body.get("object"):
        case {"actors": actors}:
            found |= {(actor["role"], actor["id"]): None for actor in actors}
        case str(actor):
            found["object", actor] = None
    return (each for each in found if not roles or each[0] in roles)


def renamed(body: Mapping[str, Any], ids: Mapping[str, str]) -> Mapping[str, Any]:
    """Give a claim with other ids for its actors; those that ``ids`` does not name stay as they are.

    >>> renamed({"holder": "person/luz", "by": ["PER"], "object": "person/luz"}, {"person/luz": "person/ana-luz"})
    {'holder': 'person/ana-luz', 'by': ['PER'], 'object': 'person/ana-luz'}
    """
    if not any(_names(value, ids) for name in _NAMING if (value := body.get(name))):
        return body
    return {name: _renamed(value, ids) if name in _NAMING else value for name, value in body.items()}


def _names(value: Any, ids: Mapping[str, str]) -> bool:
    match value:
        case str(actor):
            return actor in ids
        case {"actors": actors}:
            return any(actor["id"] in ids for actor in actors)
        case list() | tuple():
            return any(isinstance(each, str) and each in ids for each in value)
    return False


def _renamed(value: Any, ids: Mapping[str, str]) -> Any:
    match value:
        case str(actor):
            return ids.get(actor, actor)
        case {"actors": actors}:
            return {**value, "actors": [{**actor, "id": ids.get(actor["id"], actor["id"])} for actor in actors]}
        case list() | tuple():
            return list(dict.fromkeys(ids.get(actor, actor) for actor in value))
    return value


def issue(body: Mapping[str, Any]) -> str | None:
    """Give the issue of a claim's object, or its own."""
    about = body.get("object")
    found = about.get("issue") if isinstance(about, Mapping) else body.get("issue")
    return found if isinstance(found, str) else None


def days(body: Mapping[str, Any]) -> Days:
    """Bound the dates that the claim itself names; the publication day is none of them.

    >>> days({"since": "2017-08", "until": "../2021-08-02"})
    Days(first='2017-08-01', last='2021-08-02')
    """
    known = [bounds(value) for name in _DATES if isinstance(value := body.get(name), str)]
    first = min((each.first for each in known if each.first != FIRST), default=None)
    last = max((each.last for each in known if each.last != LAST), default=None)
    return Days(first.isoformat() if first else None, last.isoformat() if last else None)
