"""Changes of position: those that somebody announced or reported, and those that follow from what was said."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from detente.dates import bounds
from detente.positions.holders import Envoys
from detente.positions.naming import EVERYTHING, About, Directory, Named
from detente.positions.spells import Spell
from detente.positions.statements import Statement
from detente.record import Kept
from detente.text import fold

_TIES = ("diplomatic_ties", "bilateral_relations")
_OPPOSED = {("for", "against"), ("against", "for")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A change. ``when`` is an EDTF date or interval; ``by`` who says so; ``before`` and ``after`` quote.

    ``retracted`` are those of its articles that were retracted later than what is asked for was known.
    """

    kind: str
    holder: str
    object: str
    issue: str | None = None
    when: str | None
    effective: str | None = None
    reported: str | None
    by: str | None
    said: str
    before: str | None
    after: str | None
    polarity: tuple[str, str] | None = None
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    retracted: tuple[str, ...] = ()

    def may_come(self, day: dt.date) -> bool:
        """Say whether it may have come on a day: by its own date, or where it has none, up to the day of its report."""
        first, last = bounds(self.when or f"../{self.reported}") if self.when or self.reported else (day, day)
        return first <= day <= last

    def order(self) -> tuple[str, ...]:
        """Give the key by which changes stand in time."""
        end = (self.when or self.reported or "9999").rpartition("/")[2]
        return (end, self.kind, self.object, *self.articles)


def announced(envoys: Envoys, directory: Directory, about: About) -> tuple[Turn, ...]:
    """Give the changes that somebody announced or reported; the same in several articles is one, with all outlets."""
    found: dict[tuple[str | None, ...], Turn] = {}
    for kept in envoys.claims(("changes",), ("holder",)):
        if _is_about(kept, directory, about):
            turn = _turn(kept, directory)
            key = (turn.kind, turn.holder, fold(turn.object), turn.when or turn.said, turn.by)
            found[key] = _joined(found[key], turn) if key in found else turn
    return tuple(found.values())


def inferred(line: Sequence[Spell], holder: Named) -> tuple[Turn, ...]:
    """Give the changes between one spell and the next where they are opposed."""
    return tuple(
        _inferred(left, right, holder) for left, right in pairwise(line) if (left.polarity, right.polarity) in _OPPOSED
    )


def crossed(line: Sequence[Spell], holder: Named) -> tuple[Turn, ...]:
    """Give the changes between recognition and relations: of a state and its rival in office, or broken off."""
    recognised = [s for s in line if s.issue == "recognition" and s.polarity == "for" and not s.former]
    ties = [s for s in line if s.issue in _TIES]
    broken = [s for s in ties if s.polarity == "against"]
    found = []
    for old in recognised:
        later = [new for new in ties if old.statements[-1].last < new.statements[0].first]
        left = [new for new in broken if new in later and set(new.targets) & set(old.targets)]
        resumed = [new for new in later if new.polarity == "for" and _is_resumed(old, new, broken)]
        for new in (*left[:1], *resumed[:1]):
            turn = _inferred(old, new, holder)
            sides = ("for", "against") if new in left else None
            found.append(replace(turn, object=f"from recognition of {old.object} to {new.object}", polarity=sides))
    return tuple(found)


def _is_resumed(old: Spell, new: Spell, broken: Sequence[Spell]) -> bool:
    """Say whether ties broken off before are taken up again past the one whom the holder had recognised."""
    before = any(set(new.targets) & set(s.targets) and s.order() < new.order() for s in broken)
    return before and not set(old.targets) & {id_ for each in new.statements for id_ in each.actors}


def _inferred(left: Spell, right: Spell, holder: Named) -> Turn:
    before, after = left.statements[-1], right.statements[0]
    return Turn(
        kind="inferred",
        holder=holder.id,
        object=right.object,
        issue=right.issue,
        when=right.since,
        reported=after.reported,
        by=after.through,
        said=after.quote,
        before=before.quote,
        after=after.quote,
        polarity=(left.polarity, right.polarity),
        outlets=_each(before, after, "outlet"),
        articles=_each(before, after, "article"),
        retracted=tuple(sorted({each.article for each in (before, after) if each.retracted})),
    )


def _each(before: Statement, after: Statement, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for each in (before, after) if (value := getattr(each, name))))


def _is_about(kept: Kept, directory: Directory, about: About) -> bool:
    """Say whether a change is about what is asked: the actor, his state, or words in it."""
    object_ = kept.body["object"]
    if about == EVERYTHING:
        return True
    if not object_:
        return False
    if about.actor and (about.actor.id in directory.stands_for(object_) or fold(about.actor.name) in fold(object_)):
        return not about.issue or fold(about.issue) in fold(f"{object_} {kept.quote()}")
    return bool(about.issue) and fold(about.issue or "") in fold(object_)


def _turn(kept: Kept, directory: Directory) -> Turn:
    body = kept.body
    return Turn(
        kind=body["kind"],
        holder=body["holder"],
        object=directory.name(body["object"] or ""),
        when=body["announced_on"] or body["effective"],
        effective=body["effective"],
        reported=kept.article.published,
        by=directory.name(body["by"]) if body["by"] else None,
        said=kept.quote(),
        before=kept.quote("before") or None,
        after=kept.quote("after") or None,
        outlets=(kept.article.outlet,) if kept.article.outlet else (),
        articles=(kept.article.id,),
        retracted=(kept.article.id,) if kept.article.retracted else (),
    )


def _joined(one: Turn, other: Turn) -> Turn:
    """Join two reports of the same change; the fuller one gives the words."""
    fuller = max(one, other, key=lambda turn: (bool(turn.before), bool(turn.after), turn.articles))
    reported = min(day for turn in (one, other) if (day := turn.reported or "9999"))
    return replace(
        fuller,
        reported=None if reported == "9999" else reported,
        outlets=tuple(sorted({*one.outlets, *other.outlets})),
        articles=tuple(sorted({*one.articles, *other.articles})),
        retracted=tuple(sorted({*one.retracted, *other.retracted})),
    )
