"""Judging claims: accepted, rejected, a field corrected, a note; what becomes of each judgement, now and later."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from detente.errors import UsageError
from detente.positions.correcting import corrected, field_of
from detente.positions.identified import identified
from detente.record import AT, ClaimJudgement, ClaimJudgementKind, Current, Judgements, Reading, Record
from detente.text import Span

ClaimStanding = Literal["holds", "overruled", "lost", "withdrawn"]
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRuling:
    """A judgement of a claim as it stands now.

    ``claim`` is the id under which the claim stands now, with ``@`` and its article, as it can be typed; where it is
    lost, the id under which it was judged. ``quote`` are its words; ``was`` is what the article gives for the ``field``
    that is corrected to ``value``. ``standing``: *holds*; *overruled* by the judgement ``because``; *lost*, since no
    claim of the reading that counts is surely this one; *withdrawn*. ``within`` are the claims that stand in an
    utterance that is rejected, and that are not rejected with it.
    """

    number: int
    kind: ClaimJudgementKind
    claim: str
    claim_kind: str
    article: str
    quote: str
    field: str | None
    was: Any
    value: Any
    by: str
    version: str | None
    why: str
    judged_at: str
    withdrawn_at: str | None
    withdrawn_by: str | None
    standing: ClaimStanding
    because: int | None = None
    within: tuple[str, ...] = ()


def accept(record: Record, claim: str, *, why: str, by: str) -> ClaimRuling:
    """Judge that a claim says what its article says; it is marked so in every view. See ``judge_claim``."""
    return judge_claim(record, "accept", claim, why=why, by=by)


def reject(record: Record, claim: str, *, why: str, by: str) -> ClaimRuling:
    """Judge that an article does not say what a claim says; no view shows it any more. See ``judge_claim``."""
    return judge_claim(record, "reject", claim, why=why, by=by)


def note(record: Record, claim: str, *, why: str, by: str) -> ClaimRuling:
    """Keep a note beside a claim; views do not change. See ``judge_claim``."""
    return judge_claim(record, "note", claim, why=why, by=by)


def correct(record: Record, claim: str, field: str, value: Any, *, why: str, by: str) -> ClaimRuling:
    """Correct one field of a claim, for every view; the claim itself stays as it was read.

    ``value`` is what the field may hold, or words for it; ``object.issue`` names a field within another. Raise
    ``UsageError`` for a field that the claim does not have, or a value that it cannot hold. See ``judge_claim``.
    """
    return judge_claim(record, "correct", claim, field, value, why=why, by=by)


def judge_claim(  # noqa: PLR0913
    record: Record,
    kind: ClaimJudgementKind,
    claim: str,
    field: str | None = None,
    value: Any = None,
    *,
    why: str,
    by: str,
) -> ClaimRuling:
    """Keep a person's judgement of a claim, named ``ID@ARTICLE``; give it as it stands now.

    ARTICLE is the article's id, its path or a part of its title. Raise ``UsageError`` where there is no such claim, and
    without a name or a reason.
    """
    reading, claim_kind, body = _named(record, claim)
    if field is not None:
        value = corrected(identified(record), reading, claim_kind, field, value)
    judgement = ClaimJudgement(
        kind=kind,
        article=reading.article.id,
        sha256=reading.article.sha256,
        claim_kind=claim_kind,
        claim=body,
        words=reading.quote(tuple(Span(*span) for span in body["evidence"])),
        field=field,
        value=value,
        by=by,
        why=why,
    )
    number = record.judge_claim(judgement)
    return next(each for each in claim_rulings(record) if each.number == number)


def _named(record: Record, words: str) -> tuple[Reading, str, dict[str, Any]]:
    """Give the reading, kind and body of the claim that somebody names."""
    id_, at, article = words.partition(AT)
    if not at or not id_ or not article:
        raise UsageError(f"found {words!r}; expected a claim such as stances/2@ARTICLE, as `detente show` prints it")
    reading = record.show(article)
    claims = [(kind, body) for kind in reading.kinds for body in reading.json[kind]]
    found = [(kind, body) for kind, body in claims if body["id"] == id_]
    if len(found) == 1:
        kind, body = found[0]
        return reading, kind, body
    ids = [body["id"] for _, body in claims]
    named = f"{', '.join(ids[:_MOST_NAMED])}{' ...' if len(ids) > _MOST_NAMED else ''}" if ids else "none at all"
    raise UsageError(f"{reading.article.id} has no claim {id_!r}; it has {named}")


def claim_rulings(record: Record) -> tuple[ClaimRuling, ...]:
    """Give all judgements of claims in the order in which they were made, each as it stands now."""
    found = record.claim_judgements()
    return tuple(_ruling(each, found) for each in found.all)


def _ruling(judgement: ClaimJudgement, found: Judgements) -> ClaimRuling:
    current = found.found.get(judgement.number)
    body = current.body if current else judgement.claim
    return ClaimRuling(
        number=judgement.number,
        kind=judgement.kind,
        claim=f"{body['id']}{AT}{judgement.article}",
        claim_kind=judgement.claim_kind,
        article=judgement.article,
        quote=judgement.words,
        field=judgement.field,
        was=field_of(body, judgement.field) if judgement.field else None,
        value=judgement.value,
        by=judgement.by,
        version=judgement.version,
        why=judgement.why,
        judged_at=judgement.judged_at,
        withdrawn_at=judgement.withdrawn_at,
        withdrawn_by=judgement.withdrawn_by,
        standing=_standing(judgement, current, found),
        because=found.beaten.get(judgement.number),
        within=tuple(_within(judgement, current, found)),
    )


def _standing(judgement: ClaimJudgement, current: Current | None, found: Judgements) -> ClaimStanding:
    if judgement.withdrawn_at is not None:
        return "withdrawn"
    if current is None:
        return "lost"
    return "overruled" if judgement.number in found.beaten else "holds"


def _within(judgement: ClaimJudgement, current: Current | None, found: Judgements) -> Iterator[str]:
    """Give the claims that stand in an utterance that is rejected, and that are not rejected themselves."""
    if current is None or judgement.kind != "reject" or current.kind != "utterances":
        return
    for each in found.there[judgement.article].claims:
        if each.body.get("asserted_by") == current.body["id"] and not found.verdicts.of(each.number).rejected:
            yield each.body["id"]
