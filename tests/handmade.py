"""Articles, claims and readings made by hand, for tests of what comes after the claims."""

from typing import Any

from detente.articles import Article
from detente.claims import (
    Change,
    Claims,
    Commitment,
    Event,
    Object,
    Party,
    Recognition,
    Sanction,
    Stance,
    Tenure,
    Utterance,
)
from detente.documents import Actor, Document
from detente.pipeline import Extraction
from detente.positions.statements import Statement
from detente.text import Span, Spans
from detente.versions import Version

VERSION = Version("1", "hand", "none")
NEWER = Version("2", "hand", "none")
ACTORS = (
    Actor("PER", "Peru", "state", True, ()),
    Actor("VEN", "Venezuela", "state", True, ()),
    Actor("person/ana-luz", "Ana Luz", "person", False, (), represents="PER"),
    Actor("person/ben-sol", "Ben Sol", "person", False, (), represents="PER"),
    Actor("person/rio", "Carla Río", "person", False, ()),
)


def at(text: str, words: str) -> Spans:
    """Where words stand in a text."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def printed(text: str, name: str = "one", published: str | None = None, **found: Any) -> dict[str, Any]:
    """What the pipeline would print, with these claims; ids are given as the extractors' front door gives them."""
    article = Article(id=name, source=f"{name}.txt", text=text, published=published, outlet=found.pop("outlet", None))
    actors = found.pop("actors", ACTORS)
    claims = Claims(**found)
    return Extraction(Document(article, actors=actors), claims).as_json()


def common(text: str, words: str, number: int = 1, asserted_by: str | None = None) -> dict[str, Any]:
    """What every claim has."""
    return {
        "id": f"claim/{number}",
        "evidence": at(text, words),
        "why": "hand/made",
        "confidence": 0.5,
        "asserted_by": asserted_by,
    }


def utterance(text: str, speaker: str, cue: str, words: str, date: str | None = None, number: int = 1) -> Utterance:
    given = common(text, words) | {"id": f"utterances/{number}"}
    return Utterance(
        **given, speakers=(speaker,), source=(), cue=at(text, cue), content=at(text, words), mode="indirect", date=date
    )


def stance(text: str, words: str, polarity: str, *, issue: str = "sanctions", on: str = "VEN", **more: Any) -> Stance:
    given = common(text, words, more.pop("number", 1), more.pop("asserted_by", None))
    about = Object(text=words, issue=issue, actors=(Party(id=on, role="target"),), spans=at(text, words))
    fields = {"holder": "PER", "through": None, "capacity": "institutional", "strength": 2} | more
    return Stance(**given, **fields, object=about, polarity=polarity)


def commitment(text: str, words: str, **more: Any) -> Commitment:
    fields = {"by": "PER", "through": None, "to": ()} | more
    return Commitment(**common(text, words), text=at(text, words), **fields)


def tenure(text: str, words: str, person: str, **more: Any) -> Tenure:
    fields = {"office": "foreign minister", "polity": "PER", "status": "current"} | more
    return Tenure(**common(text, words), person=person, **fields)


def change(text: str, words: str, **more: Any) -> Change:
    fields = {"holder": "PER", "object": "VEN", "kind": "announced"} | more
    return Change(**common(text, words), **fields)


def recognition(text: str, words: str, claimant: str, *, recognised: bool, **more: Any) -> Recognition:
    return Recognition(**common(text, words), holder="PER", claimant=claimant, recognised=recognised, **more)


def sanction(text: str, words: str, status: str, **more: Any) -> Sanction:
    return Sanction(**common(text, words), by=("PER",), against=("VEN",), kind="sanctions", status=status, **more)


def event(text: str, words: str, kind: str, date: str | None = None, **more: Any) -> Event:
    taken = common(text, words, more.pop("number", 1))
    fields = {"mode": None, "quad": 4, "score": -6.0, "contexts": (), "status": "actual", "negated": False} | more
    return Event(**taken, type=kind, date=date, **fields)


def statement(**more: Any) -> Statement:
    """Give a statement of positions, as an article of 5 March 2005 tells it."""
    fields: dict[str, Any] = {
        "kind": "stances", "polarity": "against", "status": "current", "issue": "diplomatic_ties",
        "object": "its ambassador", "group": ("diplomatic_ties",), "targets": (), "actors": (), "implied": False,
        "strength": 2, "said": None, "since": None, "until": None, "reported": "2005-03-05",
        "quote": "withdrew its ambassador", "through": None, "outlet": "Andina", "article": "one",
        "claim": "stances/1", "why": "hand/made", "judged": None, "retracted": None,
    }  # fmt: skip
    return Statement(**(fields | more))
