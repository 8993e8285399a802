"""The lanes of a picture: positions with their words, one lane a thing, and below them what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from detente.dates import FIRST, LAST, bounds
from detente.positions import Spell, Turn
from detente.surfaces.plot_axis import Axis
from detente.surfaces.plot_extents import Extent, said_on, spell_extent
from detente.surfaces.plot_looks import BAR, KINDS, OTHER, OTHER_KIND, POLARITIES, Look, mark
from detente.surfaces.plot_paper import DIM, FAINT, INK, LINE, SIZE, SMALL, Paper, fitted, width, wrapped
from detente.surfaces.text_positions import heading, when

MOST_SPELLS, MOST_TURNS = 16, 10
_ROW, _TURN_ROW = 27.0, 38.5
_STUB = 20.0
_LEAST = 5.0
_GAP = 6.0
_SHORT = 110
_LABEL = 118.0


@dataclass(frozen=True, slots=True)
class Positions:
    """Lanes of spells, a row each; of many, those that most statements prove."""

    spells: Sequence[Spell]

    def lanes(self) -> list[tuple[str, list[Spell]]]:
        """Give what is drawn: headings with their spells, in the order of time."""
        best = sorted(self.spells, key=lambda spell: (-len(spell.statements), spell.order()))[:MOST_SPELLS]
        first = {heading(spell): spell.order() for spell in sorted(best, key=Spell.order, reverse=True)}
        ordered = sorted(best, key=lambda spell: (first[heading(spell)], heading(spell), spell.order()))
        return [(name, list(some)) for name, some in groupby(ordered, key=heading)]

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return sum(map(_lane_height, self.lanes())) + (LINE if self._left else 0) or 2 * LINE

    @property
    def _left(self) -> int:
        return max(0, len(self.spells) - MOST_SPELLS)

    def draw(self, paper: Paper, axis: Axis, top: float) -> None:
        """Draw the lanes below each other, their headings on the left."""
        if not self.spells:
            paper.words(axis.left, top + LINE, "No statement found in the record. That is no neutral position.")
        y = top
        for n, lane in enumerate(self.lanes(), start=1):
            name, spells = lane
            if n > 1:
                paper.line([12, axis.right], [y - 2, y - 2], color=FAINT, linewidth=0.6)
            for m, line in enumerate(_label(name)):
                paper.words(12, y + LINE * (m + 1), line)
            for m, spell in enumerate(spells):
                _draw_spell(paper, axis, y + m * _ROW + 2, spell, f"lane-{n}-{m + 1}")
            y += _lane_height(lane)
        if self._left:
            paper.words(axis.left, y + SMALL, f"and {self._left} more, of fewer statements", size=SMALL, color=DIM)


def _lane_height(lane: tuple[str, list[Spell]]) -> float:
    return max(len(lane[1]) * _ROW, len(_label(lane[0])) * LINE) + _GAP


def _label(name: str) -> list[str]:
    return wrapped(name, _LABEL, 3)


def _draw_spell(paper: Paper, axis: Axis, y: float, spell: Spell, name: str) -> None:
    look, reach = POLARITIES.get(spell.polarity, OTHER), spell_extent(spell)
    bar = y + LINE + 2
    start, end = _sure(axis, reach)
    if not reach.start and not reach.earliest:  # only told of later: at some time before
        start = max(axis.left + _STUB, end - 2 * _STUB)
        look.maybe(paper, start, bar, end - start)
    if reach.start:
        end = max(end, start + _LEAST)
        look.bar(paper, start, bar, end - start, name=name)
    _draw_beginning(paper, axis, look, (start, bar), reach)
    _draw_end(paper, axis, look, (end, bar), reach)
    for each in spell.statements if not spell.former else ():
        for day in said_on(each)[:1]:
            dot: Any = {"markersize": 2.6, "markeredgecolor": "white", "markeredgewidth": 0.5}
            paper.line([axis.x(day)], [bar + BAR / 2], marker="o", **dot)
    left = axis.x(reach.earliest) if reach.earliest else start
    _write(paper, axis, (left, y + SIZE), f"{_claim(spell)}: “{_quote(spell)}”")


def _sure(axis: Axis, reach: Extent) -> tuple[float, float]:
    """Give where the sure part begins and ends; where no day is sure, the nearest place that is known."""
    if reach.start and reach.end:
        return axis.x(reach.start), axis.x(reach.end)
    day = reach.latest or reach.earliest
    return (axis.x(day),) * 2 if day else (axis.right,) * 2


def _draw_beginning(paper: Paper, axis: Axis, look: Look, at: tuple[float, float], reach: Extent) -> None:
    """Draw how it began: a line on a known day, an empty bar for some day between, dots where nobody knows."""
    x, bar = at
    if reach.begins:
        look.known(paper, x, bar)
    elif reach.earliest is None:
        look.on(paper, max(axis.left, x - _STUB), x, bar, arrow=False)
    elif (left := axis.x(reach.earliest)) < x:
        look.maybe(paper, left, bar, x - left)


def _draw_end(paper: Paper, axis: Axis, look: Look, at: tuple[float, float], reach: Extent) -> None:
    """Draw how it ended, in the same way."""
    x, bar = at
    if reach.ends:
        look.known(paper, x, bar)
    elif reach.latest is None:
        look.on(paper, x, axis.right, bar, arrow=True)
    elif (right := axis.x(reach.latest)) > x:
        look.maybe(paper, x, bar, right - x)


def _claim(spell: Spell) -> str:
    """Say for or against what; the words or the heading of the lane may say what already."""
    said = spell.object in _quote(spell) or spell.object.startswith(heading(spell))
    return spell.polarity if said else f"{spell.polarity} {fitted(spell.object, _LABEL * 2)}"


def _quote(spell: Spell) -> str:
    """Give the first words that are short enough to be read in a picture, else the shortest."""
    quotes = [each.quote for each in spell.statements]
    return next((quote for quote in quotes if len(quote) <= _SHORT), min(quotes, key=len))


def _write(paper: Paper, axis: Axis, at: tuple[float, float], text: str, color: str = INK, size: float = SIZE) -> None:
    """Write words from a place on, or so far to the left of it that they end within the picture."""
    x, y = at
    shown = fitted(text, axis.right - axis.left - width("”", size), size)
    shown = shown + "”" if shown.endswith("…") and text.endswith("”") else shown
    paper.words(max(axis.left, min(x, axis.right - width(shown, size))), y, shown, size=size, color=color)


def _both(quotes: Sequence[str], most: float) -> list[str]:
    """Give quotes cut so that together they are no wider; what the one leaves, the other takes."""
    wide = [width(each, SMALL) for each in quotes]
    rooms = [max(most / len(quotes), most - (sum(wide) - each)) for each in wide]
    return [f"“{fitted(each, room, SMALL)}”" for each, room in zip(quotes, rooms, strict=True)]


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes of position, a row each: kind, day and words above, the day or interval below."""

    turns: Sequence[Turn]

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return len(self.turns[:MOST_TURNS]) * _TURN_ROW + (LINE if len(self.turns) > MOST_TURNS else 0)

    def draw(self, paper: Paper, axis: Axis, top: float) -> None:
        """Draw the changes in their order."""
        for m, line in enumerate(("changes", "of position")):
            paper.words(12, top + LINE * (m + 1), line)
        for n, turn in enumerate(self.turns[:MOST_TURNS], start=1):
            _draw_turn(paper, axis, top + (n - 1) * _TURN_ROW, turn, f"change-{n}")
        if len(self.turns) > MOST_TURNS:
            words = f"and {len(self.turns) - MOST_TURNS} more"
            paper.words(axis.left, top + self.height - 3, words, size=SMALL, color=DIM)


