"""Where an event takes place: the words of its clause that say so."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.event_matches import Match
from detente.claims.kinds import Location
from detente.claims.locations import located
from detente.documents import Document
from detente.lexicon import PlaceCue, event_phrases, names, place_cues, places_called, words
from detente.text import Span

_PLACES = ("GPE", "LOC", "FAC")
_DEEP = 2
_SURE = 100_000
"""Of so many people a city must be to be one against the parser, who takes it for a person or a body."""


class Told(NamedTuple):
    """A name of a place: its last token, its words, the noun that says what it is, and the entries that led there."""

    head: int
    span: Span
    called: int | None
    cues: tuple[str, ...]


def place(document: Document, match: Match) -> tuple[str | None, Location | None]:
    """Give the words for the place of an event and the place itself; None for what the clause does not tell."""
    unknown = None
    for told in _told(document, match):
        found = located(document, told.head, told.span, told.called, told.cues)
        if found:
            return told.span.of(document.text), found
        unknown = unknown or told.span.of(document.text)
    return unknown, None


def hosts(
    document: Document, actors: tuple[str, ...], heads: tuple[int, ...], *, regions: bool = False
) -> tuple[str, ...]:
    """Give those who are visited or attacked, the state for each of its towns: "travelled to *Cairo*" is Egypt.

    With ``regions``, for each of its regions too: "travelled to *Bavaria*" is Germany.
    """
    found: dict[str, None] = {}
    stands = {actor: head for head in heads for actor in document.who(head)}
    for actor in actors:
        known, mention = document.actor.get(actor), document.mention_at.get(stands.get(actor, -1))
        where = None
        taken = known and known.type == "organisation" and not known.linked  # what a town unknown to it is taken for
        if known and (known.type == "place" or taken) and mention:
            where = located(document, mention.head, mention.span, None, ())
        kinds = ("capital", "city", "region") if regions else ("capital", "city")
        state = where.state if where and where.kind in kinds else None
        if known and known.type == "place" and not state:
            state = _capital_of(known.name)
        found[state or actor] = None
    return tuple(found)


def _capital_of(name: str) -> str | None:
    """Give the state that the directory knows by the name of its capital: "Washington, D.C."."""
    called = (each.known for each in names().get(words(name), ()))
    return next((known.id for known in called if known.type == "state" and known.name != name), None)


def _told(document: Document, match: Match) -> Iterator[Told]:
    tree, cues = document.tree, place_cues(document.language)
    if visit := cues.get(("visit", tree[match.verb].lemma)):
        yield from _named_all(document, tree.children(match.verb, "dobj"), (visit.id,))
    there = cues.get(("done_there", match.frame.type))
    for head in (*tree.children(match.verb, "dobj", "nsubjpass"), *_deeds(document, match)) if there else ():
        yield from _beside(document, head, (there.id,) if there else ())
    for start in dict.fromkeys((match.token, match.verb, *match.taken)):
        yield from _beside(document, start, (), match=match)
    for head in tree.children(match.verb, "dobj"):
        if tree[head].pos == "PROPN":  # "met Ann Lee in Oslo": parsers hang the place on the name
            yield from _beside(document, head, (), match=match)
    yield from _goals(document, match.verb)


def _deeds(document: Document, match: Match) -> Iterator[int]:
    """Give a subject that is itself a deed: "the *attack* in Kharkiv killed them"."""
    deeds = event_phrases(document.language, "nouns")
    return (head for head in document.tree.children(match.verb, "nsubj") if document.tree[head].lemma in deeds)


def _is_of_object(document: Document, match: Match | None, prep: int) -> bool:
    """Say whether a place right behind the object is the object's: what was done is done from afar."""
    if match is None or ("done_from_afar", match.frame.type) not in place_cues(document.language):
        return False
    return any(document.tree.subtree(head)[-1] == prep - 1 for head in document.tree.children(match.verb, "dobj"))


