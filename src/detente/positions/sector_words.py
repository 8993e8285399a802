"""Sectors told by words: "Peruvian troops", "the Okafor Bank"."""

import re
from collections.abc import Iterable, Iterator

from detente.lexicon import names, sector_words, words
from detente.text import Span

_LANGUAGE = "en"
_LONGEST = 3
_REACH = 4
_AFTER = re.compile(rf"(?:[ -][^\W\d_]+){{1,{_REACH}}}")


def told_sectors(said: Iterable[str], name: str = "") -> tuple[str, ...]:
    """Give the sectors that the words of some phrases tell, those of the longest phrases first; a name tells none.

    >>> told_sectors(["two Peruvian soldiers", "the attorney general"]), told_sectors(["Judge Bishop"], "Ann Bishop")
    (('JUD', 'MIL'), ('JUD',))
    """
    known = sector_words(_LANGUAGE)
    order = list(dict.fromkeys(known.values()))
    own = set(words(name))
    found = {match for each in said for match in _matches(tuple(w for w in words(each) if w not in own))}
    ordered = sorted(found, key=lambda match: (-match[0], order.index(match[1])))
    return tuple(dict.fromkeys(sector for _, sector in ordered))


def widened(text: str, mention: Span) -> Span:
    """Give a mention of a state by its adjective with the noun that it describes, where that noun tells a sector.

    >>> widened("Three Peruvian rebels fled.", Span(6, 14)), widened("Three Peruvian volcanoes erupted.", Span(6, 14))
    (Span(start=6, end=21), Span(start=6, end=14))
    """
    uses = {name.use for name in names().get(words(mention.of(text)), ())}
    after = _AFTER.match(text, mention.end) if "adjective" in uses else None
    ends = [match.end() for match in re.finditer(r"[^\W\d_]+", after[0])] if after else []
    for first in range(min(2, len(ends))):  # at most one adjective stands between
        for length in range(min(_LONGEST, len(ends) - first), 0, -1):
            start = mention.end + (ends[first - 1] if first else 0)
            end = mention.end + ends[first + length - 1]
            said = words(text[start:end])
            if len(said) == length and any(form in sector_words(_LANGUAGE) for form in _forms(said)):
                return Span(mention.start, end)
    return mention


def _matches(said: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Give length and sector of each phrase found, the longest at each place; none inside another."""
    known = sector_words(_LANGUAGE)
    start = 0
    while start < len(said):
        step = 1
        for length in range(min(_LONGEST, len(said) - start), 0, -1):
            forms = _forms(said[start : start + length])
            if sector := next((known[form] for form in forms if form in known), None):
                yield length, sector
                step = length
                break
        start += step


def _forms(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    *first, last = phrase
    yield phrase
    for ending in ("s", "es"):
        if last.endswith(ending):
            yield (*first, last.removesuffix(ending))