def _draw_turn(paper: Paper, axis: Axis, y: float, turn: Turn, name: str) -> None:
    first, last = bounds(turn.when or turn.reported or "../..") if turn.when or turn.reported else (FIRST, LAST)
    start, end = (axis.x(min(max(day, axis.first), axis.last)) for day in (first, last))
    x = end if first == FIRST else start if last == LAST else (start + end) / 2
    below = y + 2 * LINE + 7
    if first == FIRST:
        paper.line([max(axis.left, end - _STUB), end], [below, below], linestyle=(0, (1, 2.2)), linewidth=1.4)
    elif end - start > _LEAST:
        paper.line([start, end], [below, below], linewidth=1.0)
        for each in (start, end):
            paper.line([each, each], [below - 3, below + 3], linewidth=1.0)
    mark(paper, (x, below), KINDS.get(turn.kind, OTHER_KIND), INK, full=turn.kind != "attributed", name=name)
    anchor = x - _STUB if first == FIRST else start
    step = (
        f", from {turn.polarity[0]} to {turn.polarity[1]}"
        if turn.polarity and turn.polarity[0] != turn.polarity[1]
        else ""
    )
    day = when(turn.when) if turn.when else f"reported {turn.reported}" if turn.reported else "day unknown"
    _write(paper, axis, (anchor, y + LINE), f"{turn.kind}, {day}: {turn.object.replace('_', ' ')}{step}")
    old, new = turn.before, turn.after or (turn.said if turn.kind != "inferred" else None)
    words = " → ".join(_both([each for each in (old, new) if each], axis.right - axis.left - 40))
    _write(paper, axis, (anchor, y + 2 * LINE), words, DIM, SMALL)
