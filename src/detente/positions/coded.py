"""An event in the form of event data, and the article that reports it."""

from collections.abc import Mapping
from dataclasses import dataclass

from detente.positions.coding import Coded
from detente.positions.event_places import EventPlace
from detente.versions import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The article of an event, as its reading knows it; ``people``, ``bodies`` and ``places`` are names in it.

    ``retracted`` is when it was retracted, where what was known before that is asked for.
    """

    id: str
    title: str
    outlet: str
    published: str
    url: str
    language: str
    extras: Mapping[str, str]
    version: Version
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    retracted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """One report of an event.

    ``id`` is made of the article's id, the evidence and the type, so that it is the same however often and in whatever
    order articles are read. ``date`` is EDTF, None where the article gives none. ``start`` and ``end`` bound the
    evidence in the article's text (code points, end exclusive), ``text`` are all the words between, ``quote`` the
    evidence alone. ``number`` counts the events of the article, from 1. ``mutual`` says that all
    its actors do it to each other; ``attributed`` are those who say so, where it is not the article itself; ``rule`` is
    what found it.
    """

    id: str
    type: str
    mode: str
    quad: int
    score: float
    contexts: tuple[str, ...]
    actors: tuple[Coded, ...]
    recipients: tuple[Coded, ...]
    mutual: bool
    status: str
    negated: bool
    date: str | None
    place: EventPlace
    text: str
    quote: str
    start: int
    end: int
    number: int
    attributed: tuple[str, ...]
    rule: str
    confidence: float
    story: Story

    @property
    def happened(self) -> bool:
        """Whether it is told as something that has just happened: no plan, wish, denial or background."""
        return self.status == "actual" and not self.negated
