"""IN the record. OUT what follows from it over time."""

from detente.positions.changes import Turn
from detente.positions.coded import CodedEvent, Story
from detente.positions.coded_events import coded_events, events_of
from detente.positions.coding import Coded, Coder
from detente.positions.dyads import Dyad, dyads, same_day
from detente.positions.event_choice import Choice
from detente.positions.event_places import EventPlace
from detente.positions.spells import Spell
from detente.positions.statements import Statement
from detente.positions.tenures import Holder, who
from detente.positions.timelines import Timeline, timeline

__all__ = [
    "Choice",
    "Coded",
    "CodedEvent",
    "Coder",
    "Dyad",
    "EventPlace",
    "Holder",
    "Spell",
    "Statement",
    "Story",
    "Timeline",
    "Turn",
    "coded_events",
    "dyads",
    "events_of",
    "same_day",
    "timeline",
    "who",
]
