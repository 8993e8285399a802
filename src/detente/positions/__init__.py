"""IN the record. OUT what follows from it over time."""

from detente.positions.change_dossiers import ChangeDossier, OfficeAround
from detente.positions.changes import Turn
from detente.positions.claimants import Recogniser
from detente.positions.coded import CodedEvent, Story
from detente.positions.coded_events import coded_events, events_of
from detente.positions.coding import Coded, Coder
from detente.positions.contradictions import Contradiction, Said, contradictions
from detente.positions.copies import Copy, copies, originals
from detente.positions.coverage import Coverage, coverage, over_outlets
from detente.positions.differences import Difference, differences, versions
from detente.positions.dossiers import Candidate, Dossier, Join, Mention, actor, actors, meant
from detente.positions.dyads import Dyad, dyads, same_day
from detente.positions.event_choice import Choice
from detente.positions.event_places import EventPlace
from detente.positions.features import Held
from detente.positions.happenings import Happening, Happenings, find_happenings, happenings, link
from detente.positions.identified import identified
from detente.positions.identities import Identity
from detente.positions.incumbents import Incumbent
from detente.positions.judgements import AnyRuling, judgements, undo
from detente.positions.judging import Ruling, different, same
from detente.positions.judging_claims import ClaimRuling, accept, correct, note, reject
from detente.positions.looking import named, search, shown, with_identities
from detente.positions.office_conflicts import Conflict
from detente.positions.office_evidence import Evidence
from detente.positions.office_references import Reference
from detente.positions.pledges import FollowUp, Pledge, commitments
from detente.positions.position_changes import changes
from detente.positions.relation_deeds import Deed, Word, deed
from detente.positions.relation_periods import Break, Stretch
from detente.positions.relations import Method, Relations, relations
from detente.positions.reports import Report
from detente.positions.retracting import ArticleRuling, Gone, retract
from detente.positions.silences import Scope
from detente.positions.spells import Spell
from detente.positions.standing import Matrix, Position, matrix, position
from detente.positions.statements import Statement
from detente.positions.tenures import Answer, Holder, who
from detente.positions.timelines import Timeline, timeline

__all__ = [
    "Answer",
    "AnyRuling",
    "ArticleRuling",
    "Break",
    "Candidate",
    "ChangeDossier",
    "Choice",
    "ClaimRuling",
    "Coded",
    "CodedEvent",
    "Coder",
    "Conflict",
    "Contradiction",
    "Copy",
    "Coverage",
    "Deed",
    "Difference",
    "Dossier",
    "Dyad",
    "EventPlace",
    "Evidence",
    "FollowUp",
    "Gone",
    "Happening",
    "Happenings",
    "Held",
    "Holder",
    "Identity",
    "Incumbent",
    "Join",
    "Matrix",
    "Mention",
    "Method",
    "OfficeAround",
    "Pledge",
    "Position",
    "Recogniser",
    "Reference",
    "Relations",
    "Report",
    "Ruling",
    "Said",
    "Scope",
    "Spell",
    "Statement",
    "Story",
    "Stretch",
    "Timeline",
    "Turn",
    "Word",
    "accept",
    "actor",
    "actors",
    "changes",
    "coded_events",
    "commitments",
    "contradictions",
    "copies",
    "correct",
    "coverage",
    "deed",
    "differences",
    "different",
    "dyads",
    "events_of",
    "find_happenings",
    "happenings",
    "identified",
    "judgements",
    "link",
    "matrix",
    "meant",
    "named",
    "note",
    "originals",
    "over_outlets",
    "position",
    "reject",
    "relations",
    "retract",
    "same",
    "same_day",
    "search",
    "shown",
    "timeline",
    "undo",
    "versions",
    "who",
    "with_identities",
]
