"""Judgements: what a person or a rule decides of actors, apart from the claims and never overwritten.

A judgement names what lasts: the id by which articles know an actor, the article where only one of them is meant, his
name, and where he was seen. Withdrawing one notes the time and leaves the row.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.decisions import add as add_row
from detente.record.decisions import rows
from detente.text import Span, Spans

JudgementKind = Literal["same", "different"]

AT = "@"


class Seen(NamedTuple):
    """Where an actor was mentioned: the article, the digest of its text, and spans in it (code points)."""

    article: str
    sha256: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Judged:
    """An actor as a judgement names him: whoever articles know by this id, or only the one of one ``article``."""

    actor: str
    article: str | None
    name: str
    evidence: tuple[Seen, ...] = ()

    def __str__(self) -> str:
        return f"{self.actor}{AT}{self.article}" if self.article is not None else self.actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision. ``by`` is a person's name, or that of a rule, which then has a ``version`` and may have a score.

    Times are ISO 8601 in UTC. ``withdrawn_at`` is None while it stands; ``number`` is 0 before it is kept.
    """

    kind: JudgementKind
    one: Judged
    other: Judged
    by: str
    why: str
    version: str | None = None
    score: float | None = None
    judged_at: str = ""
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    number: int = 0

    @property
    def of_person(self) -> bool:
        """Whether a person decided."""
        return self.version is None

    def later(self) -> tuple[bool, str, str, str, str]:
        """Give the key by which the later of two is greater, and a person's than a rule's; never the row's number."""
        return (self.of_person, self.judged_at, self.kind, self.by, self.why)


def add(connection: sa.Connection, judgement: Judgement, now: str) -> Judgement:
    """Keep a judgement; give it with its number and time. Raise ``UsageError`` where it says nothing or not who or why.

    The two are kept in the order of their names, whichever was named first.
    """
    _check(judgement)
    one, other = sorted((judgement.one, judgement.other), key=str)
    row = {
        "kind": judgement.kind,
        **_side("one", one),
        **_side("other", other),
        "by": judgement.by,
        "rule_version": judgement.version,
        "score": judgement.score,
        "why": judgement.why,
        "judged_at": judgement.judged_at,
    }
    number = add_row(connection, row, now)
    return next(each for each in find(connection) if each.number == number)


def _check(judgement: Judgement) -> None:
    if judgement.kind not in get_args(JudgementKind):
        raise UsageError(f"found the kind {judgement.kind!r}; expected one of {', '.join(get_args(JudgementKind))}")
    if str(judgement.one) == str(judgement.other):
        raise UsageError(f"found {judgement.one} twice; expected two actors")


def find(connection: sa.Connection, known: str | None = None) -> list[Judgement]:
    """Give all judgements about two actors, withdrawn ones too, as they stood at a moment, in the order of numbers."""
    return [
        Judgement(
            number=row["number"],
            kind=row["kind"],
            one=_judged(row, "one"),
            other=_judged(row, "other"),
            by=row["by"],
            version=row["rule_version"],
            score=row["score"],
            why=row["why"],
            judged_at=row["judged_at"],
            withdrawn_at=row["withdrawn_at"],
            withdrawn_by=row["withdrawn_by"],
        )
        for row in rows(connection, get_args(JudgementKind), known)
    ]


def _side(side: str, judged: Judged) -> dict[str, str | None]:
    return {
        side: judged.actor,
        f"{side}_article": judged.article,
        f"{side}_name": judged.name,
        f"{side}_evidence": _json(judged.evidence),
    }


def _judged(row: Mapping[str, Any], side: str) -> Judged:
    seen: Iterable[Any] = json.loads(row[f"{side}_evidence"])
    places = tuple(Seen(article, sha256, tuple(Span(*span) for span in spans)) for article, sha256, spans in seen)
    return Judged(row[side], row[f"{side}_article"], row[f"{side}_name"], places)


def _json(seen: tuple[Seen, ...]) -> str:
    return json.dumps(seen, ensure_ascii=False, separators=(",", ":"))
