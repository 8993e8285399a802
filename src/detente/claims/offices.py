"""Claims of the kind Tenure: who holds, held or claims which office of which polity.

Titles are read first (``documents.roles``), then what clauses say ("resigned", "succeeded", "his predecessor"), then
recognitions. Whose office a title without a polity means is taken from the same person's other titles, else from
the directory of holders.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.claims.arguments import happened, named, since
from detente.claims.home import at_home
from detente.claims.kinds import Claims, Recognition, Tenure
from detente.claims.tenure_nouns import told_by_noun
from detente.claims.tenure_past import of_today
from detente.claims.tenure_places import places
from detente.claims.tenure_verbs import told_by_verb
from detente.claims.tenures import Lead, directory_of, merged
from detente.documents import Document, Role, Tree, date_of
from detente.lexicon import offices, statuses
from detente.text import Span

VERSION = "3"
_OF_STATE = ("head-of-state", "head-of-government", "minister", "envoy", "spokesperson", "official", "international")
_VAGUE = {
    "secretary": ("foreign minister",),
    "minister": ("foreign minister",),
    "deputy minister": (),
    "deputy secretary": (),
    "leader": ("president", "prime minister", "monarch"),
    "chief executive": ("president",),
}


def extract(document: Document, earlier: Claims) -> tuple[Tenure, ...]:
    """Find tenures; one a person, office, polity and status."""
    contested = tuple(_contested(document, earlier.recognitions))
    titled = (*at_home(document, _completed(document, _titled(document))), *contested)
    said = (
        lead
        for place in places(document, titled)
        for lead in (told_by_verb(place) if document.tree[place.token].pos == "VERB" else told_by_noun(place))
    )
    return merged(document, (lead for lead in (*of_today(document, titled), *said) if _is_of_state(document, lead)))


def _titled(document: Document) -> Iterator[Lead]:
    """Read titles beside names."""
    for role in document.roles:
        if role.name is None:
            continue
        person = next((actor for actor in named(document, role.name) if actor.startswith("person/")), role.person)
        if person is None:
            continue
        tree = document.tree
        span = Span(min(role.span.start, tree[role.name].start), max(role.span.end, tree[role.name].end))
        name = document.mention_over.get(role.name)
        if name is not None:
            span = Span(min(span.start, name.span.start), max(span.end, name.span.end))
        verb = tree[role.head].head
        yield Lead(
            person=person,
            office=role.office,
            polity=role.polity or _owner(document, role),
            status=role.status,
            evidence=(span,),
            why=role.why,
            confidence=0.9,
            since=_open_since(document, verb) if tree[role.head].dep == "attr" else None,
            holding=_holding(document, role),
        )


def _is_of_state(document: Document, lead: Lead) -> bool:
    """Say whether an office is one of a state or a known body: no seat in parliament, no party's chair."""
    known = offices(document.language)
    entry = known.get(lead.office) or known.get(lead.office.rsplit(" ", 1)[-1])
    polity = document.actor.get(lead.polity) if lead.polity else None
    body = (
        polity is None
        or polity.type in ("state", "bloc", "government")
        or (polity.type == "organisation" and polity.linked)
    )
    return body and (entry is None or entry.kind in _OF_STATE)


def _owner(document: Document, role: Role) -> str | None:
    """Give the polity of "his country's foreign minister", "its president"."""
    tree = document.tree
    for child in tree.children(role.head, "poss"):
        for actor in named(document, child):
            side = document.state_of(actor)
            if not side.startswith("person/"):
                return side
    return None


def _holding(document: Document, role: Role) -> str | None:
    """Give the date at which "then-president X" held his office, or "under president X": that of what is told."""
    tree = document.tree
    rules = {rule.id for rule in statuses(document.language).values() if rule.dated}
    dated = any(f"office_status/{rule}" in role.why for rule in rules)
    first = tree.within(role.span)[0]
    if dated or (first > 0 and tree[first - 1].text.lower() == "under"):
        date = date_of(document, role.head)
    else:
        date = _acting_on(document, role)
    return date if date and "/" not in date else None


def _acting_on(document: Document, role: Role) -> str | None:
    """Give the day on which the holder did something under his title: "On May 12 President X declared"."""
    tree = document.tree
    if role.status != "current":
        return None
    for token in (role.name, role.head):
        top = None if token is None else _first_of_list(tree, token)
        if top is None or tree[top].dep != "nsubj" or tree[tree[top].head].pos != "VERB":
            continue
        date = date_of(document, tree[top].head)
        if date and len(date) == len("2021-08-02") and happened(document, tree[top].head):
            return date
    return None


def _first_of_list(tree: Tree, token: int) -> int:
    """Give the first of the names or titles to which this one is joined by "and"."""
    while tree[token].dep == "conj" and tree[tree[token].head].pos in ("NOUN", "PROPN"):
        token = tree[token].head
    return token


def _open_since(document: Document, verb: int) -> str | None:
    date = date_of(document, verb) or ""
    return since(document, verb) if date.endswith("/..") else None


def _completed(document: Document, leads: Iterable[Lead]) -> Iterator[Lead]:
    """Add the polity where the title leaves it open, by the person's other titles or the directory."""
    leads = tuple(leads)
    stated = {(lead.person, lead.office): lead.polity for lead in leads if lead.polity}
    for lead in leads:
        if lead.office in _VAGUE or lead.polity is None:
            yield from _made_clear(document, lead, stated.get((lead.person, lead.office)))
        else:
            yield lead


def _made_clear(document: Document, lead: Lead, polity: str | None) -> Iterator[Lead]:
    """Name office and polity of "Secretary Blinken", "President Castillo"."""
    if lead.polity is None and polity is not None and lead.office not in _VAGUE:
        yield replace(lead, polity=polity)
        return
    known = [
        holder
        for holder in directory_of(document, lead.person)
        if holder.office in _VAGUE.get(lead.office, (lead.office,)) and lead.polity in (None, holder.state)
    ]
    if len({(holder.state, holder.office) for holder in known}) == 1:
        why = f"{lead.why}; world/holders"
        yield replace(lead, office=known[0].office, polity=known[0].state, why=why, confidence=0.85)
    elif lead.office not in _VAGUE or (lead.polity is not None and lead.office in ("leader", "chief executive")):
        yield lead


def _contested(document: Document, recognitions: Iterable[Recognition]) -> Iterator[Lead]:
    """Take a recognition in an office for a sign that the office is contested."""
    for claim in recognitions:
        if not claim.claimant.startswith("person/") or claim.as_ is None:
            continue
        roles = (role for role in document.roles if role.office == claim.as_)
        role = next((role for role in roles if any(span.meets(role.span) for span in claim.evidence)), None)
        if role is not None:
            yield Lead(
                person=claim.claimant,
                office=role.office,
                polity=role.polity,
                status="acting" if role.status == "acting" and claim.recognised else "contested",
                evidence=claim.evidence,
                why=claim.why,
                confidence=0.85,
            )
