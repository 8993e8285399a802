"""The legend of a picture: every sign in it, once, with what it means."""

from collections.abc import Callable, Iterator
from typing import Any

from detente.surfaces.plot_extents import spell_extent
from detente.surfaces.plot_looks import BAR, CONFLICT, COOPERATION, GREY, KINDS, POLARITIES, Look, mark
from detente.surfaces.plot_paper import DIM, INK, SMALL, Paper, width
from detente.surfaces.plot_scene import Scene

_ROW = 14.0
_SIGN = 24.0
_GAP = 14.0

Sign = Callable[[Paper, float, float], None]


class Legend:
    """The signs of a scene, on as many lines as they need on a paper of a width."""

    def __init__(self, shown: Scene, wide: float) -> None:
        self._rows: list[list[tuple[Sign, str]]] = [[]]
        left = wide - 24
        for sign, words in _signs(shown):
            needed = _SIGN + width(words, SMALL) + _GAP
            if needed > left and self._rows[-1]:
                self._rows.append([])
                left = wide - 24
            self._rows[-1].append((sign, words))
            left -= needed

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return len(self._rows) * _ROW

    def draw(self, paper: Paper, top: float) -> None:
        """Draw the signs with their words, line by line."""
        for n, row in enumerate(self._rows):
            x, y = 12.0, top + n * _ROW + _ROW / 2
            for sign, words in row:
                sign(paper, x, y)
                paper.words(x + _SIGN, y, words, size=SMALL, color=DIM, va="center_baseline")
                x += _SIGN + width(words, SMALL) + _GAP


def _signs(shown: Scene) -> Iterator[tuple[Sign, str]]:
    yield from _of_spells(shown)
    for kind, shape in KINDS.items():
        if any(turn.kind == kind for turn in shown.timeline.changes):
            yield _mark(shape, INK, full=kind != "attributed"), f"change, {kind}"
    if shown.deeds:
        for look, name in ((COOPERATION, "cooperation"), (CONFLICT, "conflict")):
            yield _mark(look.marker, look.color, full=False), f"{name} in words"
            yield _mark(look.marker, look.color), f"{name} in deeds"
    if shown.timeline.object.actor:
        yield _box("#4d4d4d"), "articles that mention both sides"
        yield _box("white"), "one of them"
    else:
        yield _box("#4d4d4d"), "articles that mention the holder"
    yield _box("white", GREY, "//////"), "no coverage"


def _of_spells(shown: Scene) -> Iterator[tuple[Sign, str]]:
    spells = shown.timeline.spells
    if not spells:
        return
    held = {spell.polarity for spell in spells}
    for polarity, look in POLARITIES.items():
        if polarity in held:
            yield _bar(look), polarity
    line = POLARITIES["for"]
    reaches = [spell_extent(spell) for spell in spells]
    if any(reach.begins or reach.ends for reach in reaches):
        yield _known(line), "since or until a known day"
    yield (lambda paper, x, y: line.maybe(paper, x, y - BAR / 2, 18)), "some day between"
    yield (lambda paper, x, y: line.on(paper, x, x + 18, y - BAR / 2, arrow=True)), "nobody knows since or until when"
    yield (lambda paper, x, y: paper.line([x + 9], [y], marker="o", markersize=3.0)), "a statement"


def _bar(look: Look) -> Sign:
    return lambda paper, x, y: look.bar(paper, x, y - BAR / 2, 18)


def _known(look: Look) -> Sign:
    def sign(paper: Paper, x: float, y: float) -> None:
        look.bar(paper, x + 5, y - BAR / 2, 13)
        look.known(paper, x + 5, y - BAR / 2)

    return sign


def _mark(shape: str, color: str, *, full: bool = True) -> Sign:
    return lambda paper, x, y: mark(paper, (x + 9, y), shape, color, full=full)


def _box(fill: str, edge: str = INK, hatch: str | None = None) -> Sign:
    how: Any = {"facecolor": fill, "edgecolor": edge, "hatch": hatch, "linewidth": 0.6}
    return lambda paper, x, y: paper.box(x, y - BAR / 2, 18, BAR, **how)
