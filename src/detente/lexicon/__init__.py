"""IN data files. OUT frozen entries.

A language is a folder of YAML files under ``languages``; the taxonomies hold for all languages; ``world`` holds
dated facts about states, bodies, offices and outlets. Every entry of a rule carries its own examples.
"""

from detente.lexicon.changes import ChangeCue, change_cues
from detente.lexicon.commitments import CommitmentCue, commitment_cues
from detente.lexicon.deeds import Deed, deeds
from detente.lexicon.events import (
    EventType,
    Frame,
    Phrase,
    Phrases,
    event_agents,
    event_contexts,
    event_frames,
    event_phrases,
    event_types,
)
from detente.lexicon.factuality import Embedder, embedders
from detente.lexicon.issues import Issue, issue_words, issues
from detente.lexicon.load import Examples, entries, read_csv, read_yaml
from detente.lexicon.offices import OfficeStatus, OfficeTitle, TitleWords, offices, statuses, titles
from detente.lexicon.quotation_marks import MarkStyle, mark_styles
from detente.lexicon.reference import Description, Gender, GivenNames, Pronoun, descriptions, given_names, pronouns
from detente.lexicon.reporting import Polarity, ReportingNoun, ReportingVerb, reporting_nouns, reporting_verbs
from detente.lexicon.stances import Carrier, StanceCue, Turn, carriers, stance_cues, stance_turns
from detente.lexicon.times import Lexicon, TimePattern, TimeWord, time_lexicon
from detente.lexicon.world import Known, Name, beginnings, directory, names, words

__all__ = [
    "Carrier",
    "ChangeCue",
    "CommitmentCue",
    "Deed",
    "Description",
    "Embedder",
    "EventType",
    "Examples",
    "Frame",
    "Gender",
    "GivenNames",
    "Issue",
    "Known",
    "Lexicon",
    "MarkStyle",
    "Name",
    "OfficeStatus",
    "OfficeTitle",
    "Phrase",
    "Phrases",
    "Polarity",
    "Pronoun",
    "ReportingNoun",
    "ReportingVerb",
    "StanceCue",
    "TimePattern",
    "TimeWord",
    "TitleWords",
    "Turn",
    "beginnings",
    "carriers",
    "change_cues",
    "commitment_cues",
    "deeds",
    "descriptions",
    "directory",
    "embedders",
    "entries",
    "event_agents",
    "event_contexts",
    "event_frames",
    "event_phrases",
    "event_types",
    "given_names",
    "issue_words",
    "issues",
    "mark_styles",
    "names",
    "offices",
    "pronouns",
    "read_csv",
    "read_yaml",
    "reporting_nouns",
    "reporting_verbs",
    "stance_cues",
    "stance_turns",
    "statuses",
    "time_lexicon",
    "titles",
    "words",
]
