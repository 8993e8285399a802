"""What verbs say of offices: who takes, gives or leaves one, and whom he follows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from detente.claims.arguments import behind, happened, since
from detente.claims.tenure_heads import told_by_heading
from detente.claims.tenure_places import Place, office_named, persons
from detente.claims.tenures import Lead
from detente.documents import Clause, OfficeStatus, Role, clause, prepositions
from detente.lexicon import tenure_cues


def told_by_verb(place: Place) -> Iterator[Lead]:
    """Give what a verb says of an office, if it says that it happened."""
    if place.cue.part == "heads":
        yield from told_by_heading(place)
        return
    reader = _READERS.get(place.cue.part)
    if reader is None or not happened(place.document, place.token):
        return
    yield from reader(place, clause(place.document.tree, place.token))


def _takes(place: Place, own: Clause) -> Iterator[Lead]:
    """Read "became president of Peru"."""
    role = office_named(place.document, own)
    if role is None:
        return
    for token, person in persons(place.document, own.subjects, role):
        yield _begun(place, person, role, (token, role.head))


def _begun(place: Place, person: str, role: Role, words: tuple[int, ...], polity: str | None = None) -> Lead:
    status: OfficeStatus = place.cue.status if role.status in ("current", "former") else role.status
    began = place.cue.begins and status in ("current", "acting")
    lead = place.lead(person, (role.office, role.polity or polity), status, *words)
    return replace(lead, since=since(place.document, place.token) if began else None)


def _gives(place: Place, own: Clause) -> Iterator[Lead]:
    """Read "appointed him as minister", "was sworn in as president", "designated as ambassador by X"."""
    document = place.document
    role = office_named(document, own)
    if role is None:
        return
    by = own.subjects or tuple(
        head for prep in prepositions(document.tree, role.head) if prep.word == "by" for head in prep.objects
    )
    giver = next((actor for token in by for actor in behind(document, token)), None)
    polity = next((side for token in by if (side := place.polity_of(token))), None)
    for token, person in persons(document, own.objects, role) or _holder(role):
        lead = _begun(place, person, role, (token, role.head, *by[:1]), polity)
        yield replace(lead, designated_by=giver if giver != person else None)


def _holder(role: Role) -> tuple[tuple[int, str], ...]:
    """Give who bears the title that is given: "X, the ambassador designated by Y"."""
    return ((role.name, role.person),) if role.name is not None and role.person is not None else ()


def _leaves(place: Place, own: Clause) -> Iterator[Lead]:
    """Read "resigned as prime minister", "the prime minister, X, stepped down"."""
    yield from _ended(place, own, own.subjects)


def _ousts(place: Place, own: Clause) -> Iterator[Lead]:
    """Read "dismissed the minister", "was ousted"."""
    yield from _ended(place, own, own.objects)


def _ended(place: Place, own: Clause, tokens: tuple[int, ...]) -> Iterator[Lead]:
    role = office_named(place.document, own)
    for token, person in persons(place.document, tokens, role):
        office = (role.office, role.polity) if role else place.office_of(person)
        if office is not None:
            words = (token, role.head) if role else (token,)
            lead = place.lead(person, office, "former", *words)
            yield replace(lead, until=since(place.document, place.token), ends=True)


def _follows(place: Place, own: Clause) -> Iterator[Lead]:
    """Read "succeeded X as foreign minister"."""
    role = office_named(place.document, own)
    before = persons(place.document, own.after("from") or own.objects)
    after = persons(place.document, own.subjects)
    if len(before) != 1 or len(after) != 1 or before[0][1] == after[0][1]:
        return
    (old, predecessor), (new, person) = before[0], after[0]
    office = (role.office, role.polity) if role else place.office_of(predecessor) or place.office_of(person)
    if office is None:
        return
    date = since(place.document, place.token)
    words = (old, new, role.head) if role else (old, new)
    yield replace(place.lead(person, office, "current", *words), since=date, predecessor=predecessor)
    yield replace(place.lead(predecessor, office, "former", *words), until=date, ends=True)


def _receives(place: Place, own: Clause) -> Iterator[Lead]:
    """Read "received the ministry from X"."""
    document = place.document
    posts = [token for token in own.objects if _is_post(place, token)]
    below = (each for head in own.after("from") for each in document.tree.subtree(head))
    before = persons(document, tuple(token for token in below if token in document.mention_at))
    after = persons(document, own.subjects)
    if not posts or not before or not after or before[0][1] == after[0][1]:
        return
    office = place.office_of(after[0][1])
    if office is not None:
        words = (posts[0], before[0][0])
        yield replace(place.lead(after[0][1], office, "current", *words), predecessor=before[0][1])
        yield replace(place.lead(before[0][1], office, "former", *words), ends=True)


def _is_post(place: Place, token: int) -> bool:
    words = tenure_cues(place.document.language).get(place.document.tree[token].lemma.lower(), ())
    return any(cue.part == "post" for _, cue in words)


def _claims(place: Place, own: Clause) -> Iterator[Lead]:
    """Read "declared himself interim president"."""
    tree = place.document.tree
    role = office_named(place.document, own)
    near = tree.tokens[place.token : place.token + 4]
    if role is None or not any(token.text.lower().endswith(("self", "selves")) for token in near):
        return
    for token, person in persons(place.document, own.subjects):
        yield place.lead(person, (role.office, role.polity), "contested", token, role.head)


_READERS: Mapping[str, Callable[[Place, Clause], Iterator[Lead]]] = {
    "takes": _takes,
    "gives": _gives,
    "leaves": _leaves,
    "ousts": _ousts,
    "follows": _follows,
    "receives": _receives,
    "claims": _claims,
}
