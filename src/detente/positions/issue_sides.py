"""On which side of an issue an attitude is, where its object is worded the other way round: "lifting the sanctions"."""

import re

from detente.lexicon import first_words, stance_turns

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
    ending = [n for n in range(place) if (turn := turns.get(found[n].group().lower())) and turn.turn == "against"]
    if not ending:
        return polarity, text
    rest = text[found[ending[-1]].end() :].strip()
    return (OPPOSITE[polarity] if len(ending) % 2 else polarity), rest.removeprefix("of ").removeprefix("to ")
