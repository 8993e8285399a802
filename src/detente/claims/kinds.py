"""The kinds of claims, as the contract prints them.

Actors are named by their ids; dates are EDTF or None where the text gives none; spans are code points.
"""

from dataclasses import dataclass, field
from typing import Literal

from detente.claims.claim import Claim
from detente.documents import OfficeStatus
from detente.text import Span, Spans

Capacity = Literal["institutional", "personal", "unclear"]
Basis = Literal["stated", "implied"]
Members = Literal["all", "some"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(Claim):
    """Who said what, with which words. ``within`` is the utterance that relays this one."""

    speakers: tuple[str, ...]
    source: Spans
    cue: Spans
    content: Spans
    mode: Literal["direct", "indirect", "mixed"]
    polarity: Literal["asserted", "denied", "declined"] = "asserted"
    capacity: Capacity = "unclear"
    date: str | None = None
    venue: str | None = None
    audience: str | None = None
    in_reply_to: Spans = ()
    relayed_by: tuple[str, ...] = ()
    within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventParty:
    """Who takes part in an event, in the words next to it, known by name (``id``) or only described.

    ``code`` and ``sectors`` are PLOVER's: a state's ISO 3166-1 alpha-3 code (``KOS``), or the kind of body.
    """

    role: Literal["actor", "recipient"]
    id: str | None
    words: Span | None
    code: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place of the world, and why it is this one.

    ``words`` name it in the text; ``state`` is an ISO 3166-1 alpha-3 code, None where it is disputed or unknown;
    ``geonames`` its id in GeoNames; latitude and longitude are in degrees (WGS 84), None where unknown;
    ``alternatives`` are the ids of up to five other places of this name, which ``why`` counts.
    """

    words: Spans
    name: str
    kind: Literal["state", "capital", "region", "city", "area", "place"]
    state: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    alternatives: tuple[int, ...] = ()
    confidence: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Who did what to whom, in PLOVER. ``about`` are the words for what it is about.

    ``place`` are the words for where it took place, ``location`` is the place that they mean.
    ``mentions`` holds the words of every telling of the deed in the article, the fullest being the evidence;
    ``parties`` those who take part, described ones included.
    """

    type: str
    mode: str | None
    quad: int
    score: float
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Literal["actual", "historical", "future", "hypothetical"]
    negated: bool
    date: str | None = None
    place: str | None = None
    location: Location | None = None
    about: Spans = ()
    mentions: tuple[Spans, ...] = ()
    parties: tuple[EventParty, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor's part in an object: whose deed it is, at whom it is aimed, or who takes part in it."""

    id: str
    role: Literal["issuer", "target", "party"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """What a stance is about: its words, the issue they belong to, and the actors in it."""

    text: str
    issue: str | None
    actors: tuple[Party, ...]
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Claim):
    """Who is for or against what, in one sentence. ``strength``: 1 leans, 2 clear, 3 emphatic or backed by deed.

    ``date`` is when the sentence says that it was so said or done; ``since`` and ``until`` bound how long it is held.
    """

    holder: str
    through: str | None
    capacity: Capacity
    members: Members | None = None
    object: Object
    polarity: Literal["for", "against", "mixed", "neutral"]
    strength: int
    status: Literal["current", "former", "promised"] = "current"
    basis: Basis = "stated"
    condition: Spans = ()
    date: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Claim):
    """What is pledged: "they will talk with them". ``to`` is empty where nobody is named."""

    by: str
    through: str | None
    to: tuple[str, ...]
    text: Spans
    issue: str | None = None
    due: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Claim):
    """A person in an office. ``holding`` is a date on which he is known to hold it."""

    person: str | None
    office: str
    polity: str | None
    since: str | None = None
    until: str | None = None
    holding: str | None = None
    status: OfficeStatus
    predecessor: str | None = None
    designated_by: str | None = None
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc(Claim):
    """A bloc's founding or end."""

    bloc: str
    founded: str | None = None
    dissolved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Claim):
    """Who belongs to what; ``negated`` where the text says that he does not."""

    member: str
    bloc: str
    role: str | None = None
    since: str | None = None
    until: str | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition(Claim):
    """Who recognises whom, as what."""

    holder: str
    claimant: str
    as_: str | None = field(default=None, metadata={"name": "as"})
    recognised: bool
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction(Claim):
    """Who sanctions whom. ``by`` or ``against`` is empty where the text does not say."""

    by: tuple[str, ...]
    against: tuple[str, ...]
    kind: str
    status: Literal["in force", "lifted", "threatened"]
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Claim):
    """A change of position, announced by its holder or attributed to him; ``before`` and ``after`` quote the text.

    Inferred changes arise in the record, from several articles.
    """

    holder: str
    object: str | None
    announced_on: str | None = None
    effective: str | None = None
    by: str | None = None
    before: Spans = ()
    after: Spans = ()
    kind: Literal["announced", "attributed", "inferred"]
    members: Members | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims of one document, by kind; an extractor sees those of the extractors before it."""

    utterances: tuple[Utterance, ...] = ()
    events: tuple[Event, ...] = ()
    stances: tuple[Stance, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    blocs: tuple[Bloc, ...] = ()
    memberships: tuple[Membership, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    changes: tuple[Change, ...] = ()
