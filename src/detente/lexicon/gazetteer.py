"""Places of the world by name: states, capitals, regions, cities of ``world/gazetteer.tsv`` (GeoNames, CC BY 4.0)."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, cast

from detente.lexicon.load import FOLDER
from detente.text import fold

PlaceKind = Literal["state", "capital", "region", "city"]


class GazetteerPlace(NamedTuple):
    """A place under one of its names.

    ``name`` is the usual one and ``is_other`` says that it was called by another; ``state`` is the ISO 3166-1 alpha-3
    code, empty where it is disputed; ``region`` the code of its region within the state; ``geonames`` the id in
    GeoNames; ``people`` how many live there; latitude and longitude are in degrees (WGS 84).
    """

    name: str
    kind: PlaceKind
    is_other: bool
    state: str
    region: str
    geonames: int | None
    people: int
    latitude: float | None
    longitude: float | None


@cache
def places_called(name: str) -> tuple[GazetteerPlace, ...]:
    """Give every place of a name, accents and capitals apart; none where the gazetteer knows none.

    >>> [(place.name, place.state) for place in places_called("Kiev")]
    [('Kyiv', 'UKR')]
    """
    return tuple(_place(line.decode()) for line in _beginning(f"{fold(name)}\t".encode()))


def _beginning(key: bytes) -> Iterator[bytes]:
    """Give the lines that begin with a name; they stand in its order, so it is found by halving the file."""
    lines = _lines()

    def start_of(place: int) -> bytes:
        start = lines.rfind(b"\n", 0, place) + 1
        return lines[start : start + len(key)]

    at = bisect_left(range(len(lines)), key, key=start_of)
    while lines.startswith(key, at):
        end = lines.index(b"\n", at)
        yield lines[at:end]
        at = end + 1


@cache
def _lines() -> bytes:
    """Give the lines of the file without its head, as they are: UTF-8 keeps the order of the characters."""
    whole = FOLDER.joinpath("world/gazetteer.tsv").read_bytes()
    head = whole.rindex(b"\n#")
    return whole[whole.index(b"\n", head + 1) + 1 :]


def _place(line: str) -> GazetteerPlace:
    key, name, kind, state, region, geonames, people, latitude, longitude = line.split("\t")
    return GazetteerPlace(
        name or key.title(),
        cast("PlaceKind", kind.rstrip("*")),
        kind.endswith("*"),
        state,
        region,
        int(geonames) if geonames else None,
        int(people),
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
    )
