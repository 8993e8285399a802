"""IN claims. OUT the same claims, kept, found, judged."""

from detente.record.columns import parts, renamed
from detente.record.counting import Stats
from detente.record.finding import Kept, KnownActor, Source
from detente.record.guises import HOLDS, Days, Guise, Key, Office, Offices, guise, is_described, joined, offices_of
from detente.record.judgements import AT, Judged, Judgement, JudgementKind, Seen
from detente.record.knowing import ArticleActor, Holding, Place, Worn
from detente.record.readings import Reading, Time
from detente.record.searching import Hit, Quoted, Snippet
from detente.record.spelling import NameForm, person_name, plain_name
from detente.record.store import Failure, Record
from detente.record.streaming import Versioned
from detente.record.words import words as folded_words

__all__ = [
    "AT",
    "ArticleActor",
    "Days",
    "Failure",
    "Guise",
    "HOLDS",
    "Hit",
    "Holding",
    "Judged",
    "Judgement",
    "JudgementKind",
    "Kept",
    "Key",
    "KnownActor",
    "NameForm",
    "Office",
    "Offices",
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
    "Worn",
    "folded_words",
    "guise",
    "is_described",
    "joined",
    "offices_of",
    "parts",
    "person_name",
    "plain_name",
    "renamed",
]
