"""Events drawn at random from texts that no writer of rules has looked at, to be judged one by one.

Half come from Wikinews, as long as it has texts left, the others from the State Department. Texts of ``WORDS`` words
are read in the order of ``draw``, leaving out every text of which ``gold`` holds the id (annotated, or seen by whoever
wrote rules), until they hold ``POOL`` times the events that are wanted; of these, the order of digests of seed, text
and event chooses, so that each event is as likely as any other. ``closed`` texts are those that gold of another layer
keeps from being tuned on: they may be drawn for a reader who writes no rules, and by nobody else.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from detente.claims import Event
from detente.pipeline import Extraction, read
from detente.settings import Settings
from evaluate.draw import draw
from evaluate.golden import FOLDER
from evaluate.shared import Row, shared
from evaluate.utterances import article

SOURCES = ("wikinews", "us_state_department")
WORDS = (80, 1200)
POOL = 3


def sample(number: int, seed: int, settings: Settings, *, closed: bool = False) -> Iterator[dict[str, Any]]:
    """Give ``number`` events as rows.

    Source, article, its day, the sentence and those around it, type, mode, sides, status, negated, date and words.
    """
    left = number
    for n, source in enumerate(SOURCES):
        wanted = left // (len(SOURCES) - n)
        pool: list[dict[str, Any]] = []
        for row in _unread(shared() / "texts" / f"{source}.jsonl.gz", seed, closed=closed):
            if len(pool) >= POOL * wanted:
                break
            given = {**row, "date": row.get("date") or row.get("published")}
            pool += _rows(source, row["id"], read(article(given), settings))
        drawn = sorted(pool, key=lambda each: _place(seed, each))[:wanted]
        left -= len(drawn)
        yield from drawn


def _unread(texts: Path, seed: int, *, closed: bool) -> list[Row]:
    """Give the texts that nobody who wrote rules has looked at, in the order of the seed.

    With ``closed``, those that another layer's gold keeps from being tuned on are among them.
    """
    lines = (
        line
        for path in FOLDER.glob("*/*.jsonl")
        if not path.stem.endswith(".passes") and not (closed and _is_closed(path))
        for line in path.read_text("utf-8").splitlines()
    )
    known = {json.loads(line).get("id") for line in lines}
    return [row for row in draw(texts, 10**9, seed, WORDS) if row["id"] not in known]


def _is_closed(path: Path) -> bool:
    return path.parent.name != "events" and path.stem.startswith("untuned")


def _rows(source: str, name: str, found: Extraction) -> Iterator[dict[str, Any]]:
    document = found.document
    for event in found.claims.events:
        token = document.tree.at(event.evidence[0].start)
        if token is None:
            raise ValueError(f"{name}: found an event without a word at {event.evidence[0].start}; expected one")
        at = document.sentences.index(document.sentence_of(token))
        before, here, after = (_sentence(found, n) for n in (at - 1, at, at + 1))
        yield {
            "source": source,
            "article": name,
            "published": document.article.published,
            "before": before,
            "sentence": here,
            "after": after,
            "type": event.type,
            "mode": event.mode,
            "actors": [*_shown(found, event, "actor", event.actors)],
            "recipients": [*_shown(found, event, "recipient", event.recipients)],
            "status": event.status,
            "negated": event.negated,
            "date": event.date,
            "words": " … ".join(span.of(document.text) for span in event.evidence),
        }


def _sentence(found: Extraction, n: int) -> str:
    """Give the words of a sentence, none where there is none."""
    document = found.document
    return document.sentences[n].span.of(document.text) if 0 <= n < len(document.sentences) else ""


def _shown(found: Extraction, event: Event, role: str, actors: Iterable[str]) -> Iterator[str]:
    """Give those who take part as the claim has them: by name, with the words that describe them."""
    document, left = found.document, dict.fromkeys(actors)
    for each in (party for party in event.parties if party.role == role):
        words = each.words.of(document.text) if each.words else ""
        left.pop(each.id or "", None)
        name = document.actor[each.id].name if each.id in document.actor else each.id
        yield words if name is None or name in words else f"{name} ({words})" if words else name
    yield from left


def _place(seed: int, row: dict[str, Any]) -> bytes:
    return hashlib.sha256(f"{seed} {row['article']} {row['type']} {row['words']}".encode()).digest()
