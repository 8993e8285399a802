"""IN data files. OUT frozen entries.

A language is a folder of YAML files under ``languages``; the taxonomies hold for all languages; ``world`` holds
dated facts about states, bodies, offices and outlets. Every entry of a rule carries its own examples.
"""

from detente.lexicon.acts import Act, acts
from detente.lexicon.bearings import Bearing, EventScale, bearing, event_scale
from detente.lexicon.bloc_cues import BlocCue, bloc_cues
from detente.lexicon.changes import ChangeCue, change_cues
from detente.lexicon.commitments import CommitmentCue, commitment_cues
from detente.lexicon.deeds import Deed, deeds
from detente.lexicon.event_parties import (
    Agents,
    NoEvent,
    PartySector,
    agents_by_noun,
    event_agents,
    no_events,
    party_codes,
    party_sectors,
)
from detente.lexicon.event_ties import Joint, Tie, event_ties
from detente.lexicon.event_words import EventUse, EventWords, event_words
from detente.lexicon.events import (
    Complement,
    EventType,
    Frame,
    Phrase,
    Phrases,
    event_contexts,
    event_family,
    event_frames,
    event_phrases,
    event_types,
)
from detente.lexicon.factuality import Embedder, embedders, is_done_by_saying
from detente.lexicon.gazetteer import GazetteerPlace, places_called
from detente.lexicon.heads import Headship, headships, offices_of_rank, rank_of
from detente.lexicon.holders import Holder, followed, holders
from detente.lexicon.issues import Issue, first_words, issue_words, issues
from detente.lexicon.leaders import Leader, leaders, leaders_on, tenures, tenures_of
from detente.lexicon.load import Examples, entries, read_csv, read_yaml
from detente.lexicon.membership_cues import MembershipCue, membership_cues
from detente.lexicon.memberships import Membership, memberships, memberships_of
from detente.lexicon.name_spellings import NameSpelling, left_out_of_names, name_spellings, nicknames
from detente.lexicon.naming import (
    NameWord,
    bodies_beside,
    chambers,
    honorifics,
    kinds_of_names,
    titles_of_people,
)
from detente.lexicon.object_words import empty_words
from detente.lexicon.offices import (
    OfficeStatus,
    OfficeTitle,
    TitleWords,
    office_of,
    offices,
    statuses,
    telling_titles,
    titles,
)
from detente.lexicon.own_issues import own_issues
from detente.lexicon.own_world import own_world
from detente.lexicon.place_cues import PlaceCue, place_cues
from detente.lexicon.quotation_marks import MarkStyle, mark_styles
from detente.lexicon.recognition_cues import RecognitionCue, recognition_cues
from detente.lexicon.reference import (
    CROWD,
    Description,
    Gender,
    GivenNames,
    Pronoun,
    descriptions,
    given_names,
    pronouns,
    pronouns_of,
)
from detente.lexicon.reporting import (
    Polarity,
    ReportingNoun,
    ReportingPhrase,
    ReportingVerb,
    Second,
    reporting_nouns,
    reporting_phrases,
    reporting_verbs,
)
from detente.lexicon.reporting_ways import ReportingSilence, ReportingWay, reporting_silences, reporting_ways
from detente.lexicon.sanction_cues import SanctionCue, sanction_cues
from detente.lexicon.sectors import (
    ActorCode,
    OtherCoding,
    Sector,
    actor_codes,
    cow_codes,
    other_codings,
    outlet_states,
    sector_words,
    sectors,
    state_codes,
)
from detente.lexicon.stances import (
    Carrier,
    CarrierRole,
    StanceCue,
    Turn,
    carriers,
    due_turns,
    stance_cues,
    stance_turns,
)
from detente.lexicon.statement_words import StatementWords, statement_words
from detente.lexicon.tenure_cues import TenureCue, tenure_cues
from detente.lexicon.times import Lexicon, TimePattern, TimeWord, time_lexicon
from detente.lexicon.transcripts import TalkPart, TranscriptWord, transcript_words, words_of_talk
from detente.lexicon.uncontested_words import uncontested_words
from detente.lexicon.version_notices import NoticeKind, VersionNotice, version_notices
from detente.lexicon.world import (
    Known,
    Name,
    beginnings,
    capital_of,
    directory,
    names,
    names_abroad,
    names_of,
    words,
    words_of_names,
)

