"""Statements: what shows where a holder stands, whichever kind of claim says it.

A stance says it in words; recognising someone, sanctioning someone or belonging to a bloc says it by deed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.dates import bounds
from detente.lexicon import issue_words, issues
from detente.positions.holders import Envoys
from detente.positions.how_told import told
from detente.positions.identified import Identified
from detente.positions.naming import About, Directory
from detente.positions.objects import TIES, Part, parts, root
from detente.record import Kept, Limits, Sought
from detente.text import fold

KINDS = ("stances", "recognitions", "sanctions", "memberships", "commitments")
_SURE = 0.5
"""A claim of less confidence, such as a stance that only the learned layer hears, proves no position."""
_LANGUAGE = "en"
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
    ``told`` says that the holder *announced* it, or that somebody else *attributed* it to him.
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
    told: str | None = None

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
        for part in parts(each, directory)
        if (not about.actor or not wanted.isdisjoint(part.actors)) and is_issue(part)
    ]
    utterances = envoys.utterances([each for each, _ in meant])
    found = (
        _statement(each, part, utterances.get((each.reading, each.body["asserted_by"]), {}), directory, envoys.holder)
        for each, part in meant
    )
    return sorted(found, key=Statement.order)


def is_about(statement: Statement, about: About, directory: Directory) -> bool:
    """Say whether a statement is about an object: its actor, those who speak for him, its issue or words."""
    wanted = _wanted(about, directory)
    part = Part(statement.polarity, statement.object, statement.issue, statement.actors, statement.targets)
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


def _issue(about: About) -> Callable[[Part], bool]:
    """Give what says whether a part is of the issue asked for, if one is: by its name, its words, or the object's."""
    wanted = fold(about.issue or "").replace("_", " ")
    named, said = _named(wanted), set(wanted.split())

    def is_of(part: Part) -> bool:
        if not about.issue or part.issue in named or wanted == (part.issue or "").replace("_", " "):
            return True
        return said <= set(fold(part.text).split())

    return is_of


@cache
def _named(wanted: str) -> frozenset[str]:
    """Give the issues that words name."""
    rows = (row for some in issue_words(_LANGUAGE).values() for row in some)
    return frozenset(row.issue for row in rows if " ".join(row.words) == wanted)


def _group(part: Part, members: str | None) -> tuple[str, ...]:
    """Give what a statement is about: its issue, else its words, then the actors; members' apart from their bloc's."""
    about = root(part.issue) or fold(part.text)
    return (f"{about} of {members} members" if members else about, *sorted({*part.targets, *part.whose}))


def _statement(kept: Kept, part: Part, utterance: Mapping[str, Any], directory: Directory, holder: str) -> Statement:
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
        told=told(kept, utterance, directory, holder),
    )
