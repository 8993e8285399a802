"""The page of an article: its text with every claim marked on its words and listed beside it; one file, nothing else.

Whatever comes from the article is data: the template escapes it, and the page's own policy lets no other script run.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from importlib import resources
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from detente.surfaces.page_marks import Numbered, numbered, paragraphs, runs
from detente.surfaces.text import Part, clean
from detente.surfaces.text_article import KINDS, Shown
from detente.surfaces.text_marks import recorded_words

_TAGS = {"bold": "strong", "italic": "em", "dim": "small"}
_OWN_VOICE = "The article itself"


class Listed(NamedTuple):
    """A claim as it is listed."""

    number: int
    kind: str
    parts: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[str, str], ...]
    why: str
    confidence: float
    piece: int
    judged: tuple[str, ...]


class Voice(NamedTuple):
    """Who asserts claims, and these by kind, each kind with its heading."""

    number: int
    name: str
    kinds: tuple[tuple[str, str, tuple[Listed, ...]], ...]

    @property
    def many(self) -> int:
        """So many claims are on this word."""
        return sum(len(claims) for _, _, claims in self.kinds)


def page(printed: Mapping[str, Any]) -> str:
    """Give the page of an article as ``detente read`` prints it, or ``shown`` gives it, with what else is known."""
    shown = Shown(printed)
    claims = numbered(printed, tuple(KINDS))
    divided = paragraphs(printed["text"], claims)
    first = {n: piece.number for pieces in reversed(divided) for piece in reversed(pieces) for n in piece.claims}
    voices = _voices(shown, claims, first)
    style, script = _file("page.css"), _file("page.js")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["clean"] = clean
    environment.filters["runs"] = runs
    counts = {kind: sum(claim.kind == kind for claim in claims) for kind in KINDS}
    return environment.from_string(_file("page.html")).render(
        article=printed["article"],
        title=printed["article"]["title"] or printed["article"]["id"],
        recorded=recorded_words(printed["recorded"]) if "recorded" in printed else "",
        paragraphs=divided,
        voices=voices,
        kinds=[(kind, KINDS[kind][0], count) for kind, count in counts.items() if count],
        total=len(claims),
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704
        style_digest=_digest(style),
        script_digest=_digest(script),
    )


def _voices(shown: Shown, claims: Sequence[Numbered], first: Mapping[int, int]) -> list[Voice]:
    """Group the claims by who asserts them, in the order in which they are first heard; then by kind."""
    heard: dict[str, list[Numbered]] = {}
    for claim in claims:
        heard.setdefault(_voice(shown, claim), []).append(claim)
    order = list(KINDS)
    voices = []
    for n, (name, own) in enumerate(heard.items(), start=1):
        by_kind = sorted(own, key=lambda claim: (order.index(claim.kind), claim.number))
        kinds = tuple(
            (kind, KINDS[kind][0], tuple(_listed(shown, claim, first) for claim in group))
            for kind, group in groupby(by_kind, key=lambda claim: claim.kind)
        )
        voices.append(Voice(n, name, kinds))
    return voices


def _voice(shown: Shown, claim: Numbered) -> str:
    """Give who asserts a claim: the speaker, for an utterance and for what stands in one; else the article itself."""
    if claim.kind == "utterances":
        said: Mapping[str, Any] | None = claim.body
    else:
        said = next((each for each in shown.printed["utterances"] if each["id"] == claim.body["asserted_by"]), None)
    if said is None:
        return _OWN_VOICE
    return shown.name(*said["speakers"]) if said["speakers"] else shown.words(said["source"]) or "Somebody unnamed"


def _listed(shown: Shown, claim: Numbered, first: Mapping[int, int]) -> Listed:
    body = claim.body
    quotes = [] if claim.kind == "utterances" else [("", shown.words(body["evidence"]))]
    quotes += [(name, shown.words(body[name])) for name in ("before", "after") if body.get(name)]
    parts = tuple(_part(part) for part in KINDS[claim.kind][1](shown, body))
    return Listed(
        claim.number,
        claim.kind,
        parts,
        tuple(quotes),
        body["why"],
        body["confidence"],
        first.get(claim.number, 1),
        tuple(shown.judged(body)),
    )


def _part(part: Part) -> tuple[str, str]:
    """Give the element and the words of a styled part."""
    words, style = part if isinstance(part, tuple) else (part, "")
    return _TAGS.get(style.split()[0] if style else "", "span"), words


def _file(name: str) -> str:
    return resources.files("detente.surfaces").joinpath("web", name).read_text("utf-8")


def _digest(words: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()}"
