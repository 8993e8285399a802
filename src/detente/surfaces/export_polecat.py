"""Events as POLECAT's tables have them: 40 columns. docs/exports.md says what each holds."""

from collections.abc import Callable, Iterable

from detente.dates import bounds
from detente.positions import Coded, CodedEvent
from detente.surfaces.export_plover import plain

_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_DAY = len("2021-08-05")
_BETWEEN = "; "

Column = Callable[[CodedEvent], str]


def polecat(event: CodedEvent) -> dict[str, str]:
    """Give the row of an event by column, in order; what is unknown is empty, also within a list of several actors."""
    return {name: column(event) for name, column in COLUMNS.items()}


def _each(of: Callable[[CodedEvent], Iterable[Coded]], what: Callable[[Coded], str]) -> Column:
    """Make the column that gives something of every actor, in one order in all columns; empty where nobody has it."""

    def column(event: CodedEvent) -> str:
        values = [plain(what(actor)) for actor in of(event)]
        return _BETWEEN.join(values).rstrip() if any(values) else ""

    return column


def _side(name: str, of: Callable[[CodedEvent], Iterable[Coded]]) -> dict[str, Column]:
    return {
        f"{name} Name": _each(of, lambda actor: actor.name),
        f"{name} Country": _each(of, lambda actor: actor.code),
        f"{name} COW": _each(of, lambda actor: actor.cow),
        f"Primary {name} Sector": _each(of, lambda actor: next(iter(actor.sectors), "")),
        f"{name} Sectors": _each(of, lambda actor: ",".join(actor.sectors)),
        f"{name} Title": _each(of, lambda actor: actor.office),
        f"{name} Name Raw": _each(of, lambda actor: actor.raw),
        f"Wikipedia {name} ID": _unknown,
    }


def _unknown(_: CodedEvent) -> str:
    return ""


def _day(event: CodedEvent) -> str:
    """Give the day where it is known as a whole; POLECAT has no other dates."""
    if not event.date or len(event.date.rstrip("~?%")) != _DAY:
        return ""
    return bounds(event.date).first.isoformat()


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _list(values: Iterable[str]) -> str:
    return _BETWEEN.join(plain(value) for value in values)


COLUMNS: dict[str, Column] = {
    "Event ID": lambda event: event.id,
    "Event Date": _day,
    "Event Type": lambda event: event.type,
    "Event Mode": lambda event: event.mode,
    "Intensity": lambda event: f"{event.score:.1f}",
    "Quad Code": lambda event: _QUADS[event.quad],
    "Contexts": lambda event: _list(event.contexts),
    **_side("Actor", lambda event: event.actors),
    **_side("Recipient", lambda event: event.recipients),
    "Placename": lambda event: plain(event.place.name),
    "City": lambda event: plain(event.place.city),
    "District": _unknown,
    "Province": _unknown,
    "Country": lambda event: event.place.country,
    "Latitude": lambda event: _number(event.place.latitude),
    "Longitude": lambda event: _number(event.place.longitude),
    "GeoNames ID": lambda event: event.place.geonames,
    "Raw Placename": lambda event: plain(event.place.raw),
    "Feature Type": _unknown,
    "Source": lambda event: plain(event.story.outlet),
    "Publication Date": lambda event: event.story.published,
    "Story People": lambda event: _list(event.story.people),
    "Story Organizations": lambda event: _list(event.story.bodies),
    "Story Locations": lambda event: _list(event.story.places),
    "Language": lambda event: event.story.language,
    "Version": lambda event: plain(str(event.story.version)),
}
