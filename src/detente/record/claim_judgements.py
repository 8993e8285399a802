"""Judgements of claims: accepted, rejected, a field corrected, or a note; kept beside the claim, never in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import sqlalchemy as sa

from detente.record.decisions import add as add_row
from detente.record.decisions import rows
from detente.text import Span, Spans

ClaimJudgementKind = Literal["accept", "reject", "correct", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimJudgement:
    """A decision about one claim of an article.

    ``claim`` is the claim as it was judged, with its ``id`` and ``evidence`` then; ``sha256`` is the digest of the text
    into which that leads, and ``words`` are its words. ``field`` and ``value`` say what is corrected and to what.
    Times are ISO 8601 in UTC; ``version`` is that of a rule, None for a person.
    """

    kind: ClaimJudgementKind
    article: str
    sha256: str
    claim_kind: str
    claim: Mapping[str, Any]
    words: str
    field: str | None = None
    value: Any = None
    by: str
    why: str
    version: str | None = None
    judged_at: str = ""
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    number: int = 0

    @property
    def evidence(self) -> Spans:
        """Give the evidence of the claim as it was judged."""
        return tuple(Span(*span) for span in self.claim["evidence"])

    @property
    def aspect(self) -> str | None:
        """Give on what judgements contradict each other: whether the claim is right, one field; None for a note."""
        return None if self.kind == "note" else self.field if self.kind == "correct" else "right"

    def rank(self) -> tuple[bool, str, int]:
        """Give the key by which one that holds before another is greater: a person's, then the later."""
        return (self.version is None, self.judged_at, self.number)


def add(connection: sa.Connection, judgement: ClaimJudgement, now: str) -> int:
    """Keep a judgement; give its number. Raise ``UsageError`` where it does not say who judged and why."""
    row = {
        "kind": judgement.kind,
        "one": judgement.claim["id"],
        "one_article": judgement.article,
        "one_name": judgement.words,
        "one_evidence": _json([[judgement.article, judgement.sha256, judgement.claim["evidence"]]]),
        "claim_kind": judgement.claim_kind,
        "claim": _json(judgement.claim),
        "field": judgement.field,
        "value": _json(judgement.value) if judgement.field else None,
        "by": judgement.by,
        "rule_version": judgement.version,
        "why": judgement.why,
        "judged_at": judgement.judged_at,
    }
    return add_row(connection, row, now)


def find(connection: sa.Connection, known: str | None = None) -> list[ClaimJudgement]:
    """Give all judgements of claims, withdrawn ones too, as they stood at a moment, in the order of their numbers."""
    return [_judgement(row) for row in rows(connection, get_args(ClaimJudgementKind), known)]


def _judgement(row: Mapping[str, Any]) -> ClaimJudgement:
    [(article, sha256, _)] = json.loads(row["one_evidence"])
    return ClaimJudgement(
        kind=row["kind"],
        article=article,
        sha256=sha256,
        claim_kind=row["claim_kind"],
        claim=json.loads(row["claim"]),
        words=row["one_name"],
        field=row["field"],
        value=json.loads(row["value"]) if row["value"] else None,
        by=row["by"],
        why=row["why"],
        version=row["rule_version"],
        judged_at=row["judged_at"],
        withdrawn_at=row["withdrawn_at"],
        withdrawn_by=row["withdrawn_by"],
        number=row["number"],
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
