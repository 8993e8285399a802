"""Who takes part in an event as PLOVER sees it: words, code and sectors, known by name or not."""

from collections.abc import Iterable, Iterator
from typing import Literal

from detente.claims.event_names import is_name_of_thing, is_thing, named
from detente.claims.event_nouns import agents_at, is_money, is_other, one_of
from detente.claims.kinds import EventParty
from detente.documents import Document
from detente.lexicon import directory, event_words, offices, party_codes, party_sectors, pronouns
from detente.text import Span

_ARMS = "arms"
_PARTIES = ("PERSON", "ORG", "NORP")
_THINGS = ("LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "LANGUAGE")
"""What the parser calls names of those who act, and of things."""
_BEFORE = ("amod", "compound", "nmod", "poss")
_OF, _APART = ("of", "from"), ("relcl", "acl", "appos", "conj", "cc", "punct")
_NO_WORDS = ("relcl", "acl", "appos", "prep", "conj", "cc", "punct")


def parties(
    document: Document,
    role: Literal["actor", "recipient"],
    actors: tuple[str, ...],
    heads: tuple[int, ...],
    told: tuple[str, ...] = (),
) -> Iterator[EventParty]:
    """Give one party for each known actor, with the words next to the event, and for each description of people.

    Whose name stands beside a description is not described once more where he is told already, on whichever side.
    """
    left = list(actors)
    heads = tuple(head for head in heads if not _is_of_pair(document, head, heads))
    by_name = {head: named(document, head) for head in heads}
    for head in heads:
        called_so = [actor for actor in by_name[head] if actor in left]
        elsewhere = {actor for other in heads if other != head for actor in by_name[other]}
        described = [actor for actor in _beside(document, head) if actor in left and actor not in elsewhere]
        described = described if not called_so else []
        for actor in called_so or described:
            left.remove(actor)
            yield _party(document, role, actor, head)
        called = document.who(head, *document.tree.children(head, "appos"))
        again = len(called) == 1 and (called[0] in told or (called[0] in actors and _is_person(document, called[0])))
        beside = bool(actors) and document.tree[head].dep in ("compound", "amod")  # "Iranian *missile* attacks"
        if not (called_so or described or again or beside) and _is_called(document, head):
            yield EventParty(
                role=role, id=None, words=_described(document, head), code=None, sectors=noun_sectors(document, head)
            )
    for actor in left:
        yield EventParty(role=role, id=actor, words=None, code=code_of(document, actor), sectors=_own(document, actor))


def _party(document: Document, role: Literal["actor", "recipient"], actor: str, head: int) -> EventParty:
    found = noun_sectors(document, head) or _own(document, actor)
    words = _words(document, head if noun_sectors(document, head) else _naming(document, actor, head))
    return EventParty(role=role, id=actor, words=words, code=code_of(document, actor), sectors=found)


def _naming(document: Document, actor: str, head: int) -> int:
    """Give the word that stands for an actor: the head, or where that is a thing, its owner: "*Peru*'s efforts"."""
    tree, known = document.tree, document.who(head)
    if known and not any(is_thing(document, each) for each in known):
        return head
    naming = next((i for i in tree.subtree(head) if actor in document.who(i)), head)
    above = tree[naming].head
    described = tree[naming].dep in _BEFORE and above != head and noun_sectors(document, above)
    return above if described else naming  # "the arrest of them by the *Malian police*"


def _beside(document: Document, head: int) -> Iterable[str]:
    """Give those to whom a described party belongs: "*Iranian* troops", "police in *Uganda*"."""
    tree = document.tree
    if is_other(document, head):
        return document.who(*tree.children(head, "amod", "compound", "nmod", "appos"))
    return document.who(*tree.subtree(head, without=("conj",)))


def _words(document: Document, head: int) -> Span:
    mention = document.mention_at.get(head)
    return mention.span if mention else document.tree.phrase(head, without=_NO_WORDS)


def _described(document: Document, head: int) -> Span:
    """Give the words for people without a name, with those of whom they are: "members *of civil society*"."""
    tree, words = document.tree, _words(document, head)
    below = (prep for prep in tree.children(head, "prep") if tree[prep].text.lower() in _OF)
    ends = [tree.phrase(prep, without=_APART).end for prep in below if tree[prep].start <= words.end + 1]
    ends += [tree[each].end for each in tree.children(head, "conj") if _is_of_pair(document, each, (head,))]
    return Span(words.start, max([words.end, *ends]))


def _is_person(document: Document, actor: str) -> bool:
    return actor in document.actor and document.actor[actor].type == "person"


def _is_of_pair(document: Document, head: int, heads: tuple[int, ...]) -> bool:
    """Say whether a noun only names the same ones twice: "our allies *and partners*"."""
    tree, apart = document.tree, event_words(document.language)["apart"]
    first = tree[head].head
    pair = tree[head].dep == "conj" and first in heads and head == first + 2 and not document.who(first, head)
    return pair and all(one_of(tree[each].lemma.lower()) in apart for each in (first, head))


def noun_sectors(document: Document, head: int) -> tuple[str, ...]:
    """Give the sectors that a noun tells: "riot police", "the Chadian opposition party"."""
    entry = None if is_time(document, head) or is_money(document, head) else agents_at(document, head)
    return (entry.sector,) if entry else ()


def is_weapon(document: Document, head: int) -> bool:
    """Say whether a noun is for arms, which are what it is done with: "the *missile* launch"."""
    entry = agents_at(document, head)
    return entry is not None and entry.id == _ARMS


def is_time(document: Document, head: int) -> bool:
    """Say whether a word belongs to a date, which is nobody: "closed the schools *as of May 3*"."""
    span = document.tree[head].span
    return any(time.span.holds(span) for time in document.times)


def _is_called(document: Document, head: int) -> bool:
    """Say whether a word calls somebody whom the directory and the article do not know otherwise."""
    if noun_sectors(document, head):
        return True
    name = document.tree[head].pos == "PROPN" and not document.who(head) and not is_time(document, head)
    return name and _label(document, head) in _PARTIES and not is_name_of_thing(document, document.tree[head].text)


def _label(document: Document, head: int) -> str | None:
    """Give what the parser calls the name in which a word stands."""
    return next((each.label for each in document.entities if each.first <= head < each.last), None)


def is_somebody(document: Document, head: int) -> bool:
    """Say whether a word stands for people or bodies: a name, a noun for those who act, a number, a pronoun."""
    token = document.tree[head]
    known = pronouns(document.language).get(token.text.lower())
    if known:
        return known.kind != "thing"
    counted = (
        token.pos in ("NUM", "PROPN")
        and not is_money(document, head)
        and not is_time(document, head)
        and not is_name_of_thing(document, token.text)
        and _label(document, head) not in _THINGS
    )  # "the *two* discussed"
    return counted or bool(noun_sectors(document, head))


def _own(document: Document, actor: str) -> tuple[str, ...]:
    """Give the sectors of a known actor: by the offices that the article gives him, else by what he is."""
    kinds = {entry.office: entry.kind for entry in offices(document.language).values()}
    found: dict[str, None] = {}
    for role in document.roles:
        if role.person == actor:
            kind = next((kinds[name] for name in _shorter(role.office) if name in kinds), None)
            held = (sector.id for sector in party_sectors().values() if kind in sector.kinds)
            found.update(dict.fromkeys(["ELI"] if role.status == "former" else held))
    known = document.actor.get(actor)
    if not found and known:
        found = {sector.id: None for sector in party_sectors().values() if known.type in sector.types}
    return tuple(found)


def _shorter(office: str) -> Iterator[str]:
    words = office.split()
    return (" ".join(words[n:]) for n in range(len(words)))


def code_of(document: Document, actor: str) -> str | None:
    """Give the code of an actor: the state's for whoever belongs to one, a body's kind for other bodies."""
    whose = document.state_of(actor)
    known = document.actor.get(whose) or directory().get(whose)
    for code in party_codes():
        if whose in code.actors or actor in code.actors or whose in code.whose:
            return code.id
    if known is None:
        return None
    if known.type == "state":
        return whose
    linked = whose in directory()
    return next((code.id for code in party_codes() if linked and known.type in code.types), None)
