"""The days of a picture from left to right: where each lies, and which are marked."""

import datetime as dt
from collections.abc import Iterator

from detente.surfaces.plot_paper import DIM, FAINT, SMALL, Paper

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_MOST = 9


class Axis:
    """Days between two days, on the paper between ``left`` and ``right``."""

    def __init__(self, first: dt.date, last: dt.date, left: float, right: float) -> None:
        self.first, self.last, self.left, self.right = first, last, left, right

    def x(self, day: dt.date) -> float:
        """Give where a day lies; what is outside lies on the edge."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 2)

    def holds(self, day: dt.date) -> bool:
        """Say whether a day is shown."""
        return self.first <= day <= self.last

    def marks(self) -> Iterator[tuple[dt.date, str]]:
        """Give the days that are marked, the first of months or years, each with its words."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((step for step in _STEPS if months / step <= _MOST), _STEPS[-1])
        for month in range(self.first.year * 12, self.last.year * 12 + 12, step):
            day = dt.date(month // 12, month % 12 + 1, 1)
            if self.holds(day):
                yield day, f"{day.year}" if step >= 12 else f"{day:%Y-%m}"

    def draw(self, paper: Paper, top: float, bottom: float) -> None:
        """Draw a line for each marked day, with its words above and below."""
        for day, words in self.marks():
            x = self.x(day)
            paper.line([x, x], [top, bottom], color=FAINT, linewidth=0.6, zorder=0)
            for y, va in ((top - 2, "bottom"), (bottom + 2, "top")):
                paper.words(x, y, words, size=SMALL, color=DIM, ha="center", va=va)
