"""How things look in pictures: colours of Okabe and Ito (2008), and beside each a shape or hatching of its own.

Nothing is told by colour alone, so that a picture says the same in grey and to the colour-blind.
"""

from dataclasses import dataclass
from typing import Any

from detente.surfaces.plot_paper import INK, Paper

BLUE, VERMILLION, PURPLE, GREY = "#0072B2", "#D55E00", "#CC79A7", "#8c8c8c"
BAR = 7.0
"""How high a bar is, in points."""


@dataclass(frozen=True, slots=True)
class Look:
    """A colour with its shape: ``hatch`` of bars, ``marker`` of marks."""

    color: str
    hatch: str | None = None
    marker: str = "o"

    def bar(self, paper: Paper, x: float, y: float, width: float, *, name: str = "") -> None:
        """Draw a bar that says: surely so."""
        fill = "white" if self.hatch else self.color
        how: dict[str, Any] = {"facecolor": fill, "edgecolor": self.color, "hatch": self.hatch, "linewidth": 1.0}
        paper.box(x, y, width, BAR, name=name, **how)

    def maybe(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw an empty bar that says: at some time between."""
        paper.box(x, y, width, BAR, facecolor="none", edgecolor=self.color, linestyle=(0, (3, 2)), linewidth=0.9)

    def known(self, paper: Paper, x: float, y: float) -> None:
        """Draw a line across the end of a bar that says: on this very day."""
        paper.line([x, x], [y - 2.5, y + BAR + 2.5], color=self.color, linewidth=1.6)

    def on(self, paper: Paper, start: float, end: float, y: float, *, arrow: bool) -> None:
        """Draw dots that say: nobody knows since when, or until when."""
        middle = y + BAR / 2
        end -= 3 if arrow else 0
        paper.line([start, end], [middle, middle], color=self.color, linestyle=(0, (1, 2.2)), linewidth=1.4)
        if arrow:
            paper.line([end], [middle], color=self.color, marker=">", markersize=4.5, linestyle="none")


POLARITIES = {
    "for": Look(BLUE),
    "against": Look(VERMILLION, hatch="/////"),
    "mixed": Look(PURPLE, hatch="xxxx"),
    "neutral": Look(GREY, hatch="|||||"),
}
OTHER = Look(INK, hatch="++++")
"""For a polarity that this file does not know."""

COOPERATION, CONFLICT = Look(BLUE, marker="o"), Look(VERMILLION, marker="v")
KINDS = {"announced": "D", "attributed": "s", "inferred": "^"}
"""The shape of each kind of change."""

OTHER_KIND = "P"


def mark(paper: Paper, at: tuple[float, float], shape: str, color: str, *, full: bool = True, name: str = "") -> None:
    """Draw one mark, filled or empty."""
    paper.line(
        at[:1],
        at[1:],
        name=name,
        color=color,
        marker=shape,
        markersize=6.5,
        markerfacecolor=color if full else "white",
        markeredgewidth=1.2,
        linestyle="none",
        zorder=4,
    )
