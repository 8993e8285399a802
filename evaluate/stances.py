"""Stances against gold triples of holder, side and object, sentence by sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from detente.articles import Article
from detente.claims import Stance
from detente.documents import Document
from detente.pipeline import read
from detente.settings import Settings

_SIDES = {"for": "POS", "against": "NEG"}


def article(row: Mapping[str, Any]) -> Article:
    """Make an article of a row's sentences, joined by line breaks, its date and title; its answers stay untouched."""
    text = "\n".join(row["sentences"])
    return Article(
        id=row["id"], source=row["id"], text=text, published=row.get("published") or None, title=row.get("title")
    )


def predict(row: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Give the row's stances as ``detente read`` finds them.

    Mixed and neutral ones are left out, and those about a clause ("to leave the treaty"): the gold's objects are
    people, bodies, papers and plans by their names. In the training half 3 of 229 stances about a clause met one.
    """
    reading = read(article(row), settings)
    starts = [0, *accumulate(len(sentence) + 1 for sentence in row["sentences"])]
    found = []
    for stance in reading.claims.stances:
        if stance.polarity in _SIDES and not _is_deed(reading.document, stance):
            sentence = bisect_right(starts, stance.evidence[-1].start) - 1
            found += [
                {"sentence": sentence, "holder": holder, "polarity": _SIDES[stance.polarity], "object": named}
                for holder, named in _names(reading.document, stance)
            ]
    return {"id": row["id"], "stances": [dict(each) for each in {tuple(f.items()): f for f in found}.values()]}


def _names(document: Document, stance: Stance) -> Iterator[tuple[str, str]]:
    """Name the holder by the person through whom he is heard, the object by its actor, else by its words."""
    holder = _name(document, stance.through or stance.holder)
    parties = [party.id for party in stance.object.actors if party.id not in (stance.holder, stance.through)]
    for named in [_name(document, _body(document, stance, party)) for party in parties[:1]] or [stance.object.text]:
        yield holder, named


def _is_deed(document: Document, stance: Stance) -> bool:
    """Say whether a stance is about a clause: "to leave the treaty"."""
    tokens = [token for span in stance.object.spans[:1] for token in document.tree.within(span)]
    heads = (
        document.tree[token] for token in tokens if document.tree[token].head not in tokens or _is_root(document, token)
    )
    return any(head.pos == "VERB" for head in heads)


def _is_root(document: Document, token: int) -> bool:
    return document.tree[token].head == token


def _body(document: Document, stance: Stance, party: str) -> str:
    """Give the ministry or agency that the object's words name where its state is the party."""
    inside = (m for m in document.mentions if any(span.holds(m.span) for span in stance.object.spans))
    bodies = (actor for mention in inside for actor in mention.actors if document.state_of(actor) == party)
    return next(bodies, party)


def _name(document: Document, actor: str) -> str:
    return document.actor[actor].name if actor in document.actor else actor
