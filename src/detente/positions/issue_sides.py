"""On which side of an issue an attitude is, where its object is worded the other way round: "lifting the sanctions"."""

import re
from collections.abc import Sequence
from functools import cache

from detente.lexicon import Turn, commitment_cues, first_words, stance_turns

_LANGUAGE = "en"
OPPOSITE = {"for": "against", "against": "for"}
_WORD = re.compile(r"[^\W\d]+")


def towards(polarity: str, text: str, issue: str | None) -> tuple[str, str]:
    """Give the side taken towards the issue itself: for "lifting the sanctions" is against "the sanctions"."""
    named, lower = first_words(_LANGUAGE, issue), text.lower()
    if polarity not in OPPOSITE or not any(word in lower for word in named):
        return polarity, text
    found = list(_WORD.finditer(text))
    place = next((n for n, each in enumerate(found) if each.group().lower().removesuffix("s") in named), None)
    if place is None:
        return polarity, text
    turns = stance_turns(_LANGUAGE)
    ending = [n for n in range(place) if (turn := turns.get(found[n].group().lower())) and _ends(turn, found[: n + 1])]
    if not ending:
        return polarity, text
    rest = text[found[ending[-1]].end() :].strip()
    return (OPPOSITE[polarity] if len(ending) % 2 else polarity), rest.removeprefix("of ").removeprefix("to ")


def _ends(turn: Turn, found: Sequence[re.Match[str]]) -> bool:
    """Say whether the last word ends what follows; an adjective of the same form does not: "a *close* friendship"."""
    *before, word = (each.group().lower() for each in found)
    is_verb = bool(before) and before[-1] in _verbal()
    return turn.turn == "against" and (is_verb or word not in turn.adjectives)


@cache
def _verbal() -> frozenset[str]:
    """Give the words behind which a verb stands: "to", "will"."""
    cues = commitment_cues(_LANGUAGE).items()
    return frozenset({"to", *(word for word, some in cues for cue in some if cue.pos == "auxiliary")})


def is_turned(text: str) -> bool:
    """Say whether an object is worded as an end of something: "combatting the pandemic", "to halt the war".

    >>> is_turned("tackling the crisis"), is_turned("the crisis"), is_turned("a close tie"), is_turned("to close it")
    (True, False, False, True)
    """
    found = list(_WORD.finditer(text))
    return any(
        (turn := _turn(each.group().lower())) is not None and _ends(turn, found[: n + 1])
        for n, each in enumerate(found)
    )


def _turn(word: str) -> Turn | None:
    """Give what a word leads to, also as a gerund: "tackling", "combatting"."""
    turns, stem = stance_turns(_LANGUAGE), word.removesuffix("ing")
    forms = (word, stem, f"{stem}e", stem[:-1]) if stem != word else (word,)
    return next((turns[each] for each in forms if each in turns), None)
