"""What a pledge shows of a position: "Peru will grant the licence" is for it, "our ships will not join" against it.

A pledge alone is told where pledges are followed up (``commitments``). Among positions it counts where it meets
something else said of the same thing: so what was to be done, and what is not to be any more, are told apart.
"""

import re
from functools import cache
from typing import NamedTuple

from detente.lexicon import carriers, commitment_cues, stance_turns
from detente.positions.issue_sides import OPPOSITE

_LANGUAGE = "en"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LINKS = ("of ", "to ", "from ", "the work on ")
_FEWEST = 2
_ADVERB = "ly"


class Pledged(NamedTuple):
    """The side that a pledge takes, and towards what."""

    polarity: str
    object: str


def pledged(text: str) -> Pledged | None:
    """Give what the words of a pledge come to; None where they say too little, or pledge it on a condition."""
    found = list(_WORD.finditer(text))
    words = [each.group().lower() for each in found]
    known = carriers(_LANGUAGE)
    if any((word, "conditions") in known for word in words) or words[:1] == ["should"]:
        return None
    helping = {word for word, cues in commitment_cues(_LANGUAGE).items() for cue in cues if cue.pos == "auxiliary"}
    first = next((n + 1 for n, word in enumerate(words) if word in helping), 0)
    denied = not denying().isdisjoint(words[: first + 1])
    while first < len(words) and (words[first] in (*denying(), "to", "be") or words[first].endswith(_ADVERB)):
        first += 1
    turn = stance_turns(_LANGUAGE).get(words[first]) if first < len(words) else None
    first += turn is not None
    if len(words) - first < _FEWEST - (turn is not None):
        return None
    if not denying().isdisjoint(words[first:]):
        return None  # "will vote no", "will send no ships" say what is not done
    rest = text[found[first].start() :].strip()
    rest = next((rest.removeprefix(link) for link in _LINKS if rest.startswith(link)), rest)
    side = "against" if denied else "for"
    return Pledged(OPPOSITE[side] if turn and turn.turn == "against" else side, rest)


@cache
def denying() -> frozenset[str]:
    """Give the words that deny, or the end of one: "not", "never", "n't"."""
    return frozenset(word for word, role in carriers(_LANGUAGE) if role == "negates")
