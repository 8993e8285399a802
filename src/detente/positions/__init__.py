"""IN the record. OUT what follows from it over time."""

from detente.positions.changes import Turn
from detente.positions.happenings import Happening, Report, happenings, link
from detente.positions.spells import Spell
from detente.positions.statements import Statement
from detente.positions.tenures import Holder, who
from detente.positions.timelines import Timeline, timeline

__all__ = [
    "Happening",
    "Holder",
    "Report",
    "Spell",
    "Statement",
    "Timeline",
    "Turn",
    "happenings",
    "link",
    "timeline",
    "who",
]
