"""Objects: what a claim that shows a position is about, in words, and which of the actors in it the position is on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.lexicon import issues, names, words
from detente.positions.issue_sides import towards
from detente.positions.naming import Directory
from detente.positions.pledged import denying, pledged
from detente.record import Kept
from detente.text import fold

TIES = ("diplomatic_ties", "bilateral_relations")
_PRONOUNS = {"it", "its", "he", "him", "his", "she", "her", "they", "them", "their", "this", "that", "these", "those"}


def parts(kept: Kept, directory: Directory) -> Iterator["Part"]:
    """Give what a claim is about, once for each of several things."""
    if kept.kind == "commitments":
        return _of_commitment(kept, directory)
    return _OBJECTS[kept.kind](kept.body, directory)


@dataclass(frozen=True, slots=True)
class Part:
    """What a claim is about: words, issue, the actors concerned, and which of them the position is on.

    ``whose`` are those whose membership or accession it is.
    """

    polarity: str
    text: str
    issue: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    whose: tuple[str, ...] = ()


def _of_stance(body: Mapping[str, Any], directory: Directory) -> Iterator[Part]:
    about = body["object"]
    named = [(actor["id"], actor["role"]) for actor in about["actors"]]
    targets = [id_ for id_, role in named if role == "target"] or [id_ for id_, role in named if role == "party"]
    if about["issue"] != "recognition":
        targets = [state for id_ in targets if (state := directory.state(id_)) != body["holder"]]  # his own bodies
    text = directory.name(targets[0]) if targets and _only_names(about["text"], targets[0]) else about["text"]
    polarity, text = towards(body["polarity"], text, about["issue"])
    if body["basis"] == "implied" and about["issue"] and targets:
        text = named_issue(about["issue"], targets, directory)
    others = [directory.state(id_) for id_, _ in named] if root(about["issue"]) == "membership" else []
    whose = tuple(id_ for id_ in others if id_ not in (*targets, body["holder"]))
    yield Part(polarity, text, about["issue"], tuple(id_ for id_, _ in named), tuple(targets), whose)


def _of_commitment(kept: Kept, directory: Directory) -> Iterator[Part]:
    """Take a pledge for a position: "will send ambassadors" for relations, "will grant the licence" for granting it."""
    body = kept.body
    targets = tuple(dict.fromkeys(directory.state(id_) for id_ in body["to"]))
    if body["issue"] not in TIES or not targets:
        if found := pledged(kept.quote("text")):
            issue = body["issue"] if root(body["issue"]) not in ("membership", "recognition") else None
            yield Part(found.polarity, found.object, issue, tuple(body["to"]), ())
        return
    said = kept.quote("text")
    side = "for" if denying().isdisjoint(fold(said).split()) else "against"
    polarity = "against" if side == "against" else towards(side, said, body["issue"])[0]
    text = named_issue(body["issue"], targets, directory)
    yield Part(polarity, text, body["issue"], tuple(body["to"]), targets)


def named_issue(issue: str, targets: Iterable[str], directory: Directory) -> str:
    """Name an object shortly by its issue and its targets: "sanctions and coercive measures: Venezuela"."""
    names_ = ", ".join(directory.name(target) for target in targets)
    name = issues()[issue].name if issue in issues() else issue
    return f"{name}: {names_}" if names_ else name


def _only_names(text: str, target: str) -> bool:
    """Say whether an object's words are no more than a name of its target, or a pronoun for it."""
    named = {name.known.id for name in names().get(words(text.removeprefix("The ").removeprefix("the ")), ())}
    return target in named or fold(text) in _PRONOUNS


def _of_recognition(body: Mapping[str, Any], directory: Directory) -> Iterator[Part]:
    claimant = body["claimant"]
    text = directory.name(claimant) + (f" as {body['as']}" if body["as"] else "")
    yield Part("for" if body["recognised"] else "against", text, "recognition", (claimant,), (claimant,))


def _of_sanction(body: Mapping[str, Any], directory: Directory) -> Iterator[Part]:
    polarity = "against" if body["status"] == "lifted" else "for"
    for target in body["against"]:
        yield Part(polarity, f"{body['kind']} on {directory.name(target)}", "sanctions", (target,), (target,))


def _of_membership(body: Mapping[str, Any], directory: Directory) -> Iterator[Part]:
    bloc = body["bloc"]
    left = body["negated"] or body["until"]
    yield Part("against" if left else "for", directory.name(bloc), "membership", (bloc,), (bloc,))


_OBJECTS: dict[str, Callable[[Mapping[str, Any], Directory], Iterator[Part]]] = {
    "stances": _of_stance,
    "recognitions": _of_recognition,
    "sanctions": _of_sanction,
    "memberships": _of_membership,
}


def root(issue: str | None) -> str | None:
    """Give the wider issue where both are one thing: "blockade" is one kind of "sanctions"."""
    known = issues().get(issue or "")
    wider = issues().get(known.parent) if known and known.single and known.parent else None
    return wider.id if wider and wider.single else issue
