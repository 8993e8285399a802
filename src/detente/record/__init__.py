"""IN claims. OUT the same claims, kept, found, judged."""

from detente.record.appearing import Appeared
from detente.record.claim_finding import Current, Judgements
from detente.record.claim_judgements import ClaimJudgement, ClaimJudgementKind
from detente.record.columns import days, parts, renamed
from detente.record.comparing import ReadBy
from detente.record.counting import Stats
from detente.record.deriving import plain_office
from detente.record.failing import Failure
from detente.record.finding import NO_LIMITS, Kept, KnownActor, Limits, Sought, Source
from detente.record.following import Announced, Followed, Following, Waiting
from detente.record.guises import (
    HOLDS,
    Days,
    Guise,
    Key,
    Office,
    Offices,
    guise,
    is_crowd,
    is_described,
    joined,
    offices_of,
)
from detente.record.judgements import AT, Judged, Judgement, JudgementKind, Seen
from detente.record.judging import Decision
from detente.record.knowing import UNDATED, ArticleActor, Holding, Place, Worn
from detente.record.looking import Recorded
from detente.record.readings import Reading, Time
from detente.record.retractions import Retraction
from detente.record.searching import Hit, Quoted
from detente.record.sketches import Sketch, runs
from detente.record.snippets import Snippet
from detente.record.spelling import NameForm, person_name, plain_name
from detente.record.store import Record
from detente.record.streaming import Versioned
from detente.record.verdicts import with_field
from detente.record.within import ANYWHERE, Within
from detente.record.words import words as folded_words

__all__ = [
    "ANYWHERE",
    "AT",
    "HOLDS",
    "NO_LIMITS",
    "UNDATED",
    "Announced",
    "Appeared",
    "ArticleActor",
    "ClaimJudgement",
    "ClaimJudgementKind",
    "Current",
    "Days",
    "Decision",
    "Failure",
    "Followed",
    "Following",
    "Guise",
    "Hit",
    "Holding",
    "Judged",
    "Judgement",
    "JudgementKind",
    "Judgements",
    "Kept",
    "Key",
    "KnownActor",
    "Limits",
    "NameForm",
    "Office",
    "Offices",
    "Place",
    "Quoted",
    "ReadBy",
    "Reading",
    "Record",
    "Recorded",
    "Retraction",
    "Seen",
    "Sketch",
    "Snippet",
    "Sought",
    "Source",
    "Stats",
    "Time",
    "Versioned",
    "Waiting",
    "Within",
    "Worn",
    "days",
    "folded_words",
    "guise",
    "is_crowd",
    "is_described",
    "joined",
    "offices_of",
    "parts",
    "person_name",
    "plain_name",
    "plain_office",
    "renamed",
    "runs",
    "with_field",
]
