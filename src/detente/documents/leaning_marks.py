"""What the leaning head is told of two parties of a sentence: their kinds, how they are named, where they stand."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, get_args

import numpy as np

from detente.documents.document import ActorType, Document, Mention, Sentence
from detente.documents.encoded import Array
from detente.documents.leanings import Facing, chances

_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "conj", "appos", "agent", "amod", "attr", "ROOT")
_FAR = 40
_LONGEST, _MOST = 160, 120
"""Longer sentences, and those with more pairs, are lists and tables."""
_NO_PARTIES = ("place", "outlet")

Mentions = Mapping[str, list[Mention]]


class Leaning(NamedTuple):
    """Two actors of a sentence, the mentions of both in it, and how likely the one is for the other, or against."""

    holder: str
    other: str
    sentence: Sentence
    holders: tuple[Mention, ...]
    others: tuple[Mention, ...]
    favour: float
    disfavour: float


def leanings(document: Document, sentence: Sentence, speakers: Collection[str]) -> Iterator[Leaning]:
    """Give how every actor of a sentence, and who speaks in it, leans towards every other actor in it.

    Nothing where the document is not encoded.
    """
    if not document.encoded:
        return
    named = mentioned(document, sentence)
    pairs = list(asked(document, sentence, named, speakers))
    if not pairs:
        return
    found = chances(states_of(document, sentence), [each for _, _, each in pairs])
    for (holder, other, _), (_, favour, disfavour) in zip(pairs, found, strict=True):
        sides = (tuple(named.get(holder, ())), tuple(named[other]))
        yield Leaning(holder, other, sentence, *sides, float(favour), float(disfavour))


def mentioned(document: Document, sentence: Sentence) -> Mentions:
    """Give the mentions of every actor in a sentence, in the order of the text."""
    found: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        if sentence.first <= mention.head < sentence.last:
            for actor in mention.actors:
                if document.actor[actor].type not in _NO_PARTIES:
                    found.setdefault(actor, []).append(mention)
    return found


def asked(
    document: Document, sentence: Sentence, named: Mentions, speakers: Collection[str]
) -> Iterator[tuple[str, str, Facing]]:
    """Give every pair of a possible holder and another actor, with what the head is asked of it."""
    holders = list(dict.fromkeys((*named, *(each for each in speakers if each in document.actor))))
    pairs = [(one, other) for one in holders for other in named if one != other]
    if sentence.last - sentence.first > _LONGEST or len(pairs) > _MOST:
        return
    for one, other in pairs:
        here, there = (_tokens(document, sentence, named.get(each, [])) for each in (one, other))
        if there:
            apart = there[0] - here[0] if here else 0
            marks = (
                *_side(document, named.get(one, []), one, speakers),
                *_side(document, named[other], other, speakers),
                np.sign(apart),
                min(abs(apart), _FAR) / _FAR,
                len(pairs) / _FAR,
                bool(speakers),
                document.state_of(one) == document.state_of(other),
            )
            yield one, other, Facing(here, there, np.array(marks, np.float32))


def _tokens(document: Document, sentence: Sentence, mentions: list[Mention]) -> tuple[int, ...]:
    """Give the places in its sentence of the tokens of an actor's mentions."""
    every = {token for mention in mentions for token in document.tree.within(mention.span)}
    return tuple(sorted(each - sentence.first for each in every if sentence.first <= each < sentence.last))


def _side(document: Document, mentions: list[Mention], actor: str, speakers: Collection[str]) -> list[float]:
    """Mark one party: how its first mention stands in the clause, what it is, how it is named."""
    first = mentions[0] if mentions else None
    place = document.tree[first.head].dep if first else ""
    kinds = get_args(ActorType)
    return [
        *(float(place == each) for each in _PLACES),
        *(float(document.actor[actor].type == each) for each in kinds),
        float(first is not None and first.kind == "pronoun"),
        float(first is not None and first.kind == "nominal"),
        float(actor in speakers),
        float(first is None),
        float(len(mentions) > 1),
    ]


def states_of(document: Document, sentence: Sentence) -> Array:
    """Give the states of a sentence's tokens: [tokens, 384]; nought for those outside every window."""
    states = np.zeros((sentence.last - sentence.first, document.encoded[0].states.shape[1]), np.float32)
    for window, own, _ in document.encoded:
        first, last = max(window.first, sentence.first), min(window.last, sentence.last)
        if first < last:
            states[first - sentence.first : last - sentence.first] = own[first - window.first : last - window.first]
    return states
