"""Readings with events made by hand, for tests of exports."""

from typing import Any

from handmade import at, common

from detente.articles import Article
from detente.claims import Claims, Event
from detente.documents import Actor, Document
from detente.lexicon import event_types
from detente.pipeline import Extraction
from detente.text import Span

SIDES = (
    ("PER", "Peru", "state"),
    ("VEN", "Venezuela", "state"),
    ("CHL", "Chile", "state"),
    ("XKX", "Kosovo", "state"),
    ("bloc/nato", "NATO", "bloc"),
    ("group/okafor", "Okafor Circle", "group"),
    ("person/ana-luz", "Ana Luz", "person"),
)


def event(text: str, words: str, kind: str = "SUPPORT", **more: Any) -> Event:
    """An event of a type, by Peru towards Venezuela unless told otherwise."""
    type_, mode = event_types()[kind], more.pop("mode", None)
    given = common(text, words, more.pop("number", 1), more.pop("asserted_by", None)) | {
        "why": more.pop("why", "hand/made")
    }
    fields = {
        "contexts": (),
        "actors": ("PER",),
        "recipients": ("VEN",),
        "status": "actual",
        "negated": False,
    } | more
    return Event(**given, type=kind, mode=mode, quad=type_.quad, score=type_.score_of(mode), **fields)


def story(text: str, name: str = "one", published: str | None = None, **found: Any) -> dict[str, Any]:
    """What the pipeline would print of a text with these claims; whoever of ``SIDES`` it names is mentioned there."""
    outlet, title = found.pop("outlet", None), found.pop("title", None)
    article = Article(id=name, source=f"{name}.txt", text=text, published=published, outlet=outlet, title=title)
    actors = tuple(Actor(id_, shown, kind, True, _mentions(text, shown)) for id_, shown, kind in SIDES)
    return Extraction(Document(article, actors=actors), Claims(**found)).as_json()


def _mentions(text: str, words: str) -> tuple[Span, ...]:
    return at(text, words) if words in text else ()
