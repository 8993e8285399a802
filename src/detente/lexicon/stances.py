"""Words of attitude and the words around them: stance_cues.yaml, stance_turns.yaml, stance_carriers.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries

Side = Literal["for", "against", "mixed", "neutral"]
CuePos = Literal["verb", "noun", "adjective", "preposition", "duty", "purpose", "will"]
CueHolder = Literal["subject", "speaker", "self"]
CarrierRole = Literal[
    "expresses",
    "ends",
    "policy",
    "member",
    "promises",
    "announces",
    "course",
    "calls",
    "describes",
    "draws",
    "apart",
    "amounts",
    "denies",
    "untrue",
    "true",
    "conditions",
    "bounds",
    "thereafter",
    "formerly",
    "hitherto",
    "terms",
    "lessens",
    "generic",
    "sees",
    "means",
    "idle",
    "open",
    "granting",
    "strengthens",
    "lately",
    "then",
    "longer",
    "meanwhile",
    "negates",
    "enjoys",
    "affirms",
    "awaiting",
    "any",
    "decides",
]


@dataclass(frozen=True, slots=True)
class StanceCue:
    """A word of attitude: which side it takes and where its object and holder stand."""

    id: str
    words: tuple[str, ...]
    pos: CuePos
    polarity: Side
    object: tuple[str, ...]
    examples: Examples
    holder: CueHolder = "subject"
    strength: float = 2
    personal: bool = False
    negated: bool = False
    deed: bool = False
    aims: bool = False
    needs_issue: bool = False
    needs_matter: bool = False
    act: bool = False
    bare: bool = False
    voiced: bool = False
    attribute: bool = False
    given: bool = False
    will: bool = False
    able: bool = False
    none_of: bool = False
    twice: bool = False
    behind: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    own: bool = False
    implied: bool = False
    promised: bool = False
    clause: bool = False
    things: bool = False
    never: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb or noun that leads from an attitude to the object below it; ``adjectives`` are those that are one, too.

    ``due``: a verb that does so only below a duty, towards its subject: "the levy must *go*".
    """

    id: str
    words: tuple[str, ...]
    turn: Literal["same", "against"]
    examples: Examples
    adjectives: tuple[str, ...] = ()
    due: bool = False


@dataclass(frozen=True, slots=True)
class Carrier:
    """A word that carries an attitude without being one."""

    id: str
    words: tuple[str, ...]
    role: CarrierRole
    examples: Examples


@cache
def stance_cues(language: str) -> Mapping[str, tuple[StanceCue, ...]]:
    """Give the words of attitude by lemma, in the order of the file."""
    found: dict[str, tuple[StanceCue, ...]] = {}
    for cue in entries(f"languages/{language}/stance_cues.yaml", StanceCue).values():
        for word in dict.fromkeys(cue.words):
            found[word] = (*found.get(word, ()), cue)
    return found


@cache
def stance_turns(language: str) -> Mapping[str, Turn]:
    """Give the words that lead from an attitude to its object by lemma."""
    return {word: turn for turn in _turns(language) if not turn.due for word in turn.words}


@cache
def due_turns(language: str) -> Mapping[str, Turn]:
    """Give the verbs, a particle in one, by which a thing itself should last or be gone: "the levy must *go*"."""
    return {word: turn for turn in _turns(language) if turn.due for word in turn.words}


def _turns(language: str) -> tuple[Turn, ...]:
    return tuple(entries(f"languages/{language}/stance_turns.yaml", Turn).values())


@cache
def carriers(language: str) -> Mapping[tuple[str, CarrierRole], Carrier]:
    """Give the words that carry an attitude by lemma and role."""
    by_id = entries(f"languages/{language}/stance_carriers.yaml", Carrier)
    return {(word, carrier.role): carrier for carrier in by_id.values() for word in carrier.words}
