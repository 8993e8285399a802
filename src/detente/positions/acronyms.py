"""Short forms that an article itself introduces in brackets: "the Regional Security Office (RSO)"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from detente.positions.profiles import Profile, is_acronym
from detente.positions.roster import Roster
from detente.record import Key, Record

_BODIES = ("bloc", "government", "party", "organisation", "group")
_BETWEEN = (" (", " (the ")


def introduced(record: Record, roster: Roster) -> set[frozenset[Key]]:
    """Give the pairs of profiles, by their keys, of which an article gives the one as the other's short form."""
    pairs = list(_pairs(roster.profiles))
    roster.prepare(each for pair in pairs for each in pair)
    shared = [(long, short, long.readings & short.readings) for long, short in pairs]
    readings = {reading for _, _, both in shared for reading in both}
    if not readings:
        return set()
    ids = {each.id for pair in pairs for each in pair}
    places = {(place.reading, place.id): place for place in record.places(sorted(readings), ids)}
    found = set()
    for long, short, both in shared:
        for reading in both:
            one, other = places.get((reading, long.id)), places.get((reading, short.id))
            if one and other and _follows(one.source.text, one.spans, other.spans):
                found.add(frozenset((long.key, short.key)))
    return found


def _pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Give the bodies of which one's name in capitals has the first letters of the other's."""
    known = [each for each in profiles if each.type in _BODIES]
    long_forms = defaultdict(list)
    for each in known:
        long_forms[each.form.initials].append(each)
    for short in known:
        if is_acronym(short) and len(short.form.words) == 1 and not short.linked:
            yield from ((long, short) for long in long_forms[short.form.words[0]])


def _follows(text: str, ones: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]) -> bool:
    """Say whether one of the short forms stands in brackets right after the name."""
    starts = {start for start, _ in others}
    return any(
        end + len(between) in starts and text[end : end + len(between)] == between
        for _, end in ones
        for between in _BETWEEN
    )
