"""Events in PLOVER's interchange format: one JSON object an event. docs/exports.md says what each field holds."""

from typing import Any

from detente.positions import Coded, CodedEvent, EventPlace, Story

CODEBOOK = "PLOVER 2.0"
_EXTRAS = ("license", "copyright")


def plover(event: CodedEvent) -> dict[str, Any]:
    """Give the object of an event, all fields in order; what is unknown is an empty text or list, or a number None."""
    begins, ends = _days(event.date)
    return {
        "id": event.id,
        "has_event": True,
        "date": begins,
        "time": "",
        "enddate": ends,
        "endtime": "",
        "actor": [_entity(each) for each in event.actors],
        "recipient": [_entity(each) for each in event.recipients],
        "event": [event.type],
        "event_loc": _location(event.place),
        "event_text": event.quote,
        "quad_code": event.quad,
        "event_scale": event.score,
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "link": "",
        "text": event.text,
        "text_info": {"sequence": event.number, "start": event.start, "end": event.end, "text_story": ""},
        "cite_info": _citation(event.story),
        "coder": f"Détente {event.story.version.code}",
        "coded_date": "",
        "coded_time": "",
        "comment": comment(event),
    }


def comment(event: CodedEvent) -> str:
    """Give what PLOVER has no field for, as ``name=value`` parted by semicolons.

    Status and negation always; then the event's date as EDTF, the day of publication, those who say so, the rule,
    its measured precision, and when its article was retracted after the day as of which is asked.
    """
    known = {
        "status": event.status,
        "negated": "yes" if event.negated else "no",
        "edtf": event.date or "",
        "published": event.story.published,
        "attributed": ", ".join(event.attributed),
        "rule": ", ".join(event.rule.split("; ")),
        "precision": f"{event.confidence:g}",
        "retracted": (event.story.retracted or "")[:10],
    }
    return "; ".join(f"{name}={plain(value)}" for name, value in known.items() if value)


def plain(words: str) -> str:
    r"""Give words on one line and without semicolons, which part the items of a list.

    >>> plain("Ministry of Trade;\tIndustry")
    'Ministry of Trade, Industry'
    """
    return " ".join(words.replace(";", ",").split())


def _days(date: str | None) -> tuple[str, str]:
    """Give beginning and end in ISO 8601, as precise as the date is; an open end, and a mere point's end, are empty."""
    start, slash, end = (date or "").partition("/")
    begins, ends = (each.rstrip("~?%").replace("..", "") for each in (start, end))
    return begins, ends if slash else ""


def _entity(actor: Coded) -> dict[str, Any]:
    return {
        "code": actor.code,
        "sector": ";".join(actor.sectors),
        "entity_text": actor.raw,
        "identifier_id": actor.id,
        "identifier_text": actor.name,
        "office": actor.office,
    }


def _location(place: EventPlace) -> dict[str, Any]:
    return {
        "extracted_place": place.raw,
        "resolved_place": place.name,
        "geonameid": place.geonames,
        "lat": place.latitude,
        "lon": place.longitude,
        "city": place.city,
        "district": "",
        "province": "",
        "country": place.country_name,
        "country_code": place.country,
        "feature_class": "",
        "feature_code": "",
        "resolution": place.resolution,
    }


def _citation(story: Story) -> dict[str, str]:
    extras = {name: story.extras.get(name, "") for name in _EXTRAS}
    return {
        "corpus": "",
        "citation": story.id,
        "url": story.url,
        "title": story.title,
        "language": story.language,
        "publication": story.outlet,
        **extras,
        "coder": "Détente",
        "codebook": CODEBOOK,
        "version": str(story.version),
    }
