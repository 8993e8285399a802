"""Changes of position that an article tells: announced by their holder or attributed to him, with both sides quoted."""

from collections.abc import Iterator

from detente.claims.kinds import Change, Claims, Stance
from detente.claims.stance_changes import Shift, shifts
from detente.documents import Document
from detente.text import Spans, merge

VERSION = "1"

_CONFIDENCE = 0.8


def extract(document: Document, earlier: Claims) -> tuple[Change, ...]:
    """Find them, with the stances of the same article that stood before and stand after."""
    found = []
    for shift in shifts(document, earlier):
        before, after = _sides(shift, earlier.stances)
        found.append(
            Change(
                evidence=shift.evidence,
                why=shift.why,
                confidence=_CONFIDENCE,
                holder=shift.holder,
                object=shift.objects[0] if shift.objects else _issue(before, after),
                announced_on=shift.announced_on,
                by=shift.by,
                before=_quote(before[:1]),
                after=_quote(after),
                kind="announced" if shift.announced else "attributed",
                members=shift.members,
            )
        )
    return tuple(found)


def _sides(shift: Shift, stances: tuple[Stance, ...]) -> tuple[list[Stance], list[Stance]]:
    """Give the stances of the holder on the object: those given up, and the first of those that stand now."""
    if shift.members:
        return [], []
    own = [s for s in stances if s.holder == shift.holder and not s.members]
    about = [s for s in own if not shift.objects or {p.id for p in s.object.actors} & set(shift.objects)]
    before = [s for s in about if s.status == "former"]
    after = list(_contrary(before, [s for s in about if s.status != "former"]))
    return before, after


def _contrary(before: list[Stance], now: list[Stance]) -> Iterator[Stance]:
    """Give the first stance of today on the other side, and those in the same breath."""
    sides = {stance.polarity for stance in before}
    first = next((s for s in now if s.polarity not in sides), None) or next(iter(now), None)
    if first:
        yield from (s for s in now if s.object.issue == first.object.issue or _near(s, first))


def _near(one: Stance, other: Stance) -> bool:
    return abs(one.evidence[0].start - other.evidence[0].end) < 40 and one.polarity == other.polarity


def _issue(before: list[Stance], after: list[Stance]) -> str | None:
    return next((s.object.issue for s in (*after, *before) if s.object.issue), None)


def _quote(stances: list[Stance]) -> Spans:
    return merge(span for stance in stances for span in stance.evidence)
