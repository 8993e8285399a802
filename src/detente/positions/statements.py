"""Statements: what shows where a holder stands, whichever kind of claim says it.

A stance says it in words; recognising someone, sanctioning someone or belonging to a bloc says it by deed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.dates import bounds
from detente.lexicon import names, words
from detente.positions.holders import Envoys
from detente.positions.naming import About, Directory
from detente.record import Kept, Record
from detente.text import fold

KINDS = ("stances", "recognitions", "sanctions", "memberships")
_PRONOUNS = {"it", "its", "he", "him", "his", "she", "her", "they", "them", "their", "this", "that", "these", "those"}
_ROLES = ("holder", "by", "member")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One piece of evidence for where a holder stands.

    ``said`` is when it was said and ``since`` from when on it is so, both EDTF and None where no text tells;
    ``reported`` is the day on which the article was published, by which it was known: never the claim's own date.
    """

    kind: str
    polarity: str
    status: str
    issue: str | None
    object: str
    group: tuple[str, ...]
    strength: int
    said: str | None
    since: str | None
    until: str | None
    reported: str | None
    quote: str
    through: str | None
    outlet: str | None
    article: str
    claim: str
    why: str

    @property
    def first(self) -> str:
        """The first day on which it can have been so said, for ordering; the day of report where nothing tells."""
        return self._day(0) or self.reported or "9999"

    @property
    def last(self) -> str:
        """The last such day."""
        return self._day(1) or self.reported or "9999"

    def _day(self, end: int) -> str | None:
        when = self.said or self.since
        if not when:
            return None
        day = bounds(when)[end]
        return None if day.year in (1, 9999) else day.isoformat()


def statements(record: Record, directory: Directory, envoys: Envoys, about: About) -> list[Statement]:
    """Give what the record holds of a holder on an object, in the order of its days."""
    kept = envoys.claims(KINDS, _ROLES)
    utterances = record.utterances(kept)
    wanted = directory.with_envoys(about.actor.id) if about.actor else frozenset()
    found = (
        _statement(each, part, utterances.get((each.reading, each.body["asserted_by"]), {}), directory, envoys.holder)
        for each in kept
        for part in _OBJECTS[each.kind](each.body, directory)
        if (not about.actor or wanted & set(part.actors)) and (not about.issue or _is_issue(part, about.issue))
    )
    return sorted(found, key=lambda each: (each.first, each.last, each.article, each.kind, each.claim))


@dataclass(frozen=True, slots=True)
class _Part:
    """What a claim is about: words, issue, the actors concerned, and which of them the position is on."""

    polarity: str
    text: str
    issue: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]


def _of_stance(body: Mapping[str, Any], directory: Directory) -> Iterator[_Part]:
    about = body["object"]
    named = [(actor["id"], actor["role"]) for actor in about["actors"]]
    targets = [id_ for id_, role in named if role == "target"] or [id_ for id_, role in named if role == "party"]
    if about["issue"] != "recognition":
        targets = [directory.state(id_) for id_ in targets]
    text = directory.name(targets[0]) if targets and _only_names(about["text"], targets[0]) else about["text"]
    yield _Part(body["polarity"], text, about["issue"], tuple(id_ for id_, _ in named), tuple(targets))


def _only_names(text: str, target: str) -> bool:
    """Say whether an object's words are no more than a name of its target, or a pronoun for it."""
    named = {name.known.id for name in names().get(words(text.removeprefix("The ").removeprefix("the ")), ())}
    return target in named or fold(text) in _PRONOUNS


def _of_recognition(body: Mapping[str, Any], directory: Directory) -> Iterator[_Part]:
    claimant = body["claimant"]
    text = directory.name(claimant) + (f" as {body['as']}" if body["as"] else "")
    yield _Part("for" if body["recognised"] else "against", text, "recognition", (claimant,), (claimant,))


def _of_sanction(body: Mapping[str, Any], directory: Directory) -> Iterator[_Part]:
    polarity = "against" if body["status"] == "lifted" else "for"
    for target in body["against"]:
        yield _Part(polarity, f"{body['kind']} on {directory.name(target)}", "sanctions", (target,), (target,))


def _of_membership(body: Mapping[str, Any], directory: Directory) -> Iterator[_Part]:
    bloc = body["bloc"]
    left = body["negated"] or body["until"]
    yield _Part("against" if left else "for", directory.name(bloc), "membership", (bloc,), (bloc,))


_OBJECTS: dict[str, Callable[[Mapping[str, Any], Directory], Iterator[_Part]]] = {
    "stances": _of_stance,
    "recognitions": _of_recognition,
    "sanctions": _of_sanction,
    "memberships": _of_membership,
}


def _is_issue(part: _Part, words: str) -> bool:
    wanted = fold(words).replace("_", " ")
    return wanted == (part.issue or "").replace("_", " ") or set(wanted.split()) <= set(fold(part.text).split())


def _statement(kept: Kept, part: _Part, utterance: Mapping[str, Any], directory: Directory, holder: str) -> Statement:
    body = kept.body
    spoken = utterance.get("speakers", ())
    speakers = (body.get("through"), body.get("holder"), *(() if holder in spoken else spoken))
    through = next((each for each in speakers if each and each != holder), None)
    return Statement(
        kind=kept.kind,
        polarity=part.polarity,
        status=body["status"] if kept.kind == "stances" else "current",
        issue=part.issue,
        object=part.text,
        group=(part.issue or fold(part.text), *sorted(set(part.targets))),
        strength=body.get("strength", 3),
        said=utterance.get("date"),
        since=body["since"],
        until=body["until"],
        reported=kept.article.published,
        quote=kept.quote(),
        through=directory.name(through) if through else None,
        outlet=kept.article.outlet,
        article=kept.article.id,
        claim=body["id"],
        why=body["why"],
    )
