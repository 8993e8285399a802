"""Where an event took place, as far as the directory knows the place that the article names."""

from dataclasses import dataclass, replace

from detente.lexicon import capital_of, directory, names, state_codes, words


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place: ``raw`` are the article's words; ``name``, ``city`` (a capital) and ``country`` what they mean.

    ``country`` is the code of a state and ``country_name`` its name, ``resolution`` is ``city``, ``country`` or
    ``region``; empty where unknown.
    """

    raw: str = ""
    name: str = ""
    city: str = ""
    country: str = ""
    country_name: str = ""
    resolution: str = ""


def located(raw: str | None) -> EventPlace:
    """Find a place by its name.

    >>> located("Buenos Aires").country, located("Okafor Hall")
    ('ARG', EventPlace(raw='Okafor Hall', name='', city='', country='', country_name='', resolution=''))
    """
    if not raw:
        return EventPlace()
    plain = raw.removeprefix("The ").removeprefix("the ")
    found = [each.known for each in names().get(words(plain), ()) if each.use == "name"]
    if state := next((known for known in found if known.type == "state"), None):
        return _of(raw, state.name, state.id, "country")
    if capital := capital_of(plain):
        return replace(_of(raw, plain, capital.id, "city"), city=plain)
    if place := next((known for known in found if known.type == "place"), None):
        return _of(raw, place.name, place.within, "region")
    return EventPlace(raw)


def _of(raw: str, name: str, state: str | None, resolution: str) -> EventPlace:
    if state is None:
        return EventPlace(raw, name, resolution=resolution)
    return EventPlace(raw, name, "", state_codes()[state], directory()[state].name, resolution)
