"""An actor as event data names him: country or body, sectors, office, and the words that stood for him."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from detente.lexicon import directory, names, offices, sectors, words
from detente.positions.actor_codes import Codes
from detente.positions.sector_words import told_sectors, widened
from detente.positions.titles_before import Titled, title_before
from detente.record import Reading
from detente.text import Span

_LANGUAGE = "en"  # offices are kept under their English names, whatever the language of the article
_IN_OFFICE = ("current", "acting", "contested", "elect")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """An actor of an event.

    ``code`` is the ISO 3166-1 alpha-3 code of a state (Kosovo KOS) or one of PLOVER's for those that belong to none,
    ``cow`` the state's Correlates of War code; ``sectors`` are PLOVER's, the surest first, and ``why`` are the entries
    that decided them. ``raw`` are his words in the event's evidence, ``office`` that of a person. What is unknown is
    empty.
    """

    id: str
    name: str
    type: str
    code: str = ""
    cow: str = ""
    sectors: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    office: str = ""
    raw: str = ""


class Coder:
    """Codes the actors of one reading, by what its article and the directory say of them."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._actors: dict[str, Mapping[str, Any]] = {actor["id"]: actor for actor in reading.json["actors"]}
        self._tenures: list[Mapping[str, Any]] = reading.json.get("tenures", [])
        polities = {person: held["polity"] for person, held in self._office.items() if held["polity"]}
        self._codes = Codes(self._actors, polities)

    @cached_property
    def _office(self) -> dict[str, Mapping[str, Any]]:
        """Give the office of each person: one that he holds before one that he held, then by the article's order."""
        known = [held for held in self._tenures if held["person"]]
        known.sort(key=lambda held: held["status"] not in _IN_OFFICE)
        return {held["person"]: held for held in reversed(known)}

    def code(self, id_: str, evidence: Iterable[Iterable[int]]) -> Coded:
        """Code an actor by his words within some spans, his name, his office and his row in the directory."""
        code = self._codes.code(id_)
        spans = self._mentions(id_, [Span(*span) for span in evidence])
        longest = max(spans, key=lambda span: (span.end - span.start, -span.start), default=None)
        found = self._sectors(id_, code, [span.of(self._text) for span in spans])
        return Coded(
            id=id_,
            name=self._name(id_),
            type=self._type(id_),
            code=code,
            cow=self._codes.cow(code),
            sectors=tuple(dict.fromkeys(why.partition("/")[2] for why in found)),
            why=tuple(found),
            office=self._title(id_),
            raw=longest.of(self._text) if longest else "",
        )

    def _mentions(self, id_: str, evidence: list[Span]) -> list[Span]:
        """Give his mentions in the evidence; of a state not named there, those of its bodies ("Peruvian troops")."""
        bodies = [
            span
            for actor in self._actors.values()
            if actor["represents"] == id_ and actor["type"] == "government"
            for span in _inside(actor, evidence)
        ]
        own = _inside(self._actors.get(id_, {}), evidence)
        if self._type(id_) == "state" and not any(_is_name(span.of(self._text)) for span in own):
            named = [Span(*span) for span in self._actors[id_]["mentions"]] if id_ in self._actors else []
            wide = [span for each in named if (span := widened(self._text, each)) != each]
            wide = [span for span in wide if any(part.meets(span) for part in evidence)]
            own = [span for span in own if not any(each.holds(span) for each in wide)] + wide
        own = [span for span in own if not any(body.holds(span) for body in bodies)]
        return own or bodies

    def _name(self, id_: str) -> str:
        known = directory().get(id_)
        return str(known.name if known else self._actors[id_]["name"] if id_ in self._actors else id_)

    def _type(self, id_: str) -> str:
        known = directory().get(id_)
        return str(self._actors[id_]["type"] if id_ in self._actors else known.type if known else "")

    def _title(self, id_: str) -> str:
        held = self._office.get(id_)
        if not held:
            titled = self._titled(id_)
            return "" if not titled else f"{'former ' * titled.former}{titled.title.office}"
        office = held["office"].replace("_", " ")
        if held["status"] == "elect":
            return f"{office}-elect"
        return office if held["status"] == "current" else f"{held['status']} {office}"

    def _titled(self, id_: str) -> Titled | None:
        """Give the title before the first mention of a person that has one."""
        actor = self._actors.get(id_)
        if not actor or actor["type"] != "person":
            return None
        found = (title_before(self._text, Span(*span)) for span in actor["mentions"])
        return next((titled for titled in found if titled), None)

    def _sectors(self, id_: str, code: str, said: list[str]) -> list[str]:
        """Give the entries that tell his sectors: by row, by office, by those he acts for, by words, else by type."""
        found = list(_by(sector.id for sector in sectors().values() if id_ in sector.ids))
        found = found or list(self._by_office(id_))
        side = self._codes.side(id_)
        if not found and side and side != id_:
            found = [] if self._type(side) == "state" else self._sectors(side, code, [])
        if not found:
            own = self._name(id_) if self._type(id_) != "person" else ""
            found = [
                f"sector_words/{sector}" for sector in told_sectors([*said, own], self._name(id_) if not own else "")
            ]
        if not found:
            kind = self._type(side) if side else self._type(id_)
            found = list(_by(sector.id for sector in sectors().values() if kind in sector.types))
        return [why for why in found if code not in sectors()[why.partition("/")[2]].never]

    def _by_office(self, id_: str) -> Iterator[str]:
        held, titled = self._office.get(id_), self._titled(id_)
        if held:
            office, kind, former = held["office"], _kind(held["office"]), held["status"] not in _IN_OFFICE
        elif titled:
            office, kind, former = titled.title.office, titled.title.kind, titled.former
        else:
            return
        if former:
            yield from _by(sector.id for sector in sectors().values() if sector.former)
            return
        side = self._codes.side(id_)
        if side and self._type(side) != "state":
            return
        named = [sector.id for sector in sectors().values() if office in sector.offices]
        yield from _by(named or [sector.id for sector in sectors().values() if kind in sector.kinds])


def _is_name(said: str) -> bool:
    return any(name.use in ("name", "capital") for name in names().get(words(said), ()))


def _by(found: Iterable[str]) -> Iterator[str]:
    return (f"sectors/{sector}" for sector in found)


def _inside(actor: Mapping[str, Any], evidence: list[Span]) -> list[Span]:
    spans = (Span(*span) for span in actor.get("mentions", ()))
    return [span for span in spans if any(part.holds(span) for part in evidence)]


def _kind(office: str) -> str | None:
    """Give the kind of an office: that of "finance minister" is the kind of "minister"."""
    known, parts = offices(_LANGUAGE), office.replace("_", " ").split()
    return next((known[last].kind for n in range(len(parts)) if (last := " ".join(parts[n:])) in known), None)
