"""What the leaning head adds to the rules: who leans towards whom in a sentence, in the light of the whole article.

A single sentence often tells that two have to do with each other, and only the others on which side. So the side that
the head hears in a sentence is joined by those that it hears of the same two elsewhere in the article, of the other
towards the one, and by what the rules have found; the head is believed where all together are clear. A sentence in
which the rules have found what the holder thinks of the same actor is left to them. The head was taught on news of one
country's politics: it is heard of people and parties, not of states and bodies, of whom it knows little, not of people
who speak for two states, and not in statements. What the other sentences weigh and the two bars were chosen on 95
articles of SEESAW's training half, with a head that had not seen them.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.claims.kinds import Claims, Object, Party, Stance
from detente.claims.stance_holders import holder_of
from detente.documents import Document, Leaning, Mention, issuers_of, leanings
from detente.text import Span, overlap

LEAST, CLEAR = 0.09, 1.6
"""How likely the head must find any stance, and how clear the side must be, in nats."""
AGAIN, BACK, RULE = 2.0, 1.0, 3.0
"""What the same two elsewhere, the other towards the one, and a stance of a rule weigh."""
CONFIDENCE = 0.4
_VALUES = {"for": 1.0, "against": -1.0}
_TINY = 1e-4
_LONGEST = 500


def from_leanings(document: Document, earlier: Claims, found: Sequence[Stance]) -> Iterator[Stance]:
    """Give the stances that the head hears and no rule has found, in the order of the text."""
    if issuers_of(document):
        return
    heard = [
        each
        for sentence in document.sentences
        for each in leanings(document, sentence, speakers_in(earlier, sentence.span))
        if _is_within(document, each)
    ]
    told = _Told(heard, found)
    for each in heard:
        side = _side(each) + told(each)
        if _chance(each) >= LEAST and abs(side) >= CLEAR and not _is_found(document, each, found):
            yield from _stance(document, each, side)


def speakers_in(claims: Claims, span: Span) -> tuple[str, ...]:
    """Give those who speak in a stretch of text, in the order of the text."""
    said = (each for each in claims.utterances if overlap(each.content, (span,)))
    return tuple(dict.fromkeys(speaker for each in said for speaker in each.speakers))


def _is_within(document: Document, leaning: Leaning) -> bool:
    """Say whether two are people or parties, and do not speak for two states."""
    types = {document.actor[each].type for each in (leaning.holder, leaning.other)}
    states = {document.state_of(each) for each in (leaning.holder, leaning.other)}
    apart = sum(each in document.actor and document.actor[each].type == "state" for each in states) > 1
    return types <= {"person", "party"} and not apart


def _chance(leaning: Leaning) -> float:
    return leaning.favour + leaning.disfavour


def _side(leaning: Leaning) -> float:
    """Give the side that the head hears: above nought for, below against, in nats."""
    return math.log(leaning.favour + _TINY) - math.log(leaning.disfavour + _TINY)


class _Told:
    """What else the article tells of two actors."""

    def __init__(self, heard: Sequence[Leaning], found: Sequence[Stance]) -> None:
        self.sides: dict[tuple[str, str], float] = defaultdict(float)
        self.rules: dict[tuple[str, str], float] = defaultdict(float)
        for each in heard:
            self.sides[each.holder, each.other] += _chance(each) * _side(each)
        for stance in found:
            for holder in {stance.holder, stance.through} - {None}:
                for party in stance.object.actors:
                    if stance.polarity in _VALUES and party.role == "target":
                        self.rules[holder or "", party.id] += _VALUES[stance.polarity]

    def __call__(self, leaning: Leaning) -> float:
        """Give the side that all but this one sentence tell."""
        one, other = leaning.holder, leaning.other
        again = self.sides[one, other] - _chance(leaning) * _side(leaning)
        return AGAIN * again + BACK * self.sides[other, one] + RULE * self.rules[one, other]


def _is_found(document: Document, leaning: Leaning, found: Sequence[Stance]) -> bool:
    """Say whether the rules know in this sentence what the holder thinks of the other."""
    for stance in found:
        own = {stance.holder, stance.through} & {leaning.holder, document.state_of(leaning.holder)}
        inside = leaning.sentence.span.meets(stance.evidence[-1])
        parties = {party.id for party in stance.object.actors}
        if own and inside and parties & {leaning.other, document.state_of(leaning.other)}:
            return True
    return False


def _stance(document: Document, leaning: Leaning, side: float) -> Iterator[Stance]:
    holder = holder_of(document, leaning.holder)
    head = leaning.others[0]
    if holder is None or leaning.other == holder.id:
        return
    yield Stance(
        evidence=(_evidence(leaning),),
        why="leanings/learned",
        confidence=CONFIDENCE,
        holder=holder.id,
        through=holder.through,
        capacity=holder.capacity,
        object=_object(document, leaning.other, head),
        polarity="for" if side > 0 else "against",
        strength=2,
        basis="implied",
    )


def _object(document: Document, actor: str, mention: Mention) -> Object:
    state = document.who(mention.head) or (actor,)
    own = actor if actor in state else state[0]
    text = mention.span.of(document.text) if mention.kind == "name" else document.actor[actor].name
    return Object(text=text, issue=None, actors=(Party(id=own, role="target"),), spans=(mention.span,))


def _evidence(leaning: Leaning) -> Span:
    """Give the sentence, or as much of it around both as is not too long."""
    whole = leaning.sentence.span
    if whole.end - whole.start <= _LONGEST:
        return whole
    start = min(each.span.start for each in (*leaning.holders[:1], *leaning.others[:1]))
    return Span(start, min(whole.end, start + _LONGEST))
