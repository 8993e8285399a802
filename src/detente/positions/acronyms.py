"""Short forms that an article itself introduces in brackets: "the Regional Security Office (RSO)"."""

from collections import defaultdict
from collections.abc import Iterable

from detente.positions.profiles import Profile, is_acronym
from detente.record import Record

_BODIES = ("bloc", "government", "party", "organisation", "group")
_BETWEEN = (" (", " (the ")


def introduced(record: Record, profiles: Iterable[Profile]) -> set[frozenset[tuple[str, ...]]]:
    """Give the pairs of profiles, by their keys, of which an article gives the one as the other's short form."""
    known = [each for each in profiles if each.type in _BODIES]
    long_forms = defaultdict(list)
    for each in known:
        long_forms[each.form.initials].append(each)
    pairs = {
        (long.key, short.key): (long, short, long.articles & short.articles)
        for short in known
        if is_acronym(short) and len(short.form.words) == 1 and not short.linked
        for long in long_forms[short.form.words[0]]
        if long.articles & short.articles
    }
    readings = {unit.reading for long, _, shared in pairs.values() for unit in long.units if unit.article in shared}
    if not readings:
        return set()
    ids = {each.id for long, short, _ in pairs.values() for each in (long, short)}
    places = {(place.source.id, place.id): place for place in record.places(sorted(readings), ids)}
    found = set()
    for long, short, shared in pairs.values():
        for article in shared:
            one, other = places.get((article, long.id)), places.get((article, short.id))
            if one and other and _follows(one.source.text, one.spans, other.spans):
                found.add(frozenset((long.key, short.key)))
    return found


def _follows(text: str, ones: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]) -> bool:
    """Say whether one of the short forms stands in brackets right after the name."""
    starts = {start for start, _ in others}
    return any(
        end + len(between) in starts and text[end : end + len(between)] == between
        for _, end in ones
        for between in _BETWEEN
    )