def _goals(document: Document, verb: int) -> Iterator[Told]:
    """Give where somebody went, to do it there: "*travelled to Cairo* to meet them"."""
    tree, cues = document.tree, place_cues(document.language)
    above = tree[verb].head if tree[verb].dep in ("advcl", "xcomp", "conj") else verb
    for each in dict.fromkeys((verb, above)):
        cue = cues.get(("travel", tree[each].lemma))
        for prep in tree.children(each, "prep") if cue else ():
            if cue and tree[prep].text.lower() in cue.goals:
                yield from _named_all(document, tree.children(prep, "pobj"), (cue.id,))


def _beside(
    document: Document, start: int, led: tuple[str, ...], depth: int = _DEEP, match: Match | None = None
) -> Iterator[Told]:
    """Give the places after prepositions of place that hang on a word, or on what these introduce ("at talks in")."""
    tree = document.tree
    for prep in tree.children(start, "prep"):
        cue = None if _is_of_object(document, match, prep) else _where(document, prep)
        heads = tree.children(prep, "pobj") if cue else ()
        for head in heads:
            found = list(_named(document, head, (*led, cue.id))) if cue else []
            yield from found
            if not found and depth > 1:
                yield from _beside(document, head, led, depth - 1)


def _where(document: Document, prep: int) -> PlaceCue | None:
    cues, word = place_cues(document.language), document.tree[prep].text.lower()
    return cues.get(("inside", word)) or cues.get(("near", word))


def _named_all(document: Document, heads: tuple[int, ...], led: tuple[str, ...]) -> Iterator[Told]:
    for head in heads:
        yield from _named(document, head, led)


def _named(document: Document, head: int, led: tuple[str, ...]) -> Iterator[Told]:
    """Give a place named by this word, or by what says which town or region it is: "the border town of Cúcuta"."""
    tree = document.tree
    if span := _name(document, head):
        yield Told(head, span, None, led)
        return
    cue = place_cues(document.language).get(("kind_of_place", tree[head].lemma.lower()))
    if cue is None:
        return
    below = [each for prep in tree.children(head, "prep") if tree[prep].text.lower() == "of"
             for each in tree.children(prep, "pobj")]  # fmt: skip
    for each in (*below, *tree.children(head, "appos", "compound", "nmod")):
        if span := _name(document, each, said=True):
            yield Told(each, span, head, (*led, cue.id))


def _name(document: Document, head: int, *, said: bool = False) -> Span | None:
    """Give the words of the place named at a token: what the parser or the gazetteer takes for one.

    ``said`` is set where a noun has said that a place follows.
    """
    tree = document.tree
    if _is_in_dateline(document, tree[head].span):
        return None
    entity = next((each for each in document.entities if each.first <= head < each.last), None)
    if entity and entity.label in _PLACES:
        first = next((i + 1 for i in range(head, entity.first, -1) if tree[i].text == ","), entity.first)
        first += tree[first].text.lower() == "the" and first < head
        last = next((i for i in range(head + 1, entity.last) if tree[i].text == ","), entity.last)
        return tree.span(range(first, last))
    if tree[head].pos != "PROPN" or _is_somebody(document, head):
        return None
    first = head
    while first and tree[first - 1].pos == "PROPN" and tree[first - 1].dep == "compound":
        first -= 1
    least = _SURE if entity and entity.label in ("PERSON", "ORG") and not said else 0
    for each in ((first, head + 1), (entity.first, entity.last) if entity else (head, head + 1)):
        span = tree.span(range(*each))
        if any(not known.is_other and known.people >= least for known in places_called(span.of(document.text))):
            return span
    return None


def _is_in_dateline(document: Document, span: Span) -> bool:
    """Say whether this is the place of the report, not of what it tells."""
    return any(block.dateline and block.dateline.holds(span) for block in document.blocks)


def _is_somebody(document: Document, head: int) -> bool:
    mention = document.mention_at.get(head)
    actors = [document.actor[actor] for actor in mention.actors if actor in document.actor] if mention else []
    return any(actor.type not in ("state", "place") and actor.linked for actor in actors)
