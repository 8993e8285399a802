"""IN data files. OUT frozen entries.

A language is a folder of YAML files under ``languages``; the taxonomies hold for all languages; ``world`` holds
dated facts about states, bodies, offices and outlets. Every entry of a rule carries its own examples.
"""

from detente.lexicon.bloc_cues import BlocCue, bloc_cues
from detente.lexicon.factuality import Embedder, embedders
from detente.lexicon.load import Examples, entries, read_csv, read_yaml
from detente.lexicon.membership_cues import MembershipCue, membership_cues
from detente.lexicon.offices import OfficeStatus, OfficeTitle, TitleWords, offices, statuses, titles
from detente.lexicon.quotation_marks import MarkStyle, mark_styles
from detente.lexicon.recognition_cues import RecognitionCue, recognition_cues
from detente.lexicon.sanction_cues import SanctionCue, sanction_cues

__all__ = [
    "BlocCue",
    "Embedder",
    "Examples",
    "MarkStyle",
    "MembershipCue",
    "OfficeStatus",
    "OfficeTitle",
    "RecognitionCue",
    "SanctionCue",
    "TitleWords",
    "bloc_cues",
    "embedders",
    "entries",
    "mark_styles",
    "membership_cues",
    "offices",
    "read_csv",
    "read_yaml",
    "recognition_cues",
    "sanction_cues",
    "statuses",
    "titles",
]
