"""IN the record. OUT what follows from it over time."""

from detente.positions.changes import Turn
from detente.positions.dossiers import Candidate, Dossier, Join, Mention, actor, actors, meant
from detente.positions.features import Held
from detente.positions.happenings import Happening, Report, happenings, link
from detente.positions.identified import identified
from detente.positions.identities import Identity
from detente.positions.judging import Ruling, different, judgements, same, undo
from detente.positions.looking import named, search, with_identities
from detente.positions.spells import Spell
from detente.positions.statements import Statement
from detente.positions.tenures import Holder, who
from detente.positions.timelines import Timeline, timeline

__all__ = [
    "Candidate",
    "Dossier",
    "Happening",
    "Held",
    "Holder",
    "Identity",
    "Join",
    "Mention",
    "Report",
    "Ruling",
    "Spell",
    "Statement",
    "Timeline",
    "Turn",
    "actor",
    "actors",
    "different",
    "happenings",
    "identified",
    "judgements",
    "link",
    "meant",
    "named",
    "same",
    "search",
    "timeline",
    "undo",
    "who",
    "with_identities",
]
