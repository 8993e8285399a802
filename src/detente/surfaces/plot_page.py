"""The whole picture: title, sections one below the other over one axis of days, legend."""

from typing import Protocol

from detente.positions import over_outlets
from detente.surfaces.plot_axis import Axis
from detente.surfaces.plot_legend import Legend
from detente.surfaces.plot_offices import Offices
from detente.surfaces.plot_panels import Events, Read
from detente.surfaces.plot_paper import DIM, FAINT, SMALL, Paper, fitted, sheet
from detente.surfaces.plot_positions import Changes, Positions
from detente.surfaces.plot_scene import Scene

WIDTH = 700.0
_LEFT, _RIGHT = 140.0, 684.0
_TITLE, _BETWEEN, _TITLE_SIZE = 58.0, 9.0, 13.5


class Section(Protocol):
    """A part of the picture, as high as it says."""

    @property
    def height(self) -> float:
        """Points from top to bottom; 0 where there is nothing to draw."""

    def draw(self, paper: Paper, axis: Axis, top: float) -> None:
        """Draw it from a height on."""


def draw(shown: Scene, form: str) -> bytes:
    """Draw a scene as ``svg`` or ``png``; the same scene gives the same bytes."""
    with sheet():
        parts = [part for part in _sections(shown) if part.height]
        axis = Axis(shown.first, shown.last, _LEFT, _RIGHT)
        bottom = _TITLE + sum(part.height + _BETWEEN for part in parts)
        legend = Legend(shown, WIDTH)
        paper = Paper(WIDTH, bottom + 22 + legend.height + 8)
        title = f"{shown.timeline.holder.name} on {shown.timeline.object.name}"
        paper.words(12, 22, fitted(title, WIDTH - 24, _TITLE_SIZE), size=_TITLE_SIZE, weight="bold")
        paper.words(12, 37, _subtitle(shown), size=SMALL, color=DIM)
        axis.draw(paper, _TITLE - 3, bottom)
        y = _TITLE
        for n, part in enumerate(parts):
            if n:
                paper.line([12, _RIGHT], [y - _BETWEEN / 2] * 2, color=FAINT, linewidth=1.0)
            part.draw(paper, axis, y)
            y += part.height + _BETWEEN
        legend.draw(paper, bottom + 22)
        return paper.picture(form, title)


def _sections(shown: Scene) -> list[Section]:
    found = shown.timeline
    sections: list[Section] = [Positions(found.spells), Changes(found.changes)]
    if shown.deeds and found.object.actor:
        between = f"events between {found.holder.name} and {found.object.actor.name}, by score"
        sections.append(Events(shown.deeds, between))
    return [*sections, Offices(shown.bands, shown.first, shown.last), Read(shown.coverage, shown.by)]


def _subtitle(shown: Scene) -> str:
    read = over_outlets(shown.coverage).values()
    either, both = sum(each.either for each in read), sum(each.both for each in read)
    days = f"{shown.first} to {shown.last}. Articles read"
    if not shown.timeline.object.actor:
        return f"{days} that mention the holder: {either}."
    return f"{days} that mention one of the two: {either}, both: {both}."
