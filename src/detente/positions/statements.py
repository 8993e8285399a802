"""Statements: what shows where a holder stands, whichever kind of claim says it.

A stance says it in words; recognising someone, sanctioning someone or belonging to a bloc says it by deed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.dates import bounds
from detente.lexicon import issue_words, issues, names, stance_turns, words
from detente.positions.holders import Envoys
from detente.positions.identified import Identified
from detente.positions.issue_sides import towards
from detente.positions.naming import About, Directory
from detente.positions.pledged import pledged
from detente.record import Kept, Limits, Sought
from detente.text import fold

KINDS = ("stances", "recognitions", "sanctions", "memberships", "commitments")
_SURE = 0.5
"""A claim of less confidence, such as a stance that only the learned layer hears, proves no position."""
TIES = ("diplomatic_ties", "bilateral_relations")
_DENYING = {"no", "not", "never", "neither"}
_LANGUAGE = "en"
_PRONOUNS = {"it", "its", "he", "him", "his", "she", "her", "they", "them", "their", "this", "that", "these", "those"}
_ROLES = ("holder", "by", "member")
_ABOUT = ("issuer", "target", "party", "to", "claimant", "against", "bloc")
"""The parts in a claim of those whom the position is on."""
_MOST_CALLED = 300
"""Where more actors than these have the rarest word in a name, it says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One piece of evidence for where a holder stands.

    ``said`` is when it was said and ``since`` from when on it is so, both EDTF and None where no text tells;
    ``reported`` is the day on which the article was published, by which it was known: never the claim's own date.
    ``condition`` are the words on which it depends ("if they leave"), ``members`` says that only some, or each, of a
    bloc's members hold it: that is not the bloc's position. ``confidence`` is that of the claim.
    ``judged`` is how somebody judged the claim (*accepted*, *corrected*), ``retracted`` when its article was retracted,
    where what was known before that is asked for.
    """

    kind: str
    polarity: str
    status: str
    issue: str | None
    object: str
    group: tuple[str, ...]
    targets: tuple[str, ...]
    actors: tuple[str, ...]
    implied: bool
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
    judged: str | None
    retracted: str | None
    condition: str | None = None
    members: str | None = None
    confidence: float = 0.5

    @property
    def is_pledge(self) -> bool:
        """Whether it is a pledge of something else than relations, which alone shows no position."""
        return self.kind == "commitments" and not (self.issue in TIES and self.targets)

    def order(self) -> tuple[str, ...]:
        """Give the key by which statements stand in time."""
        return (self.first, self.last, self.article, self.kind, self.claim)

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


def statements(record: Identified, directory: Directory, envoys: Envoys, about: About) -> list[Statement]:
    """Give what the record holds of a holder on an object, in the order of its days."""
    wanted, is_issue = _wanted(about, directory), _issue(about)
    meant = [
        (each, part)
        for each in envoys.claims(KINDS, _ROLES, limits(record, directory, about)._replace(parts=_ABOUT))
        if each.body["confidence"] >= _SURE
        for part in _parts(each, directory)
        if (not about.actor or not wanted.isdisjoint(part.actors)) and is_issue(part)
    ]
    utterances = record.utterances([each for each, _ in meant])
    found = (
        _statement(each, part, utterances.get((each.reading, each.body["asserted_by"]), {}), directory, envoys.holder)
        for each, part in meant
    )
    return sorted(found, key=Statement.order)


def is_about(statement: Statement, about: About, directory: Directory) -> bool:
    """Say whether a statement is about an object: its actor, those who speak for him, its issue or words."""
    wanted = _wanted(about, directory)
    part = _Part(statement.polarity, statement.object, statement.issue, statement.actors, statement.targets)
    return (not wanted or not wanted.isdisjoint(part.actors)) and _issue(about)(part)


def limits(record: Identified, directory: Directory, about: About) -> Limits:
    """Give what limits the claims that may be about an object."""
    found_by = record.finding(about.actor.id) if about.actor else frozenset()
    return Limits(about=found_by, sought=_sought(about, directory))


def _wanted(about: About, directory: Directory) -> frozenset[str]:
    return directory.with_envoys(about.actor.id) if about.actor else frozenset()


def _sought(about: About, directory: Directory) -> Sought | None:
    """Give by what claims on an issue are found: its words stand in the object, or in names of issue and targets."""
    wanted = fold(about.issue or "").replace("_", " ")
    words_ = frozenset(wanted.split())
    if about.actor or not words_ or not all(word.isalnum() for word in words_):
        return None
    called = directory.having_rarest(words_)
    if len(called) > _MOST_CALLED:
        return None
    ids = {wanted.replace(" ", "_"), *_named(wanted)}
    ids |= {issue.id for issue in issues().values() if words_ & set(fold(issue.name).split())}
    return Sought(frozenset(ids), words_, frozenset(called))


def _parts(kept: Kept, directory: Directory) -> Iterator["_Part"]:
    if kept.kind == "commitments":
        return _of_commitment(kept, directory)
    return _OBJECTS[kept.kind](kept.body, directory)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a claim is about: words, issue, the actors concerned, and which of them the position is on.

    ``whose`` are those whose membership or accession it is.
    """

    polarity: str
    text: str
    issue: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    whose: tuple[str, ...] = ()


