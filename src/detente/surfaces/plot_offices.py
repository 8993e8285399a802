"""The bands of a picture: who held office when, as far as that is known."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from detente.positions import Holder
from detente.surfaces.plot_axis import Axis
from detente.surfaces.plot_extents import holder_extent
from detente.surfaces.plot_paper import LINE, SMALL, Paper, fitted, width
from detente.surfaces.plot_scene import Band

_BAND = 17.0
_OFFICE = 40
_NARROW = 12.0

Row = list[tuple[dt.date, dt.date, Holder]]
"""Holders who follow each other, each with the first and last day on which he may be shown."""


@dataclass(frozen=True, slots=True)
class Offices:
    """Who held the offices of the holder: a band for each, with a row more where several held it at once."""

    bands: Sequence[Band]
    first: dt.date
    last: dt.date

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return sum(len(rows) for _, rows in self._shown()) * _BAND

    def _shown(self) -> list[tuple[str, list[Row]]]:
        found = [(band.office, self._rows(band.holders)) for band in self.bands]
        return [(_title(office, rows), rows) for office, rows in found if rows]

    def _rows(self, holders: Sequence[Holder]) -> list[Row]:
        rows: list[Row] = []
        for each in holders:
            reach = holder_extent(each)
            first, last = reach.start or reach.earliest, reach.end or reach.latest
            if first and last and first <= self.last and last >= self.first:
                free = next((row for row in rows if row[-1][1] <= first), None)
                if free is None:
                    rows.append(free := [])
                free.append((first, last, each))
        return rows

    def draw(self, paper: Paper, axis: Axis, top: float) -> None:
        """Draw the bands below each other; an end that no source tells is dotted."""
        y = top
        for n, (title, rows) in enumerate(self._shown(), start=1):
            paper.words(12, y + LINE, fitted(title, axis.left - 24))
            for m, row in enumerate(rows):
                for k, each in enumerate(row):
                    room = axis.x(row[k + 1][0]) if k + 1 < len(row) else axis.right
                    at = (y + m * _BAND + 2, room)
                    _draw_holder(paper, axis, at, each, f"office-{n}-{m + 1}-{k + 1}")
            y += len(rows) * _BAND


def _title(office: str, rows: Sequence[Row]) -> str:
    """Give the offices that the holders had, or the rank that was asked for where they are too many."""
    held = ", ".join(dict.fromkeys(each.office for row in rows for _, _, each in row))
    return held if len(held) < _OFFICE else office


def _draw_holder(
    paper: Paper, axis: Axis, at: tuple[float, float], shown: tuple[dt.date, dt.date, Holder], name: str
) -> None:
    """Draw one holder at a height, with his name within his days, else after them up to the next one."""
    first, last, holder = shown
    (y, room), high, start, end = at, _BAND - 4, axis.x(first), axis.x(last)
    paper.box(start, y, end - start, high, name=name, facecolor="#ececec", edgecolor="none")
    for x, day, known in ((start, first, holder.since), (end, last, holder.until)):
        if axis.holds(day):
            paper.line([x, x], [y, y + high], linewidth=1.2, linestyle="-" if known else (0, (1, 1.5)))
    middle = y + high / 2
    for words in (holder.name, holder.name.split()[-1]):
        wide = width(words, SMALL) + 6
        if wide <= end - start:
            paper.words((start + end) / 2, middle, words, size=SMALL, ha="center", va="center_baseline")
            break
        if end + wide <= room and end - start < _NARROW:
            paper.words(end + 3, middle, words, size=SMALL, va="center_baseline")
            break
