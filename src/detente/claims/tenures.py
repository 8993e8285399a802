"""Leads to tenures, and what becomes of them: one tenure a person, office, polity and status."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.claims.kinds import Basis, Tenure
from detente.documents import Document, OfficeStatus
from detente.lexicon import Holder, holders
from detente.text import Spans

_FACTS = ("since", "until", "holding", "predecessor", "designated_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What one place in the text says of somebody in an office; ``ends`` where it says that he leaves it."""

    person: str
    office: str
    polity: str | None
    status: OfficeStatus
    evidence: Spans
    why: str
    confidence: float
    since: str | None = None
    until: str | None = None
    holding: str | None = None
    predecessor: str | None = None
    designated_by: str | None = None
    basis: Basis = "stated"
    ends: bool = False


def directory_of(document: Document, person: str) -> tuple[Holder, ...]:
    """Give the known holders of offices who may be this person."""
    actor = document.actor.get(person)
    return holders(actor.name if actor else person.removeprefix("person/").replace("-", " "))


def merged(document: Document, leads: Iterable[Lead]) -> tuple[Tenure, ...]:
    """Join leads to the same tenure: the best evidence stays, facts are taken from all."""
    leads = tuple(leads)
    found: dict[tuple[str, str, str, OfficeStatus], Lead] = {}
    for lead in (_with_polity(document, lead, leads) for lead in leads):
        if lead.polity is not None:
            key = (lead.person, lead.office, lead.polity, lead.status)
            found[key] = _joined(found[key], lead) if key in found else lead
    for key in [key for key, lead in found.items() if lead.ends or lead.status == "acting"]:
        current: tuple[str, str, str, OfficeStatus] = (*key[:3], "current")
        if key[3] != "current" and current in found:
            found[key] = _with_facts(found[key], found.pop(current))
    return tuple(map(_tenure, found.values()))


def _with_polity(document: Document, lead: Lead, leads: tuple[Lead, ...]) -> Lead:
    if lead.polity is not None:
        return lead
    told = next(
        (each.polity for each in leads if (each.person, each.office) == (lead.person, lead.office) and each.polity),
        None,
    )
    known = {holder.state for holder in directory_of(document, lead.person) if holder.office == lead.office}
    return replace(lead, polity=told or (known.pop() if len(known) == 1 else None))


def _joined(one: Lead, other: Lead) -> Lead:
    """Join two leads: the one that knows more keeps its evidence."""
    best, rest = (other, one) if _worth(other) > _worth(one) else (one, other)
    return _with_facts(best, rest)


def _with_facts(best: Lead, rest: Lead) -> Lead:
    facts = {name: getattr(best, name) or getattr(rest, name) for name in _FACTS}
    return replace(best, **facts, ends=best.ends or rest.ends)


def _worth(lead: Lead) -> tuple[int, bool, bool, float]:
    return sum(getattr(lead, name) is not None for name in _FACTS), lead.ends, lead.basis == "stated", lead.confidence


def _tenure(lead: Lead) -> Tenure:
    facts = {name: getattr(lead, name) for name in ("person", "office", "polity", "status", "evidence", "why", "basis")}
    return Tenure(**facts, confidence=lead.confidence, **{name: getattr(lead, name) for name in _FACTS})
