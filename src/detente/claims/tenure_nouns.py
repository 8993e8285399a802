"""What nouns say of offices: predecessors, successors, counterparts, and governments named after their heads."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from detente.claims.arguments import named, role_at
from detente.claims.tenure_places import Place, persons
from detente.claims.tenures import Lead, directory_of
from detente.documents import OfficeStatus, date_of, factuality, owners, prepositions, subjects_of
from detente.lexicon import followed, statuses

_HEADS = ("president", "prime minister", "chancellor", "monarch", "chief executive")


def told_by_noun(place: Place) -> Iterator[Lead]:
    """Give what a noun says of an office."""
    reader = _READERS.get(place.cue.part)
    if reader is not None:
        yield from reader(place)


def _before(place: Place) -> Iterator[Lead]:
    """Read "his predecessor, X"."""
    for (token, person), (other, owner) in _pairs(place):
        office = place.office_of(owner)
        if office is not None:
            yield replace(place.lead(person, office, "former", token), ends=True)
            yield replace(place.lead(owner, office, "current", token, other), predecessor=person)


def _after(place: Place) -> Iterator[Lead]:
    """Read "her successor, X"."""
    for (token, person), (_, owner) in _pairs(place):
        former = [lead for lead in place.titled if lead.person == owner]
        office = (former[0].office, former[0].polity) if former else place.office_of(owner)
        if office is not None:
            yield replace(place.lead(person, office, "current", token), predecessor=owner, confidence=0.75)


def _pairs(place: Place) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    beside = _beside(place)
    owner = next(iter(persons(place.document, owners(place.document.tree, place.token))), None)
    if beside and owner and owner[1] != beside[1]:
        yield beside, owner


def _beside(place: Place) -> tuple[int, str] | None:
    """Give the person whom the noun describes: "his predecessor, X", "X, his predecessor", "X is his successor"."""
    tree = place.document.tree
    token = tree[place.token]
    near = list(tree.children(token.i, "appos"))
    if token.dep in ("appos", "compound", "nmod"):
        near.append(token.head)
    if token.dep == "attr":
        near.extend(subjects_of(tree, token.head))
    if token.i + 1 < len(tree) and token.i + 1 in place.document.mention_over:
        near.append(tree.within(place.document.mention_over[token.i + 1].span)[-1])
    return next(iter(persons(place.document, tuple(near))), None)


def _same(place: Place) -> Iterator[Lead]:
    """Read "his Venezuelan counterpart, X": the same office, in that polity."""
    document, tree = place.document, place.document.tree
    beside = _beside(place)
    polity = _adjective(place)
    if beside is None or polity is None:
        return
    mine = (*tree.children(place.token, "poss"), *subjects_of(tree, _verb_above(place)))
    for token in mine:
        role = role_at(document, token)
        own = [place.office_of(actor) for _, actor in persons(document, (token,)) if actor != beside[1]]
        office = next((each[0] for each in own if each), role.office if role else None)
        if office is not None:
            yield replace(
                place.lead(beside[1], (office, polity), "current", beside[0]), basis="implied", confidence=0.8
            )
            return


def _verb_above(place: Place) -> int:
    tree = place.document.tree
    return next((above for above in tree.heads(place.token) if tree[above].pos in ("VERB", "AUX")), place.token)


def _adjective(place: Place) -> str | None:
    """Give the state that stands before the noun: "Venezuelan", or after it: "from Chile"."""
    document, tree = place.document, place.document.tree
    tokens = (*tree.children(place.token, "amod", "compound", "nmod"), *_after_noun(place, "from", "of"))
    actors = (actor for token in tokens for actor in named(document, token))
    return next((document.state_of(actor) for actor in actors if not actor.startswith("person/")), None)


def _after_noun(place: Place, *words: str) -> Iterator[int]:
    for prep in prepositions(place.document.tree, place.token):
        if prep.word in words:
            yield from prep.objects


def _rule(place: Place) -> Iterator[Lead]:
    """Read "the administration of X": implied to be head of state or government."""
    document, tree = place.document, place.document.tree
    owner = (*tree.children(place.token, "poss", "compound", "nmod"), *_after_noun(place, "of", "under"))
    polity = _adjective(place)
    for token, person in persons(document, owner):
        if tree[token].pos == "PRON":
            continue
        status = _status_of(place)
        known = {(h.office, h.state) for h in directory_of(document, person) if h.office in _HEADS}
        known = {each for each in known if polity in (None, each[1])}
        office: tuple[str, str | None] | None = known.pop() if len(known) == 1 else None
        if office is None and polity is not None and place.cue.office:
            office = place.cue.office, polity
        told = any(
            lead.person == person and (office is None or lead.polity in (None, office[1])) for lead in place.titled
        )
        if office is not None and not told:
            lead = place.lead(person, office, status or _by_directory(place, person, office), token)
            yield replace(lead, basis="implied", confidence=0.75, holding=_holding(place))


def _holding(place: Place) -> str | None:
    """Give the date of what was done "under the government of X"."""
    tree = place.document.tree
    if tree[tree[place.token].head].lemma.lower() not in ("under", "during"):
        return None
    date = date_of(place.document, place.token)
    return date if date and "/" not in date else None


def _giving(place: Place) -> Iterator[Lead]:
    """Read "the appointment of X as ambassador": to be in office, unless the text says that he already is."""
    document = place.document
    own = {prep.word: prep.objects for prep in prepositions(document.tree, place.token)}
    role = next((role for token in own.get("as", ()) if (role := role_at(document, token))), None)
    if role is None or factuality(document, place.token).negated:
        return
    for token, person in persons(document, own.get("of", ()), role):
        yield place.lead(person, (role.office, role.polity), "elect", token, role.head)


def _status_of(place: Place) -> OfficeStatus | None:
    """Give what "former" or "new" says of a government."""
    tree, known = place.document.tree, statuses(place.document.language)
    for child in tree.children(place.token, "amod"):
        rule = known.get((tree[child].text.lower(),))
        if rule is not None:
            return rule.status
    return None


def _by_directory(place: Place, person: str, office: tuple[str, str | None]) -> OfficeStatus:
    """Say whether the directory knows a later holder of the office by the article's day."""
    day = place.document.article.published
    own = [holder for holder in directory_of(place.document, person) if (holder.office, holder.state) == office]
    return "former" if day and own and followed(own[-1], day) else "current"


_READERS: Mapping[str, Callable[[Place], Iterator[Lead]]] = {
    "before": _before,
    "after": _after,
    "same": _same,
    "rule": _rule,
    "giving": _giving,
}
