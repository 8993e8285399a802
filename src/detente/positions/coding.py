"""An actor as event data names him: country or body, sectors, office, and the words that stood for him."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from detente.lexicon import directory, names, sectors, words
from detente.positions.actor_codes import Codes
from detente.positions.actor_offices import held
from detente.positions.sector_words import told_sectors, widened
from detente.record import Reading
from detente.text import Span


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
        self._wide: dict[str, list[Span]] = {}
        self._offices = held(reading.text, reading.json["actors"], reading.json.get("tenures", ()))
        polities = {person: office.polity for person, office in self._offices.items() if office.polity}
        self._codes = Codes(self._actors, polities)

    def code(self, id_: str, evidence: Iterable[Iterable[int]]) -> Coded:
        """Code an actor by his words within some spans, his name, his office and his row in the directory."""
        code = self._codes.code(id_)
        spans = self._mentions(id_, [Span(*span) for span in evidence])
        longest = max(spans, key=lambda span: (span.end - span.start, -span.start), default=None)
        why = [
            entry
            for entry in self._sectors(id_, [span.of(self._text) for span in spans])
            if code not in sectors()[_sector(entry)].never
        ]
        return Coded(
            id=id_,
            name=self._name(id_),
            type=self._type(id_),
            code=code,
            cow=self._codes.cow(code),
            sectors=tuple(dict.fromkeys(map(_sector, why))),
            why=tuple(why),
            office=str(self._offices.get(id_, "")),
            raw=longest.of(self._text) if longest else "",
        )

    def _name(self, id_: str) -> str:
        known = directory().get(id_)
        return str(known.name if known else self._actors[id_]["name"] if id_ in self._actors else id_)

    def _type(self, id_: str) -> str:
        known = directory().get(id_)
        return str(self._actors[id_]["type"] if id_ in self._actors else known.type if known else "")

    def _mentions(self, id_: str, evidence: list[Span]) -> list[Span]:
        """Give his mentions in the evidence; of a state not named there, those of its people and bodies."""
        own = self._inside(id_, evidence)
        if self._type(id_) != "state" or any(_is_name(span.of(self._text)) for span in own):
            return own
        of = {actor["id"] for actor in self._actors.values() if actor["represents"] == id_}
        bodies = [span for body in of if self._type(body) == "government" for span in self._inside(body, evidence)]
        wide = [span for span in self._widened(id_) if any(part.meets(span) for part in evidence)]
        own = [span for span in own if not any(each.holds(span) for each in (*wide, *bodies))]
        return own + wide or bodies

    def _inside(self, id_: str, evidence: list[Span]) -> list[Span]:
        return [span for span in self._spans(id_) if any(part.holds(span) for part in evidence)]

    def _widened(self, id_: str) -> list[Span]:
        """Give the mentions of a state that name a part of its people: "Peruvian rebels"."""
        if id_ not in self._wide:
            spans = self._spans(id_)
            self._wide[id_] = [span for each in spans if (span := widened(self._text, each)) != each]
        return self._wide[id_]

    def _spans(self, id_: str) -> list[Span]:
        return [Span(*span) for span in self._actors[id_]["mentions"]] if id_ in self._actors else []

    def _sectors(self, id_: str, said: list[str]) -> list[str]:
        """Give the entries that tell his sectors: by row, by office, by those he acts for, by words, else by type."""
        side = self._codes.side(id_)
        bodily = side is not None and side != id_ and self._type(side) != "state"
        name, is_person = self._name(id_), self._type(id_) == "person"
        return (
            _by_row(id_)
            or self._by_office(id_, bodily=bodily)
            or (self._alone(side) if side and bodily else [])
            or _by_words([*said, "" if is_person else name], name if is_person else "")
            or _by_type(self._type(side) if side else self._type(id_))
        )

    def _by_office(self, id_: str, *, bodily: bool) -> list[str]:
        """Give the sectors of his office; that of a body's officer is the body's own, unless he has left."""
        office = self._offices.get(id_)
        if office and office.former:
            return _found(sector.id for sector in sectors().values() if sector.former)
        if not office or bodily:
            return []
        named = [sector.id for sector in sectors().values() if office.name in sector.offices]
        return _found(named or (sector.id for sector in sectors().values() if office.kind in sector.kinds))

    def _alone(self, id_: str) -> list[str]:
        """Give the sectors of somebody without asking for whom he acts."""
        return _by_row(id_) or _by_words([self._name(id_)]) or _by_type(self._type(id_))


def _sector(entry: str) -> str:
    return entry.partition("/")[2]


def _is_name(said: str) -> bool:
    return any(name.use in ("name", "capital") for name in names().get(words(said), ()))


def _by_row(id_: str) -> list[str]:
    return _found(sector.id for sector in sectors().values() if id_ in sector.ids)


def _by_type(kind: str) -> list[str]:
    return _found(sector.id for sector in sectors().values() if kind in sector.types)


def _by_words(said: Iterable[str], name: str = "") -> list[str]:
    return [f"sector_words/{sector}" for sector in told_sectors(said, name)]


def _found(ids: Iterable[str]) -> list[str]:
    return [f"sectors/{sector}" for sector in ids]
