"""What is known of an event by which a public deed is told from an everyday one: named marks, each a number.

Most are 1 where they hold and left out where they do not; those of the article count what it names.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Literal

from detente.claims.event_known import ToldEvent
from detente.claims.event_names import named
from detente.claims.event_parties import noun_sectors
from detente.claims.kinds import Event, EventParty
from detente.documents import Document, issuers_of
from detente.lexicon import pronouns

Role = Literal["actor", "recipient"]

_OFFICIAL = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY")
_CONTENDING = ("PTY", "OPP", "REB", "UAF", "PRM", "CRM")
_BODIES = ("bloc", "organisation", "party", "government")
_MOST = 3
"""Further parties of a side tell no more."""


def marks(document: Document, each: ToldEvent, event: Event) -> Mapping[str, float]:
    """Give the marks of an event by their names."""
    return {name: value for name, value in _marks(document, each, event) if value}


def _marks(document: Document, each: ToldEvent, event: Event) -> Iterator[tuple[str, float]]:
    token = document.tree[each.match.verb]
    yield f"type {event.type}", 1
    yield f"mode {event.type}/{event.mode}", float(event.mode is not None)
    yield f"status {event.status}", 1
    yield "negated", float(event.negated)
    yield "dated", float(event.date is not None)
    yield "told by a noun alone", float(each.match.ground.clause is None)
    yield "heard by the branch", float(each.chance is not None)
    yield f"frame {each.match.frame.why}", 1
    yield from _together(document, each, event)
    yield from _where(document, each)
    yield f"verb form {token.tag}", float(token.pos in ("VERB", "AUX"))
    yield f"clause {token.dep}", 1
    yield from _called(document, "actor", each.actor_heads)
    yield from _called(document, "recipient", each.recipient_heads)
    for role in ("actor", "recipient"):
        yield from _side(document, role, event.type, [party for party in event.parties if party.role == role])
    yield from _article(document)


def _together(document: Document, each: ToldEvent, event: Event) -> Iterator[tuple[str, float]]:
    """Give how the sides stand to each other: alone in what takes two, of one state, beside others who are named."""
    yield "alone in what takes two", float(each.match.frame.mutual and len(event.parties) == 1)
    states = [{document.state_of(actor) for actor in side} for side in (event.actors, event.recipients)]
    yield "sides of one state", float(bool(states[0] & states[1]))
    sentence = document.sentence_of(each.match.token)
    named = {*document.who(*range(sentence.first, sentence.last))}
    yield "others named beside", math.log1p(len(named.difference(event.actors, event.recipients)))
    lost = sum(party.id is None for party in event.parties)
    yield "parties only described", math.log1p(lost)
    yield "only one party", float(len(event.parties) == 1)


def _where(document: Document, each: ToldEvent) -> Iterator[tuple[str, float]]:
    """Give where it is told: in a turn of a transcript, in a question, near the beginning."""
    tree, sentence = document.tree, document.sentence_of(each.match.token)
    place = tree[each.match.token].span
    yield "in a transcript", float(any(span.holds(place) for turn in document.turns for span in turn.spans))
    yield "in a question", float(tree[sentence.last - 1].text == "?")
    yield "words of the sentence", math.log1p(sentence.last - sentence.first) / 5
    yield "how far down", document.sentences.index(sentence) / max(1, len(document.sentences))
    verbs = [tree[i].tag for i in tree.heads(each.match.token) if tree[i].pos in ("VERB", "AUX")]
    yield "clauses above", math.log1p(len(verbs))


def _called(document: Document, role: Role, heads: tuple[int, ...]) -> Iterator[tuple[str, float]]:
    """Give how those are called who stand on a side: by name, as people or bodies, by what is theirs, or not at all."""
    for head in heads[:_MOST]:
        if named(document, head):
            continue
        if noun_sectors(document, head):
            yield f"{role} told as people", 1
        elif document.tree[head].pos == "PRON":
            yield f"{role} told by a pronoun for nobody", 1
        else:
            yield f"{role} told by what is theirs", 1


def _side(document: Document, role: Role, kind: str, parties: list[EventParty]) -> Iterator[tuple[str, float]]:
    """Give what a side is: its kinds, how it is called, how many it are."""
    yield f"no {role}", float(not parties)
    yield f"no {role} of {kind}", float(not parties)
    yield f"several {role}s", float(len(parties) > 1)
    yield f"{role} told elsewhere", float(any(party.words is None for party in parties))
    found = [each for party in parties[:_MOST] for each in _kinds(document, party)]
    for each in dict.fromkeys(found):
        yield f"{role} is {each}", 1


def _kinds(document: Document, party: EventParty) -> Iterator[str]:
    known = document.actor.get(party.id or "")
    words = party.words.of(document.text).lower() if party.words else ""
    if words in pronouns(document.language):
        yield "called by a pronoun"
    if known is None:
        yield f"described, {_group(party.sectors)}"
    elif known.linked and known.type in ("state", *_BODIES):
        yield f"a {known.type} of the directory"
    elif known.type == "person":
        yield "a person in office" if known.represents or party.sectors else "a person without an office"
    else:
        yield f"an unknown {known.type}"


def _group(sectors: tuple[str, ...]) -> str:
    if not sectors:
        return "of no sector"
    if any(each in _OFFICIAL for each in sectors):
        return "of a state"
    return "contending" if any(each in _CONTENDING for each in sectors) else f"of {sectors[0]}"


def _article(document: Document) -> Iterator[tuple[str, float]]:
    """Give what the article speaks of: states, bodies, offices, people who hold none."""
    actors = document.actors
    yield "states named in the article", math.log1p(sum(each.linked and each.type == "state" for each in actors))
    yield "bodies named in the article", math.log1p(sum(each.linked and each.type in _BODIES for each in actors))
    yield "offices named in the article", math.log1p(len(document.roles))
    people = [each for each in actors if each.type == "person"]
    private = sum(not each.represents for each in people) / len(people) if people else 0.0
    yield "share of people without an office", private
    yield "words of the article", math.log1p(len(document.tree)) / 10
    yield "official text", float(bool(issuers_of(document)))
