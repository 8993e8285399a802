"""Pictures of timelines: lanes of positions, changes, events, office holders, and how much was read."""

import datetime as dt
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import UsageError
from detente.record import Record
from detente.surfaces.writing import write_bytes

if TYPE_CHECKING:
    from detente.surfaces.plot_scene import Scene

FORMS = (".svg", ".png")


def plot(record: Record, holder: str, object_: str, file: Path, on: str | dt.date | None = None) -> None:
    """Write the picture of a holder's positions on an object to a file, as its ending says: ``.svg`` or ``.png``.

    Raise ``UsageError`` for another ending, where the extra ``plots`` is missing, where the file cannot be written, and
    as ``timeline`` does.
    """
    check(file)
    from detente.surfaces.plot_scene import scene

    write_bytes(file, picture(scene(record, holder, object_, on), file.suffix.lower().removeprefix(".")))


def check(file: Path) -> None:
    """Raise ``UsageError`` where a picture cannot be made: for a file of another ending, or without the extra."""
    if file.suffix.lower() not in FORMS:
        found = f"a picture ending in {file.suffix}" if file.suffix else f"the picture {str(file)!r} without an ending"
        raise UsageError(f"found {found}; expected {' or '.join(FORMS)}")
    if find_spec("matplotlib") is None:
        raise UsageError("found no matplotlib; expected it installed: pip install 'detente[plots]'")


def picture(shown: "Scene", form: str) -> bytes:
    """Draw a scene as ``svg`` or ``png``."""
    from detente.surfaces.plot_page import draw

    return draw(shown, form)
