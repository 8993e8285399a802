"""Which place of the world a name means: what stands beside it, whom the text speaks of, how many live there."""

import math
import re
from typing import Literal, NamedTuple

from detente.claims.kinds import Location
from detente.documents import Document
from detente.lexicon import GazetteerPlace, Known, names, places_called, words
from detente.text import Span

How = Literal["beside", "only", "text", "people"]
_CONFIDENCE = {"beside": 0.95, "only": 0.9, "text": 0.85, "people": 0.75}
_RANKS = {"state": 1.5, "capital": 1.0, "region": -0.7}
"""Texts about the world name states and capitals rather than their namesakes, and New York for the city."""
_CLOSE = 0.5
"""Between two senses so near in weight that the choice is little better than a guess."""
_UNSURE = 0.5
_AFTER = re.compile(r"\s*(?:,|in|,? ?\()\s*((?:[A-Z][\w.'’-]*\s?){1,4})")
_MOST = 5


class Hint(NamedTuple):
    """A state or region that the text names with a place: its state, and the region's code where it is one."""

    state: str
    region: str = ""


def located(document: Document, head: int, span: Span, called: int | None, cues: tuple[str, ...]) -> Location | None:
    """Give the place of a name; None where neither the gazetteer nor the directory knows one.

    ``called`` is the noun that says what it is ("the Colombian *town* of"); ``cues`` are entries of place_cues.yaml.
    """
    name = span.of(document.text)
    hint = _hint(document, span, called)
    led = [f"place_cues/{cue}" for cue in cues]
    found = _called(document, head, name)
    if not found:
        return _unlisted(name, span, hint, led)
    place, how, margin = _choose(document, head, name, found, hint)
    unsure = how in ("text", "people") and margin < _CLOSE
    others = tuple(each.geonames for each in found if each.geonames and each.geonames != place.geonames)
    led += [f"gazetteer/{how}" + (f" ({len(others) + 1} of this name)" if others else "")]
    return Location(
        words=(span,),
        name=place.name,
        kind=place.kind,
        state=place.state or None,
        geonames=place.geonames,
        latitude=place.latitude,
        longitude=place.longitude,
        alternatives=others[:_MOST],
        confidence=_UNSURE if unsure else _CONFIDENCE[how],
        why="; ".join(led),
    )


def _called(document: Document, head: int, name: str) -> tuple[GazetteerPlace, ...]:
    """Give the places of a name: of a building none, of a landscape only those whose usual name it is."""
    entity = next((each for each in document.entities if each.first <= head < each.last), None)
    label = entity.label if entity else ""
    return tuple(each for each in places_called(name) if label != "FAC" and not (label == "LOC" and each.is_other))


def _unlisted(name: str, span: Span, hint: Hint | None, led: list[str]) -> Location | None:
    """Give a place that the gazetteer lacks: one of the directory, or a village beside which its state is named."""
    known = next((each.known for each in names().get(words(name), ()) if each.known.type == "place"), None)
    if known is None and hint is None:
        return None
    state = known.within if known else hint.state if hint else None
    return Location(
        words=(span,),
        name=known.name if known else name,
        kind="area" if known else "place",
        state=state,
        confidence=0.8,
        why="; ".join((*led, "directory" if known else "gazetteer/beside")),
    )


def _choose(
    document: Document, head: int, name: str, found: tuple[GazetteerPlace, ...], hint: Hint | None
) -> tuple[GazetteerPlace, How, float]:
    """Give the place, what decided, and by how much it weighs more than the next."""
    fitting = tuple(each for each in found if _fits(each, hint)) if hint else ()
    if len(found) == 1:
        return found[0], "beside" if fitting else "only", math.inf
    near, far = _states(document, head)
    weights = {each: _weight(each, name, near, far) for each in fitting or found}
    ranked = sorted(weights, key=lambda each: (-weights[each], each.geonames or 0))
    margin = weights[ranked[0]] - weights[ranked[1]] if len(ranked) > 1 else math.inf
    if fitting:
        return ranked[0], "beside", margin
    by_text = ranked[0].state in near | far and ranked[0].kind != "state"
    return ranked[0], "text" if by_text else "people", margin


def _weight(place: GazetteerPlace, name: str, near: set[str], far: set[str]) -> float:
    """Weigh one sense of a name: its people (in powers of ten), its rank, its spelling, the states the text names."""
    weight = math.log10(place.people + 1000)
    weight += _RANKS.get(place.kind, 0.0)
    weight += 0.7 if place.name == name and not name.isascii() else 0.0
    weight -= 1.5 if place.is_other else 0.0
    return weight + (2.0 if place.state in near else 1.0 if place.state in far else 0.0)


def _fits(place: GazetteerPlace, hint: Hint) -> bool:
    return place.state == hint.state and (not hint.region or place.region == hint.region) and place.kind != "state"


def _hint(document: Document, span: Span, called: int | None) -> Hint | None:
    """Give the state or region named with it: "Paris, *Texas*", "the *Colombian* town of Cúcuta"."""
    after = _AFTER.match(document.text, span.end)
    parts = after[1].split() if after else []
    for n in range(len(parts), 0, -1):
        name = " ".join(parts[:n])
        for text in dict.fromkeys((name, name.rstrip(".,"))):
            for place in sorted(places_called(text), key=lambda each: each.kind != "state"):
                if place.kind in ("state", "region") and place.state:
                    return Hint(place.state, place.region)
    adjectives = document.tree.children(called, "amod", "compound", "nmod", "poss") if called is not None else ()
    known = (_state(document.tree[each].text) for each in adjectives)
    return next((Hint(each.id) for each in known if each), None)


def _state(text: str) -> Known | None:
    return next((each.known for each in names().get(words(text), ()) if each.known.type == "state"), None)


def _states(document: Document, head: int) -> tuple[set[str], set[str]]:
    """Give the states that the sentence names or whose people act in it, and those of the rest of the text."""
    own = document.mention_over.get(head)
    sentence = document.sentence_of(head).span
    near: set[str] = set()
    far: set[str] = set()
    for mention in document.mentions:
        if mention is own or (own and mention.span == own.span):
            continue
        where = near if sentence.holds(mention.span) else far
        for actor in mention.actors:
            state = document.state_of(actor)
            known = document.actor.get(state)
            if known and known.type == "state":
                where.add(state)
    return near, far
