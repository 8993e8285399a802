"""What stands below the lanes of a picture: events by their scores, and how much was read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from detente.dates import bounds
from detente.lexicon import event_scale
from detente.positions import Coverage, Deed, over_outlets
from detente.surfaces.plot_axis import Axis
from detente.surfaces.plot_looks import CONFLICT, COOPERATION, GREY, mark
from detente.surfaces.plot_paper import DIM, INK, LINE, SMALL, Paper, width, wrapped

_EVENTS, _READ = 92.0, 40.0
_CONFLICT, _MATERIAL = (3, 4), (2, 4)


@dataclass(frozen=True, slots=True)
class Events:
    """Events between the two sides, by their published scores: above the line cooperation, below it conflict."""

    deeds: Sequence[Deed]
    between: str

    height = _EVENTS

    def draw(self, paper: Paper, axis: Axis, top: float) -> None:
        """Draw the events as marks, those of one day and score as one, with as many of their types as there is room."""
        scale, middle = event_scale(), top + _EVENTS / 2
        for m, line in enumerate(wrapped(self.between, axis.left - 60, 4)):
            paper.words(12, top + LINE * (m + 1), line)
        for score in (scale.most, 0, scale.least):
            y = self._y(score, top)
            paper.words(
                axis.left - 6, y, f"{score:+g}" if score else "0", size=SMALL, color=DIM, ha="right", va="center"
            )
        paper.line([axis.left, axis.right], [middle, middle], color=DIM, linewidth=0.7)
        marks = self._marks(axis, top)
        reaches = [(*_reach(axis, deeds, x), y) for (x, y, _), deeds in marks]
        taken = [(left - 5, right + 5, y) for left, right, y in reaches]
        for n, ((x, y, quad), deeds) in enumerate(marks, start=1):
            paper.line(_reach(axis, deeds, x), [y, y], linewidth=0.8, color=DIM)
            look = CONFLICT if quad in _CONFLICT else COOPERATION
            mark(paper, (x, y), look.marker, look.color, full=quad in _MATERIAL, name=f"event-{n}")
        for (x, y, _), deeds in marks:
            _name(paper, axis, taken, (x, y - 8 if abs(y - middle) < 5 else y), deeds)

    def _marks(self, axis: Axis, top: float) -> list[tuple[tuple[float, float, int], list[Deed]]]:
        """Give where marks stand, with the quad that they show and the events that they stand for."""
        found: dict[tuple[float, float, int], list[Deed]] = defaultdict(list)
        for each in self.deeds:
            found[axis.x(_middle(each)), self._y(each.score, top), each.quad].append(each)
        return sorted(found.items(), key=lambda each: each[0])

    def _y(self, score: float, top: float) -> float:
        scale = event_scale()
        return top + 8 + (scale.most - score) / (scale.most - scale.least) * (_EVENTS - 16)


def _middle(each: Deed) -> dt.date:
    first, last = (dt.date.fromisoformat(day) for day in (each.first, each.last) if day)
    return first + (last - first) / 2


def _reach(axis: Axis, deeds: Sequence[Deed], x: float) -> tuple[float, float]:
    """Give the first and last place at which some events may have been."""
    places = [axis.x(bounds(day).first) for each in deeds for day in (each.first, each.last) if day]
    return min(places, default=x), max(places, default=x)


def _name(
    paper: Paper, axis: Axis, taken: list[tuple[float, float, float]], at: tuple[float, float], deeds: Sequence[Deed]
) -> None:
    """Write the types of events beside their mark, right or left of it, where no other words or marks stand."""
    x, y = at
    left, right = _reach(axis, deeds, x)
    text = ", ".join(dict.fromkeys(each.type.lower() for each in deeds)) + (f" ×{len(deeds)}" if len(deeds) > 1 else "")
    long = width(text, SMALL)
    for start in (right + 6, left - 6 - long):
        free = all(start + long < begin or start > end or abs(y - row) > 9 for begin, end, row in taken)
        if free and axis.left <= start and start + long <= axis.right:
            paper.words(start, y, text, size=SMALL, va="center_baseline")
            taken.append((start, start + long, y))
            break


@dataclass(frozen=True, slots=True)
class Read:
    """How many articles were read of each period: those that mention both sides, and those that mention one."""

    coverage: Sequence[Coverage]
    by: str

    height = _READ + LINE

    def draw(self, paper: Paper, axis: Axis, top: float) -> None:
        """Draw a bar for each period; where no article mentions a side, there is a hatched strip instead."""
        found = {
            period: each for period, each in over_outlets(self.coverage).items() if period[:1].isdigit() and each.either
        }
        most = max((each.either for each in found.values()), default=0)
        bottom = top + _READ
        for m, line in enumerate(("articles read", f"a {self.by}")):
            paper.words(12, top + LINE * (m + 1), line)
        outlets = len({each.outlet for each in self.coverage if each.either})
        paper.words(12, top + 3 * LINE, f"{outlets} outlet{'' if outlets == 1 else 's'}", size=SMALL, color=DIM)
        _draw_strip(paper, axis.left, axis.right, bottom, hatch="//////")
        paper.words(axis.left - 6, top + 6, f"{most}", size=SMALL, color=DIM, ha="right", va="center")
        paper.words(axis.left - 6, bottom, "0", size=SMALL, color=DIM, ha="right", va="center")
        for period, each in sorted(found.items()):
            _draw_read(paper, axis, (bottom, (_READ - 4) / most), period, each)
        paper.line([axis.left, axis.right], [bottom, bottom], linewidth=0.8)


def _draw_read(paper: Paper, axis: Axis, at: tuple[float, float], period: str, each: Coverage) -> None:
    bottom, high = at
    first, last = bounds(period)
    start, end = axis.x(first), axis.x(last + dt.timedelta(days=1))
    _draw_strip(paper, start, end, bottom)
    for many, fill, name in ((each.either, "white", "either"), (each.both, "#4d4d4d", "both")):
        if many and end > start:
            paper.box(
                start,
                bottom - many * high,
                max(end - start, 1.5),
                many * high,
                name=f"read-{period}-{name}",
                facecolor=fill,
                edgecolor=INK,
                linewidth=0.6,
            )


def _draw_strip(paper: Paper, start: float, end: float, bottom: float, hatch: str | None = None) -> None:
    """Draw what says that nothing was read; without the hatching, take it away."""
    paper.box(start, bottom - 5, end - start, 5, facecolor="white", edgecolor=GREY, hatch=hatch, linewidth=0)
