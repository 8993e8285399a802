"""Sectors told by words: "Peruvian troops", "the Okafor Bank"."""

from collections.abc import Iterable, Iterator

from detente.lexicon import sector_words, words

_LANGUAGE = "en"
_LONGEST = 3


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
