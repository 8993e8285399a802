"""Where an event took place, as far as the directory knows the place that the article names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from detente.lexicon import capital_of, directory, names, state_codes, words


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place: ``raw`` are the article's words; ``name``, ``city`` (a capital) and ``country`` what they mean.

    ``country`` is the code of a state and ``country_name`` its name, ``resolution`` is ``city``, ``country`` or
    ``region``; ``geonames`` is the id in GeoNames, latitude and longitude are degrees (WGS 84). Empty where unknown.
    """

    raw: str = ""
    name: str = ""
    city: str = ""
    country: str = ""
    country_name: str = ""
    resolution: str = ""
    geonames: str = ""
    latitude: float | None = None
    longitude: float | None = None


def told_place(raw: str | None, location: Mapping[str, Any] | None) -> EventPlace:
    """Give the place that an event's claim means, else what the directory knows by its name."""
    if not location:
        return located(raw)
    kind, name = location["kind"], location["name"]
    resolution = {"state": "country", "capital": "city", "city": "city"}.get(kind, "region")
    return replace(
        _of(raw or name, name, location["state"] if location["state"] in state_codes() else None, resolution),
        city=name if resolution == "city" else "",
        geonames=str(location["geonames"] or ""),
        latitude=location["latitude"],
        longitude=location["longitude"],
    )


def located(raw: str | None) -> EventPlace:
    """Find a place by its name.

    >>> located("Buenos Aires").country, located("Okafor Hall").raw, located("Okafor Hall").name
    ('ARG', 'Okafor Hall', '')
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
