"""The paper on which pictures are drawn: one figure, measured in points from its upper left corner. Needs ``plots``.

All words are data: none is taken for markup, and what no picture can hold is replaced. What is drawn depends on nothing
but what is drawn: no clock, no display, no font of the machine (SVG keeps text as text, measured in DejaVu Sans).
"""

import io
import re
import warnings
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

from detente.surfaces.text import clean

INK, DIM, FAINT = "#000000", "#595959", "#d9d9d9"
SIZE, SMALL = 9.5, 8.5
LINE = 12.0
"""Points from one line of words to the next."""

_POINTS = 72
_PRINT = 200
"""Dots an inch of a PNG: fit for print."""

_SETTINGS: Any = {
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial", "Helvetica"],
    "hatch.linewidth": 1.1,
    "path.simplify": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "detente",
    "text.hinting": "none",
    "text.parse_math": False,
    "text.usetex": False,
}
_METADATA: Mapping[str, dict[str, str | None]] = {
    "svg": {"Date": None, "Creator": "Détente"},
    "png": {"Software": None},
}
_FONT = FontProperties(fname=Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"))
_NO_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Paper:
    """An empty sheet of a size in points, for drawing within ``sheet``."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._figure = Figure(figsize=(width / _POINTS, height / _POINTS), facecolor="white")
        axes: Any = self._figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, width), ylim=(height, 0))
        axes.axis("off")
        self._axes = axes

    def words(self, x: float, y: float, text: str, *, size: float = SIZE, color: str = INK, **how: Any) -> None:
        """Write one line of words; ``ha`` and ``va`` as in matplotlib, by default from the left, at the baseline."""
        self._axes.text(x, y, plain(text), fontsize=size, color=color, parse_math=False, **how)

    def box(self, x: float, y: float, width: float, height: float, *, name: str = "", **how: Any) -> None:
        """Draw a rectangle; ``name`` becomes its id in SVG."""
        self._axes.add_patch(Rectangle((x, y), width, height, gid=name or None, **how))

    def line(self, xs: Sequence[float], ys: Sequence[float], *, name: str = "", **how: Any) -> None:
        """Draw a line through points, or marks at them."""
        given: dict[str, Any] = {"color": INK, "linewidth": 1.0, "gid": name or None} | how
        self._axes.add_line(Line2D(xs, ys, **given))

    def picture(self, form: str, title: str) -> bytes:
        """Give what is drawn as ``svg`` or ``png``."""
        stream = io.BytesIO()
        metadata = _METADATA[form] | {"Title": plain(title)}
        self._figure.savefig(stream, format=form, dpi=_PRINT, metadata=metadata)
        return stream.getvalue()


@contextmanager
def sheet() -> Iterator[None]:
    """Give the settings within which everything is drawn and measured; a letter that the font lacks is no fault."""
    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        yield


def plain(text: str) -> str:
    r"""Give words on one line that every picture can hold.

    >>> plain("a\x1b b\n$x$")
    'a\ufffd b $x$'
    """
    return " ".join(_NO_XML.sub("\ufffd", clean(text)).split())


def width(text: str, size: float = SIZE) -> float:
    """Give how wide words are, in points."""
    found = text_to_path.get_text_width_height_descent(plain(text), _FONT, ismath=False)[0]
    return float(found) * size / _FONT.get_size_in_points()


def fitted(text: str, most: float, size: float = SIZE) -> str:
    """Give words cut where they would be wider than so many points: at a blank, or within a word that is too wide.

    >>> fitted("one two three", 40), fitted("onetwothreefourfive", 40)
    ('one …', 'onetw…')
    """
    text = plain(text)
    if width(text, size) <= most:
        return text
    parts = text.split(" ")
    many = _most(len(parts), lambda n: width(" ".join(parts[:n]) + " …", size) <= most)
    if many:
        return " ".join(parts[:many]).rstrip(" ,;:–—-") + " …"
    letters = parts[0]
    return letters[: _most(len(letters), lambda n: width(f"{letters[:n]}…", size) <= most)] + "…"


def wrapped(text: str, most: float, lines: int, size: float = SIZE) -> list[str]:
    """Give words on at most so many lines, each no wider than so many points; the last is cut."""
    found: list[str] = []
    parts = plain(text).split(" ")
    while parts and len(found) < lines - 1:
        many = _most(len(parts), partial(_fits, parts, most, size)) or 1
        found.append(fitted(" ".join(parts[:many]), most, size))
        parts = parts[many:]
    return [*found, fitted(" ".join(parts), most, size)] if parts else found


def _fits(parts: Sequence[str], most: float, size: float, many: int) -> bool:
    return width(" ".join(parts[:many]), size) <= most


def _most(upper: int, fits: Callable[[int], bool]) -> int:
    """Give the greatest number up to a bound that fits, found by halving; 0 where none does."""
    return bisect_left(range(1, upper + 1), True, key=lambda n: not fits(n))  # noqa: FBT003