def _of_stance(body: Mapping[str, Any], directory: Directory) -> Iterator[_Part]:
    about = body["object"]
    named = [(actor["id"], actor["role"]) for actor in about["actors"]]
    targets = [id_ for id_, role in named if role == "target"] or [id_ for id_, role in named if role == "party"]
    if about["issue"] != "recognition":
        targets = [directory.state(id_) for id_ in targets]
    text = directory.name(targets[0]) if targets and _only_names(about["text"], targets[0]) else about["text"]
    polarity, text = towards(body["polarity"], text, about["issue"])
    if body["basis"] == "implied" and about["issue"] and targets:
        text = named_issue(about["issue"], targets, directory)
    others = [directory.state(id_) for id_, _ in named] if _root(about["issue"]) == "membership" else []
    whose = tuple(id_ for id_ in others if id_ not in (*targets, body["holder"]))
    yield _Part(polarity, text, about["issue"], tuple(id_ for id_, _ in named), tuple(targets), whose)


def _of_commitment(kept: Kept, directory: Directory) -> Iterator[_Part]:
    """Take a pledge for a position: "will send ambassadors" for relations, "will grant the licence" for granting it."""
    body = kept.body
    targets = tuple(dict.fromkeys(directory.state(id_) for id_ in body["to"]))
    if body["issue"] not in TIES or not targets:
        if found := pledged(kept.quote("text")):
            issue = body["issue"] if _root(body["issue"]) not in ("membership", "recognition") else None
            yield _Part(found.polarity, found.object, issue, tuple(body["to"]), ())
        return
    said = set(fold(kept.quote("text")).split())
    turns = stance_turns(_LANGUAGE)
    denied = said & _DENYING or any(turns[word].turn == "against" for word in said if word in turns)
    text = named_issue(body["issue"], targets, directory)
    yield _Part("against" if denied else "for", text, body["issue"], tuple(body["to"]), targets)


def named_issue(issue: str, targets: Iterable[str], directory: Directory) -> str:
    """Name an object shortly by its issue and its targets: "sanctions and coercive measures: Venezuela"."""
    names_ = ", ".join(directory.name(target) for target in targets)
    name = issues()[issue].name if issue in issues() else issue
    return f"{name}: {names_}" if names_ else name


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


def _issue(about: About) -> Callable[[_Part], bool]:
    """Give what says whether a part is of the issue asked for, if one is: by its name, its words, or the object's."""
    wanted = fold(about.issue or "").replace("_", " ")
    named, said = _named(wanted), set(wanted.split())

    def is_of(part: _Part) -> bool:
        if not about.issue or part.issue in named or wanted == (part.issue or "").replace("_", " "):
            return True
        return said <= set(fold(part.text).split())

    return is_of


@cache
def _named(wanted: str) -> frozenset[str]:
    """Give the issues that words name."""
    rows = (row for some in issue_words(_LANGUAGE).values() for row in some)
    return frozenset(row.issue for row in rows if " ".join(row.words) == wanted)


def _root(issue: str | None) -> str | None:
    """Give the wider issue where both are one thing: "blockade" is one kind of "sanctions"."""
    known = issues().get(issue or "")
    wider = issues().get(known.parent) if known and known.single and known.parent else None
    return wider.id if wider and wider.single else issue


def _group(part: _Part, members: str | None) -> tuple[str, ...]:
    """Give what a statement is about: its issue, else its words, then the actors; members' apart from their bloc's."""
    about = _root(part.issue) or fold(part.text)
    return (f"{about} of {members} members" if members else about, *sorted({*part.targets, *part.whose}))


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
        group=_group(part, body.get("members")),
        targets=part.targets,
        actors=part.actors,
        implied=body.get("basis") == "implied",
        strength=body.get("strength", 3),
        said=utterance.get("date") or body.get("date"),
        since=body.get("since"),
        until=body.get("until"),
        reported=kept.article.published,
        quote=kept.quote(),
        through=directory.name(through) if through else None,
        outlet=kept.article.outlet,
        article=kept.article.id,
        claim=body["id"],
        why=body["why"],
        judged=kept.judged,
        retracted=kept.article.retracted,
        condition=kept.quote("condition") if body.get("condition") else None,
        members=body.get("members"),
        confidence=body["confidence"],
    )
