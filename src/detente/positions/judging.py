"""Judging: who is meant, what is judged of him, what becomes of each judgement, and how it is undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from detente.errors import UsageError
from detente.positions.identified import Identified, identified
from detente.positions.naming import Directory
from detente.positions.profiles import Profile
from detente.record import AT, Judged, Judgement, JudgementKind, Record
from detente.text import fold

_MOST_NAMED = 10

Standing = Literal["holds", "refused", "overruled", "lost", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A judgement as it stands now.

    ``one`` and ``other`` are the actors as they can be typed: an id, with ``@`` and an article where it holds for that
    one alone. ``standing``: *holds*; *refused*, in whole or in part, since a judgement of ``because`` keeps them apart;
    *overruled* by a judgement of ``because`` on the same two; *lost*, since ``lost`` are no longer found, or both are
    found as one actor of an article; *withdrawn*.
    """

    number: int
    kind: JudgementKind
    one: str
    one_name: str
    other: str
    other_name: str
    by: str
    version: str | None
    score: float | None
    why: str
    judged_at: str
    withdrawn_at: str | None
    withdrawn_by: str | None
    standing: Standing
    because: tuple[int, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()


def same(record: Record, one: str, other: str, *, why: str, by: str) -> Ruling:
    """Judge that two are one actor; see ``judge``."""
    return judge(record, "same", one, other, why=why, by=by)


def different(record: Record, one: str, other: str, *, why: str, by: str) -> Ruling:
    """Judge that two are not one actor; see ``judge``."""
    return judge(record, "different", one, other, why=why, by=by)


def judge(record: Record, kind: JudgementKind, one: str, other: str, *, why: str, by: str) -> Ruling:
    """Keep a person's judgement of two actors; give it as it stands now.

    Each is given as ``detente actors`` prints him or by an unambiguous name. An id holds for whoever articles know by
    it, also in articles that are yet to be read; ``ID@ARTICLE`` for the one of that article. Raise ``UsageError`` where
    somebody is unknown or may be several, where both are the same, and without a name or a reason.
    """
    seen = identified(record)
    sides = [_refer(seen, words) for words in (one, other)]
    kept = record.judge(Judgement(kind=kind, one=sides[0], other=sides[1], by=by, why=why))
    return next(each for each in rulings(record) if each.number == kept.number)


def rulings(record: Record) -> tuple[Ruling, ...]:
    """Give all judgements of two actors in the order in which they were made, each as it stands now."""
    seen = identified(record)
    sides = {judgement.number: (ones, others) for judgement, ones, others in seen.identities.sides}
    return tuple(_ruling(each, seen, *sides.get(each.number, ((), ()))) for each in seen.identities.judgements)


def _ruling(judgement: Judgement, seen: Identified, ones: Sequence[Profile], others: Sequence[Profile]) -> Ruling:
    resolution = seen.identities.resolution
    refused = [each for each in resolution.refused if each.judgement.number == judgement.number]
    lost = tuple(str(side) for side, found in ((judgement.one, ones), (judgement.other, others)) if not found) or (
        tuple(map(str, (judgement.one, judgement.other))) if _are_one(ones, others) else ()
    )
    standing: Standing = "holds"
    because: tuple[int, ...] = ()
    if judgement.withdrawn_at is not None:
        standing, lost = "withdrawn", ()
    elif lost:
        standing = "lost"
    elif refused:
        standing, because = "refused", tuple(sorted({number for each in refused for number in each.because}))
    elif judgement.number not in resolution.holding:
        standing, because = "overruled", resolution.beaten.get(judgement.number, ())
    return Ruling(
        number=judgement.number,
        kind=judgement.kind,
        one=str(judgement.one),
        one_name=judgement.one.name,
        other=str(judgement.other),
        other_name=judgement.other.name,
        by=judgement.by,
        version=judgement.version,
        score=judgement.score,
        why=judgement.why,
        judged_at=judgement.judged_at,
        withdrawn_at=judgement.withdrawn_at,
        withdrawn_by=judgement.withdrawn_by,
        standing=standing,
        because=because,
        refused=tuple((refer_to(seen, each.one), refer_to(seen, each.other)) for each in refused),
        lost=lost,
    )


def _are_one(ones: Sequence[Profile], others: Sequence[Profile]) -> bool:
    """Say whether nobody is left whom a judgement could tell apart from another."""
    return {each.key for each in ones} == {each.key for each in others}


def refer_to(seen: Identified, profile: Profile) -> str:
    """Give a profile as it can be typed: its id, with an article where others bear the id as well."""
    bearers = seen.identities.bearers(profile.id)
    if len(bearers) == 1:
        return profile.id
    first = min(profile.units, key=lambda unit: (unit.published or "9999", unit.article))
    return f"{profile.id}{AT}{first.article}"


def _refer(seen: Identified, words: str) -> Judged:
    """Find whom somebody means, and name him as a judgement does; raise ``UsageError`` where that cannot be told."""
    finder = seen.identities.finder
    actor, at, article = words.partition(AT)
    if at and finder.knows(actor, article):
        return finder.refer(actor, article)
    if finder.knows(words):
        return finder.refer(words, None)
    if at and finder.knows(actor):
        known = ", ".join(f"{actor}{AT}{each}" for each in finder.articles(actor)[:_MOST_NAMED])
        raise UsageError(f"no article {article!r} of the record knows {actor}; expected one of {known}")
    found = Directory.of(seen).candidates(words)
    if not found:
        raise UsageError(f"the record knows no actor called {words!r}{_near(seen, words)}")
    if len(found) > 1:
        raise UsageError(f"{words!r} may be {_listed(seen, found)}; expected an id as it is printed here")
    actor, _, article = _called(seen, found[0], words).partition(AT)
    return finder.refer(actor, article or None)


def _called(seen: Identified, id_: str, words: str) -> str:
    """Give the id under which articles use just this name for an identity; else that of the identity."""
    units = [
        unit for profile in seen.identities.cluster(id_) for unit in profile.units if fold(unit.name) == fold(words)
    ]
    ids = [unit.id for unit in units]
    return id_ if AT in id_ or not ids else min(set(ids), key=lambda each: (-ids.count(each), each))


def _near(seen: Identified, words: str) -> str:
    """Name those who share a word with what was asked."""
    wanted = set(fold(words.rpartition("/")[2]).replace("-", " ").split())
    whole = seen.identities
    near = [id_ for id_ in whole.ranked if any(wanted & set(fold(name).split()) for name in whole.called(id_))]
    return f"; it knows {_listed(seen, near)}" if near else "; `detente actors` lists those it knows"


def _listed(seen: Identified, ids: Sequence[str]) -> str:
    wanted = set(ids)
    known = [seen.identities.identity(id_) for id_ in seen.identities.ranked if id_ in wanted]
    told = [f"{each.id} ({each.name}, articles: {each.articles})" for each in known[:_MOST_NAMED]]
    more = [f"and {len(ids) - _MOST_NAMED} more"] if len(ids) > _MOST_NAMED else []
    return ", ".join([*told, *more]) or ", ".join(ids)
