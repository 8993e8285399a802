"""Changes of position that follow from what was said: a side is left, a condition is new, a word is stronger.

Each says why it counts. What differs in words alone is no change: the same side, the same conditions, and a strength
that is not two steps (of three) away. Nor is what two voices say at the same time a change: that is a contradiction.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, Self

from detente.lexicon import empty_words
from detente.positions.changes import Turn, within
from detente.positions.comparable import are_akin, are_comparable
from detente.positions.lasting import lasting
from detente.positions.objects import TIES
from detente.positions.proofs import Holder, Side, proof
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


Shown = Callable[[Statement, Statement, Side], str | None]
"""From the last statement of an old side, the first of a new one, and what is compared of them, to what shows a change:
words for it, empty where the two show it alone, None where nothing does."""


def _polarity(each: Statement) -> str:
    return each.polarity


def _condition(each: Statement) -> str | None:
    return each.condition


def _is_conditional(each: Statement) -> bool:
    return bool(each.condition)


def _strength(each: Statement) -> int:
    return each.strength


class _Step(NamedTuple):
    """What parts two statements on one thing: the shapes of the change, and why it is one."""

    shape: tuple[str, ...]
    why: str
    side: Side = _polarity

    def shown(self, words_: str) -> Self:
        """Give the step with what shows it."""
        return self._replace(why=f"{self.why}; {words_}") if words_ else self


def inferred(line: Sequence[Spell], holder: Holder) -> tuple[Turn, ...]:
    """Give the changes between one spell and the next, and within each."""
    shown = _shown(line, holder)
    between = (turn for left, right in pairwise(lasting(line)) if (turn := _reversed(left, right, holder, shown)))
    within = (turn for spell in line for turn in _shaded(spell, holder, shown))
    return (*between, *within)


def _shown(line: Sequence[Spell], holder: Holder) -> Shown:
    """Give what says whether two statements show a change: the more was read of the holder, the more must show it."""
    said = [each for spell in line for each in spell.statements]
    alike = are_comparable if len(said) > _MANY or holder.demanded else are_akin

    def shown(before: Statement, after: Statement, side: Side) -> str | None:
        if not alike(before, after):
            return None
        if not holder.demanded:
            return ""
        found = proof(before, after, said, side, holder.demanded)
        return found and found.words

    return shown


def _reversed(left: Spell, right: Spell, holder: Holder, shown: Shown) -> Turn | None:
    sides = (left.polarity, right.polarity)
    if len(set(sides)) == 1:
        return None
    pair = _pair(left, right, shown)
    if pair is None:
        return None
    before, after, words_ = pair
    if set(sides) == set(_SIDES):
        step = _Step(("reversal",), f"from {sides[0]} to {sides[1]} on one thing")
    elif sides[1] in _SIDES:
        step = _Step(("reversal",), f"from {sides[0]} to {sides[1]}: a side is taken where none was")
    else:
        step = _Step(("softening",), f"from {sides[0]} to {sides[1]}: a side is left")
    return _turn(before, after, holder, step.shown(words_), _when(before, after, right.since))


def _pair(left: Spell, right: Spell, shown: Shown) -> tuple[Statement, Statement, str] | None:
    """Give the last statement of the old side and the first of the new one that show a change, and what shows it."""
    first, *_ = early = right.statements[:_LOOKED]
    late = [each for each in left.statements[-_LOOKED:] if _is_earlier(each, first)]
    pairs = ((before, after) for after in early for before in reversed(late))
    told = ((*pair, shown(*pair, _polarity)) for pair in pairs)
    return next(((before, after, words_) for before, after, words_ in told if words_ is not None), None)


def _when(before: Statement, after: Statement, since: str | None) -> str | None:
    """Give when one position gave way to the other: on the day that a text names, else between two statements."""
    if since and "/" not in since:
        return since
    dated = before.status != "former" or before.said or before.since
    return within(before.first if dated else None, after.last)


def _is_earlier(before: Statement, after: Statement) -> bool:
    """Say whether one statement surely came before another, not beside it."""
    return (before.status == "former" and after.status != "former") or before.first < after.first


def _shaded(spell: Spell, holder: Holder, shown: Shown) -> Iterator[Turn]:
    """Give the changes within a spell: what was said in words, one statement after the other."""
    said = [each for each in spell.statements if not each.implied and each.status == "current"]
    for before, after in pairwise(said):
        step = _shade(before, after)
        if step is None or not _is_earlier(before, after):
            continue
        words_ = shown(before, after, step.side)
        if words_ is not None:
            yield _turn(before, after, holder, step.shown(words_), within(before.first, after.last))


def _shade(before: Statement, after: Statement) -> _Step | None:
    if after.condition and not before.condition:
        return _Step(
            ("condition", "softening"), f"the same side, now under a condition: {after.condition}", _is_conditional
        )
    if before.condition and not after.condition and after.strength >= before.strength:
        return _Step(
            ("condition", "hardening"), f"the same side, without the condition: {before.condition}", _is_conditional
        )
    if before.condition and after.condition and not _is_same(before.condition, after.condition):
        return _Step(("condition",), f"the same side, under another condition: {after.condition}", _condition)
    if abs(after.strength - before.strength) >= _STEPS:
        shape = "hardening" if after.strength > before.strength else "softening"
        why = f"the same side, strength {before.strength} and then {after.strength} of 3"
        return _Step((shape,), why, _strength)
    return None


def _is_same(one: str, other: str) -> bool:
    mine, theirs = (set(words(each)) - empty_words(_LANGUAGE) for each in (one, other))
    return _ALIKE * len(mine & theirs) >= min(len(mine), len(theirs))


def crossed(line: Sequence[Spell], holder: Holder) -> tuple[Turn, ...]:
    """Give the changes between recognition and relations: of a state and its rival in office, or broken off."""
    shown = [s for s in line if holder.is_shown(s.statements)]
    recognised = [s for s in shown if s.issue == "recognition" and s.polarity == "for" and not s.former]
    ties = [s for s in shown if s.issue in TIES]
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


def _turn(before: Statement, after: Statement, holder: Holder, step: _Step, when: str | None) -> Turn:
    return Turn(
        kind="inferred",
        holder=holder.named.id,
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
        told=after.told,
        outlets=_each(before, after, "outlet"),
        articles=_each(before, after, "article"),
        retracted=tuple(sorted({each.article for each in (before, after) if each.retracted})),
    )


def _each(before: Statement, after: Statement, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for each in (before, after) if (value := getattr(each, name))))
