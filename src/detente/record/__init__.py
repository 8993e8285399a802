"""IN claims. OUT the same claims, kept, found, judged."""

from detente.record.columns import parts, renamed
from detente.record.counting import Stats
from detente.record.finding import Kept, KnownActor, Source
from detente.record.following import Announced, Followed, Following, Waiting
from detente.record.judgements import AT, Judged, Judgement, JudgementKind, Seen
from detente.record.knowing import ArticleActor, Place
from detente.record.readings import Reading, Time
from detente.record.searching import Hit, Quoted
from detente.record.snippets import Snippet
from detente.record.store import Failure, Record
from detente.record.streaming import Versioned
from detente.record.within import ANYWHERE, Within
from detente.record.words import words as folded_words

__all__ = [
    "ANYWHERE",
    "AT",
    "Announced",
    "ArticleActor",
    "Failure",
    "Followed",
    "Following",
    "Hit",
    "Judged",
    "Judgement",
    "JudgementKind",
    "Kept",
    "KnownActor",
    "Place",
    "Quoted",
    "Reading",
    "Record",
    "Seen",
    "Snippet",
    "Source",
    "Stats",
    "Time",
    "Versioned",
    "Waiting",
    "Within",
    "folded_words",
    "parts",
    "renamed",
]
