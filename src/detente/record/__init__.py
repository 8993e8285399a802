"""IN claims. OUT the same claims, kept, found, judged."""

from detente.record.claim_finding import Current, Judgements
from detente.record.claim_judgements import ClaimJudgement, ClaimJudgementKind
from detente.record.columns import days, parts, renamed
from detente.record.comparing import ReadBy
from detente.record.counting import Stats
from detente.record.finding import Kept, KnownActor, Source
from detente.record.following import Announced, Followed, Following, Waiting
from detente.record.judgements import AT, Judged, Judgement, JudgementKind, Seen
from detente.record.judging import Decision
from detente.record.knowing import ArticleActor, Place
from detente.record.looking import Recorded
from detente.record.readings import Reading, Time
from detente.record.retractions import Retraction
from detente.record.searching import Hit, Quoted
from detente.record.sketches import Sketch, runs
from detente.record.snippets import Snippet
from detente.record.store import Failure, Record
from detente.record.streaming import Versioned
from detente.record.verdicts import with_field
from detente.record.within import ANYWHERE, Within
from detente.record.words import words as folded_words

__all__ = [
    "ANYWHERE",
    "AT",
    "Announced",
    "ArticleActor",
    "ClaimJudgement",
    "ClaimJudgementKind",
    "Current",
    "Decision",
    "Failure",
    "Followed",
    "Following",
    "Hit",
    "Judged",
    "Judgement",
    "JudgementKind",
    "Judgements",
    "Kept",
    "KnownActor",
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
    "Source",
    "Stats",
    "Time",
    "Versioned",
    "Waiting",
    "Within",
    "days",
    "folded_words",
    "parts",
    "renamed",
    "runs",
    "with_field",
]
