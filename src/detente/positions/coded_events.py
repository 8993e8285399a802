"""Events in the form of event data: with an identifier that lasts, coded actors, place, article and version."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from detente.lexicon import event_frames, event_types, other_codings
from detente.positions.coded import CodedEvent, Story
from detente.positions.coding import Coder
from detente.positions.event_choice import Choice
from detente.positions.event_places import told_place
from detente.record import Reading, Record, Versioned
from detente.text import Span, quote

_DIGITS = 16
_LANGUAGE = "en"
_PEOPLE = ("person",)
_BODIES = ("organisation", "bloc", "party", "group", "government", "outlet")
_PLACES = ("state", "place")


def coded_events(record: Record, choice: Choice | None = None, *, older: bool = False) -> Iterator[CodedEvent]:
    """Give the events of the newest readings, by article and place in it; one article at a time is in memory.

    With ``older``, economic sanctions are COERCE/restrict, as in an older table of PLOVER.
    """
    chosen = choice or Choice()
    for each in record.readings("events"):
        yield from (event for event in events_of(each, older=older) if chosen.holds(event))


def events_of(found: Versioned, *, older: bool = False) -> Iterator[CodedEvent]:
    """Give the events of one reading, in the order of its text."""
    reading = found.reading
    coder, story = Coder(reading), _story(found)
    said = {body["id"]: body for body in reading.json.get("utterances", ())}
    names = {actor["id"]: actor["name"] for actor in reading.json["actors"]}
    taken: set[str] = set()
    for number, body in enumerate(sorted(reading.json.get("events", ()), key=_place), start=1):
        spans = tuple(Span(*span) for span in body["evidence"])
        start, end = spans[0].start, spans[-1].end
        type_, mode = _coding(body, older=older)
        kind = event_types()[type_]
        speakers = said.get(body["asserted_by"], {}).get("speakers", ())
        yield CodedEvent(
            id=_identifier(reading, body, taken),
            type=type_,
            mode=mode or "",
            quad=kind.quad,
            score=kind.score_of(mode),
            contexts=tuple(body["contexts"]),
            actors=tuple(coder.code(id_, spans) for id_ in body["actors"]),
            recipients=tuple(coder.code(id_, spans) for id_ in body["recipients"]),
            mutual=not _mutual().isdisjoint(body["why"].split("; ")),
            status=body["status"],
            negated=body["negated"],
            date=body["date"],
            place=told_place(body["place"], body.get("location")),
            text=reading.text[start:end],
            quote=quote(reading.text, spans),
            start=start,
            end=end,
            number=number,
            attributed=tuple(names.get(id_, id_) for id_ in speakers),
            rule=body["why"],
            confidence=body["confidence"],
            story=story,
        )


@cache
def _mutual() -> frozenset[str]:
    """Give the rules for what all actors do to each other: meetings, fights."""
    return frozenset(frame.why for frame in event_frames(_LANGUAGE) if frame.mutual)


def _place(body: Mapping[str, Any]) -> tuple[Any, ...]:
    return (body["evidence"], body["type"], json.dumps(body, sort_keys=True))


def _coding(body: Mapping[str, Any], *, older: bool) -> tuple[str, str | None]:
    """Give type and mode, those of the older table where it is asked for."""
    rules = body["why"].split("; ")
    for other in other_codings().values() if older and body["type"] == "SANCTION" else ():
        if set(rules) & set(other.rules):
            return other.type, other.mode
    return body["type"], body["mode"]


def _identifier(reading: Reading, body: Mapping[str, Any], taken: set[str]) -> str:
    """Make an identifier of article, evidence and type; a second event of the same words and type gets a number."""
    spans = tuple(Span(*span) for span in body["evidence"])
    parts = [reading.json["article"]["id"], body["evidence"], quote(reading.text, spans), body["type"]]
    digest = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:_DIGITS]
    name, again = f"event-{digest}", 1
    while name in taken:
        again += 1
        name = f"event-{digest}-{again}"
    taken.add(name)
    return name


def _story(found: Versioned) -> Story:
    article, actors = found.reading.json["article"], found.reading.json["actors"]
    return Story(
        id=article["id"],
        title=article["title"] or "",
        outlet=article["outlet"] or "",
        published=article["published"] or "",
        url=article["url"] or "",
        language=article["language"],
        extras=article["extras"],
        version=found.version,
        people=_names(actors, _PEOPLE),
        bodies=_names(actors, _BODIES),
        places=_names(actors, _PLACES),
        retracted=found.retracted,
    )


def _names(actors: Iterable[Mapping[str, Any]], types: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor["name"] for actor in actors if actor["type"] in types))
