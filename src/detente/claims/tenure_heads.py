"""Who heads a government, a ministry or a state: "the ministry, headed by X", "X has led a government since May"."""

from collections.abc import Iterator
from dataclasses import replace

from detente.claims.arguments import behind, happened, since
from detente.claims.tenure_places import Place, persons
from detente.claims.tenures import Lead, directory_of
from detente.documents import Clause, Document, OfficeStatus, Tree, clause
from detente.lexicon import statuses, tenure_cues, titles

_HEADS = ("president", "prime minister", "chancellor", "monarch", "chief executive")
_GOVERNMENT = "head of government"


def told_by_heading(place: Place) -> Iterator[Lead]:
    """Give who heads what, where the text says since when or says it of now."""
    document, tree = place.document, place.document.tree
    if not happened(document, place.token):
        return
    own = clause(tree, place.token)
    begun = since(document, place.token)
    if not (_is_now(tree, own) or begun):
        return
    for token in own.objects:
        polity = _polity(place, token)
        for name, person in persons(document, own.subjects):
            office = _office(place, token, person, polity)
            if office is not None:
                lead = place.lead(person, office, _status(place, token), name, token)
                told = any((person, *office) == (each.person, each.office, each.polity) for each in place.titled)
                yield replace(lead, since=begun, basis="stated" if told else "implied", confidence=0.75)


def _is_now(tree: Tree, own: Clause) -> bool:
    """Say whether a verb tells of now: "leads", "has led", "is headed", "headed by"."""
    helpers = [tree[child].text.lower() for child in tree.children(own.verb, "aux", "auxpass")]
    if helpers:
        return helpers[0] in ("has", "have", "is", "are", "'s")
    return tree[own.verb].tag in ("VBZ", "VBP") or (own.passive and tree[own.verb].dep in ("acl", "advcl"))


def _polity(place: Place, token: int) -> str | None:
    """Give the state whose body is headed: its own, or that of which the clause is told: "Peru, where X leads"."""
    document, tree = place.document, place.document.tree
    near = [actor for actor in behind(document, token) if not actor.startswith("person/")]
    if tree[place.token].dep == "relcl":
        near += document.who(tree[place.token].head)
    near += [a for own in clause(tree, place.token).prepositions if own.word == "in" for o in own.objects
             for a in document.who(o)]  # fmt: skip
    sides = (document.state_of(actor) for actor in near)
    return next((side for side in sides if "/" not in side or side.startswith("bloc/")), None)


def _office(place: Place, token: int, person: str, polity: str | None) -> tuple[str, str] | None:
    """Give the office that goes with what is headed: of a ministry its minister, of a government the known one."""
    document = place.document
    lemma = document.tree[token].lemma.lower()
    mention = document.mention_over.get(token)
    actor = next((document.actor.get(each) for each in mention.actors), None) if mention is not None else None
    cues = {cue.part: cue for _, cue in tenure_cues(document.language).get(lemma, ())}
    if "body" in cues:
        words = actor.name.lower().rpartition(" of ")[0] if actor is not None and actor.represents else lemma
        office = _titled(document, words.replace(lemma, cues["body"].office or ""))
        return (office, polity) if polity and office else None
    if "rule" not in cues and (actor is None or actor.type != "state"):
        return None
    titled = [(lead.office, lead.polity) for lead in place.titled if lead.person == person]
    known = {(holder.office, holder.state) for holder in directory_of(document, person)}
    for office, side in (*titled, *sorted(known)):
        if office in _HEADS and side is not None and polity in (None, side):
            return office, side
    return (_GOVERNMENT, polity) if polity and "rule" in cues else None


def _titled(document: Document, words: str) -> str | None:
    """Give the office that a title names: "foreign minister", "minister of foreign affairs"."""
    title = tuple(words.split())
    return next(
        (each.entry.office for each in titles(document.language).get(title[0], ()) if each.words == title), None
    )


def _status(place: Place, token: int) -> OfficeStatus:
    """Give what "interim" or "transitional" says of a government; a new one is no less in office."""
    tree, known = place.document.tree, statuses(place.document.language)
    rules = (known.get((tree[child].text.lower(),)) for child in tree.children(token, "amod"))
    return next((rule.status for rule in rules if rule is not None), "current")
