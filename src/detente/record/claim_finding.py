"""Which claim a judgement means now: found again by article, kind and evidence, whatever id a new reading gives it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from detente.record.claim_judgements import ClaimJudgement
from detente.record.moments import When, shown
from detente.record.portions import portions
from detente.record.tables import articles, claims, readings
from detente.record.verdicts import Verdict, Verdicts
from detente.text import Span, Spans, overlap, quote

_HALF = 0.5
_OWN = ("id", "evidence", "why", "confidence", "asserted_by", "extractor", "within")
"""Fields that tell how a claim was found and where it is kept, not what it says."""


@dataclass(frozen=True, slots=True)
class Current:
    """A claim of the reading that counts: its number in the table, its kind, and what was printed."""

    number: int
    kind: str
    body: Mapping[str, Any]

    @property
    def evidence(self) -> Spans:
        """Give its evidence."""
        return tuple(Span(*span) for span in self.body["evidence"])


@dataclass(frozen=True, slots=True)
class Text:
    """The version of an article that counts, with its claims."""

    sha256: str
    text: str
    claims: Sequence[Current]


def find_current(connection: sa.Connection, wanted: Iterable[str], when: When) -> dict[str, Text]:
    """Give the versions and claims that count of some articles, by the articles' ids, where there are any."""
    found: dict[str, Text] = {}
    joined = readings.join(articles, articles.c.number == readings.c.article)
    columns = (readings.c.number, articles.c.id, articles.c.sha256, articles.c.text)
    query = sa.select(*columns).select_from(joined).where(shown(when))
    for some in portions(sorted(set(wanted))):
        rows = connection.execute(query.where(articles.c.id.in_(some))).all()
        bodies: dict[int, list[Current]] = defaultdict(list)
        kept = sa.select(claims.c.reading, claims.c.number, claims.c.kind, claims.c.body).order_by(claims.c.number)
        for reading, number, kind, body in connection.execute(
            kept.where(claims.c.reading.in_([row.number for row in rows]))
        ):
            bodies[reading].append(Current(number, kind, json.loads(body)))
        found |= {row.id: Text(row.sha256, row.text, tuple(bodies[row.number])) for row in rows}
    return found


def find_again(judgement: ClaimJudgement, there: Text | None) -> Current | None:
    """Give the claim that a judgement means in the reading that counts; None where it is lost, or may be several."""
    if there is None:
        return None
    same_kind = [each for each in there.claims if each.kind == judgement.claim_kind]
    best = _most_alike(judgement, list(_with_evidence(judgement, there, same_kind)))
    if best is None and there.sha256 == judgement.sha256:
        best = _most_alike(judgement, _overlapping(judgement.evidence, same_kind))
    return best


def _with_evidence(judgement: ClaimJudgement, there: Text, claims_: Iterable[Current]) -> Iterator[Current]:
    """Give the claims with the very evidence: its spans in the same text, its words in another."""
    for each in claims_:
        same = each.evidence == judgement.evidence
        if same if there.sha256 == judgement.sha256 else quote(there.text, each.evidence) == judgement.words:
            yield each


def _overlapping(evidence: Spans, claims_: Iterable[Current]) -> list[Current]:
    """Give the claims whose evidence shares most characters, if that is at least half of both."""
    shared = {each.number: overlap(each.evidence, evidence) for each in claims_}
    most = max(shared.values(), default=0)
    return [
        each
        for each in claims_
        if most and shared[each.number] == most and most >= _HALF * max(_length(each.evidence), _length(evidence))
    ]


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _most_alike(judgement: ClaimJudgement, found: Sequence[Current]) -> Current | None:
    """Give the one that shares most fields with the claim that was judged; None where two share equally many."""
    if len(found) <= 1:
        return found[0] if found else None
    alike = {each.number: _shared(each.body, judgement.claim) for each in found}
    most = max(alike.values())
    best = [each for each in found if alike[each.number] == most]
    return best[0] if len(best) == 1 else None


def _shared(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    return sum(one[name] == other.get(name) for name in one if name not in _OWN)


@dataclass(frozen=True, slots=True)
class Judgements:
    """All judgements of claims with what became of them: where each was found, and which hold.

    ``beaten`` gives for a judgement that does not hold the one that holds in its place; ``there`` what counts of the
    articles that are judged.
    """

    all: tuple[ClaimJudgement, ...]
    found: Mapping[int, Current]
    beaten: Mapping[int, int]
    verdicts: Verdicts
    there: Mapping[str, Text]


def judged(connection: sa.Connection, judgements: Sequence[ClaimJudgement], when: When) -> Judgements:
    """Find the claims of all judgements, and give the verdicts on them."""
    standing = [each for each in judgements if each.withdrawn_at is None]
    there = find_current(connection, (each.article for each in standing), when) if standing else {}
    found = {each.number: one for each in standing if (one := find_again(each, there.get(each.article)))}
    holding: dict[tuple[int, str], ClaimJudgement] = {}
    for each in standing:
        if each.number in found and each.aspect:
            key = (found[each.number].number, each.aspect)
            holding[key] = max(holding.get(key, each), each, key=ClaimJudgement.rank)
    beaten = {
        each.number: best.number
        for each in standing
        if each.number in found
        and each.aspect
        and (best := holding[found[each.number].number, each.aspect]).number != each.number
    }
    return Judgements(tuple(judgements), found, beaten, Verdicts(_verdicts(holding)), there)


def _verdicts(holding: Mapping[tuple[int, str], ClaimJudgement]) -> dict[int, Verdict]:
    of: dict[int, list[ClaimJudgement]] = defaultdict(list)
    for (number, _), judgement in holding.items():
        of[number].append(judgement)
    return {
        number: Verdict(
            accepted=any(each.kind == "accept" for each in some),
            rejected=any(each.kind == "reject" for each in some),
            fields={each.field: each.value for each in some if each.field},
        )
        for number, some in of.items()
    }