__all__ = [
    "CROWD",
    "Act",
    "ActorCode",
    "Agents",
    "Bearing",
    "BlocCue",
    "Carrier",
    "CarrierRole",
    "ChangeCue",
    "CommitmentCue",
    "Complement",
    "Deed",
    "Description",
    "Embedder",
    "EventScale",
    "EventType",
    "EventUse",
    "EventWords",
    "Examples",
    "Frame",
    "GazetteerPlace",
    "Gender",
    "GivenNames",
    "Headship",
    "Holder",
    "Issue",
    "Joint",
    "Known",
    "Leader",
    "Lexicon",
    "MarkStyle",
    "Membership",
    "MembershipCue",
    "Name",
    "NameSpelling",
    "NameWord",
    "NoEvent",
    "NoticeKind",
    "OfficeStatus",
    "OfficeTitle",
    "OtherCoding",
    "PartySector",
    "Phrase",
    "Phrases",
    "PlaceCue",
    "Polarity",
    "Pronoun",
    "RecognitionCue",
    "ReportingNoun",
    "ReportingPhrase",
    "ReportingSilence",
    "ReportingVerb",
    "ReportingWay",
    "SanctionCue",
    "Second",
    "Sector",
    "StanceCue",
    "StatementWords",
    "TalkPart",
    "TenureCue",
    "Tie",
    "TimePattern",
    "TimeWord",
    "TitleWords",
    "TranscriptWord",
    "Turn",
    "VersionNotice",
    "actor_codes",
    "acts",
    "agents_by_noun",
    "bearing",
    "beginnings",
    "bloc_cues",
    "bodies_beside",
    "capital_of",
    "carriers",
    "chambers",
    "change_cues",
    "commitment_cues",
    "cow_codes",
    "deeds",
    "descriptions",
    "directory",
    "due_turns",
    "embedders",
    "empty_words",
    "entries",
    "event_agents",
    "event_contexts",
    "event_family",
    "event_frames",
    "event_phrases",
    "event_scale",
    "event_ties",
    "event_types",
    "event_words",
    "first_words",
    "followed",
    "given_names",
    "headships",
    "holders",
    "honorifics",
    "is_done_by_saying",
    "issue_words",
    "issues",
    "kinds_of_names",
    "leaders",
    "leaders_on",
    "left_out_of_names",
    "mark_styles",
    "membership_cues",
    "memberships",
    "memberships_of",
    "name_spellings",
    "names",
    "names_abroad",
    "names_of",
    "nicknames",
    "no_events",
    "office_of",
    "offices",
    "offices_of_rank",
    "other_codings",
    "outlet_states",
    "own_issues",
    "own_world",
    "party_codes",
    "party_sectors",
    "place_cues",
    "places_called",
    "pronouns",
    "pronouns_of",
    "rank_of",
    "read_csv",
    "read_yaml",
    "recognition_cues",
    "reporting_nouns",
    "reporting_phrases",
    "reporting_silences",
    "reporting_verbs",
    "reporting_ways",
    "sanction_cues",
    "sector_words",
    "sectors",
    "stance_cues",
    "stance_turns",
    "state_codes",
    "statement_words",
    "statuses",
    "telling_titles",
    "tenure_cues",
    "tenures",
    "tenures_of",
    "time_lexicon",
    "titles",
    "titles_of_people",
    "transcript_words",
    "uncontested_words",
    "version_notices",
    "words",
    "words_of_names",
    "words_of_talk",
]
