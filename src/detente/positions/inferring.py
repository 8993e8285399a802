"""Changes of position that follow from what was said: a side is left, a condition is new, a word is stronger.

Each says why it counts. What differs in words alone is no change: the same side, the same conditions, and a strength
that is not two steps (of three) away. Nor is what two voices say at the same time a change: that is a contradiction.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from detente.lexicon import empty_words
from detente.positions.changes import Turn, within
from detente.positions.comparable import are_akin, are_comparable
from detente.positions.lasting import lasting
from detente.positions.naming import Named
from detente.positions.objects import TIES
from detente.positions.spells import Spell
from detente.positions.statements import Statement
from detente.positions.telling import words

_LANGUAGE = "en"
_SIDES = ("for", "against")
_STEPS = 2
_MANY = 6
"""Of so many statements, some two differ by chance: a change must then be on the very thing that was spoken of."""
_LOOKED = 20
"""So many statements at the end of one spell and at the beginning of the next are compared."""
_ALIKE = 3
"""One third of the words of a condition, and it is the same condition."""


Alike = Callable[[Statement, Statement], bool]


class _Step(NamedTuple):
    """What parts two statements on one thing: the shapes of the change, and why it is one."""

    shape: tuple[str, ...]
    why: str


def inferred(line: Sequence[Spell], holder: Named) -> tuple[Turn, ...]:
    """Give the changes between one spell and the next, and within each."""
    alike = are_comparable if sum(len(spell.statements) for spell in line) > _MANY else are_akin
    between = (turn for left, right in pairwise(lasting(line)) if (turn := _reversed(left, right, holder, alike)))
    within = (turn for spell in line for turn in _shaded(spell, holder, alike))
    return (*between, *within)


def _reversed(left: Spell, right: Spell, holder: Named, alike: Alike) -> Turn | None:
    sides = (left.polarity, right.polarity)
    pair = _pair(left, right, alike)
    if pair is None or len(set(sides)) == 1:
        return None
    before, after = pair
    if set(sides) == set(_SIDES):
        step = _Step(("reversal",), f"from {sides[0]} to {sides[1]} on one thing")
    elif sides[1] in _SIDES:
        step = _Step(("reversal",), f"from {sides[0]} to {sides[1]}: a side is taken where none was")
    else:
        step = _Step(("softening",), f"from {sides[0]} to {sides[1]}: a side is left")
    return _turn(before, after, holder, step, _when(before, after, right.since))


def _pair(left: Spell, right: Spell, alike: Alike) -> tuple[Statement, Statement] | None:
    """Give the last statement of the old position and the first of the new one that are on one thing."""
    first, *_ = early = right.statements[:_LOOKED]
    late = [each for each in left.statements[-_LOOKED:] if _is_earlier(each, first)]
    pairs = ((before, after) for after in early for before in reversed(late))
    return next((pair for pair in pairs if alike(*pair)), None)


def _when(before: Statement, after: Statement, since: str | None) -> str | None:
    """Give when one position gave way to the other: on the day that a text names, else between two statements."""
    if since and "/" not in since:
        return since
    dated = before.status != "former" or before.said or before.since
    return within(before.first if dated else None, after.last)


def _is_earlier(before: Statement, after: Statement) -> bool:
    """Say whether one statement surely came before another, not beside it."""
    return (before.status == "former" and after.status != "former") or before.first < after.first


def _shaded(spell: Spell, holder: Named, alike: Alike) -> Iterator[Turn]:
    """Give the changes within a spell: what was said in words, one statement after the other."""
    said = [each for each in spell.statements if not each.implied and each.status == "current"]
    for before, after in pairwise(said):
        step = _shade(before, after)
        if step and _is_earlier(before, after) and alike(before, after):
            yield _turn(before, after, holder, step, within(before.first, after.last))


def _shade(before: Statement, after: Statement) -> _Step | None:
    if after.condition and not before.condition:
        return _Step(("condition", "softening"), f"the same side, now under a condition: {after.condition}")
    if before.condition and not after.condition and after.strength >= before.strength:
        return _Step(("condition", "hardening"), f"the same side, without the condition: {before.condition}")
    if before.condition and after.condition and not _is_same(before.condition, after.condition):
        return _Step(("condition",), f"the same side, under another condition: {after.condition}")
    if after.strength - before.strength >= _STEPS:
        return _Step(("hardening",), f"the same side, strength {before.strength} and then {after.strength} of 3")
    if before.strength - after.strength >= _STEPS:
        return _Step(("softening",), f"the same side, strength {before.strength} and then {after.strength} of 3")
    return None


def _is_same(one: str, other: str) -> bool:
    mine, theirs = (set(words(each)) - empty_words(_LANGUAGE) for each in (one, other))
    return _ALIKE * len(mine & theirs) >= min(len(mine), len(theirs))


def crossed(line: Sequence[Spell], holder: Named) -> tuple[Turn, ...]:
    """Give the changes between recognition and relations: of a state and its rival in office, or broken off."""
    recognised = [s for s in line if s.issue == "recognition" and s.polarity == "for" and not s.former]
    ties = [s for s in line if s.issue in TIES]
    broken = [s for s in ties if s.polarity == "against"]
    found = []
    for old in recognised:
        later = [new for new in ties if old.statements[-1].last < new.statements[0].first]
        left = [new for new in broken if new in later and set(new.targets) & set(old.targets)]
        resumed = [new for new in later if new.polarity == "for" and _is_resumed(old, new, broken)]
        for new in (*left[:1], *resumed[:1]):
            why = "relations broken off with whom it recognised" if new in left else "relations past whom it recognised"
            turn = _turn(old.statements[-1], new.statements[0], holder, _Step(("reversal",), why), new.since)
            sides = ("for", "against") if new in left else None
            found.append(replace(turn, object=f"from recognition of {old.object} to {new.object}", polarity=sides))
    return tuple(found)


def _is_resumed(old: Spell, new: Spell, broken: Sequence[Spell]) -> bool:
    """Say whether ties broken off before are taken up again past the one whom the holder had recognised."""
    before = any(set(new.targets) & set(s.targets) and s.order() < new.order() for s in broken)
    return before and not set(old.targets) & {id_ for each in new.statements for id_ in each.actors}


def _turn(before: Statement, after: Statement, holder: Named, step: _Step, when: str | None) -> Turn:
    return Turn(
        kind="inferred",
        holder=holder.id,
        object=after.object,
        issue=after.issue,
        when=when,
        reported=after.reported,
        by=after.through,
        said=after.quote,
        before=before.quote,
        after=after.quote,
        polarity=(before.polarity, after.polarity),
        shape=step.shape,
        about=tuple(sorted({*before.group[1:], *after.group[1:]})),
        words=tuple(dict.fromkeys((before.object, after.object))),
        members=after.members,
        reason=step.why,
        outlets=_each(before, after, "outlet"),
        articles=_each(before, after, "article"),
        retracted=tuple(sorted({each.article for each in (before, after) if each.retracted})),
    )


def _each(before: Statement, after: Statement, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for each in (before, after) if (value := getattr(each, name))))
