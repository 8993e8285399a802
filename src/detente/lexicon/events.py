"""What counts as an event and which words tell it: taxonomy/events.yaml and languages/*/event_frames_*.yaml."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from detente.errors import LexiconError
from detente.lexicon.load import FOLDER, Examples, entries

Complement = Literal["to", "any", "gerund", "must", "future", "none"]


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type: ``quad`` 1 to 4, ``score``; ``future`` is what it becomes while it is only announced.

    ``needs`` says what must be known besides the actor for something to be an event of the type.

    ``modes`` are its modes; those in ``mode_scores`` ("mode score") differ from the type's score. ``content`` says
    which mode follows from the type of what is asked, refused or threatened ("assist AID COOPERATE").
    """

    id: str
    meaning: str
    quad: int
    score: float
    precision: float
    cameo: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    mode_scores: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    future: str | None = None
    needs: Literal["recipient", "recipient or content", "anybody"] = "anybody"

    def score_of(self, mode: str | None) -> float:
        """Give the score of a mode, that of the type where it has none of its own."""
        return next((float(score) for name, score in map(str.split, self.mode_scores) if name == mode), self.score)

    def mode_for(self, content: str) -> str | None:
        """Give the mode when what is asked, refused or threatened is of this type (or ``TYPE/mode``)."""
        for name, *types in map(str.split, self.content):
            if content in types or content.split("/", maxsplit=1)[0] in types:
                return name
        return None


@dataclass(frozen=True, slots=True)
class Frame:
    """Predicates with the same roles, type and mode; event_frames_agree.yaml explains the fields."""

    id: str
    type: str
    examples: Examples
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    complement: Complement | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    mutual: bool = False
    needs: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    only_light: bool = False
    both: bool = False
    alone: bool = False
    direct: bool = False
    animate: bool = False
    befalls: bool = False
    transitive: bool | None = None
    borne: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    file: str = ""

    @property
    def why(self) -> str:
        """The entry's name as a reason."""
        return f"{self.file}/{self.id}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One predicate of a frame: the word that triggers it, the words that must stand beside it, all as written."""

    word: str
    beside: tuple[str, ...]
    frame: Frame
    text: str = ""

    @property
    def weight(self) -> int:
        """How much it demands: what demands more is tried first."""
        frame = self.frame
        demands = (frame.complement, frame.needs, frame.content)
        return 4 * bool(frame.objects or frame.subjects) + 2 * len(self.beside) + sum(map(bool, demands))


Phrases = Mapping[str, tuple[Phrase, ...]]


@cache
def event_types() -> Mapping[str, EventType]:
    """Give the PLOVER types by their names."""
    return entries("taxonomy/events.yaml", EventType)


@dataclass(frozen=True, slots=True)
class Family:
    """Types that reports of one event may be coded as."""

    id: str
    types: tuple[str, ...]


def event_family(kind: str) -> str:
    """Give the family of a type; the type itself where it stands alone."""
    families = entries("taxonomy/event_families.yaml", Family).values()
    return next((family.id for family in families if kind in family.types), kind)


@cache
def event_frames(language: str) -> tuple[Frame, ...]:
    """Give every frame of a language; raise ``LexiconError`` for an unknown type or mode."""
    found = []
    names = sorted(path.name for path in FOLDER.joinpath("languages", language).iterdir())
    for name in names:
        if not name.startswith("event_frames"):
            continue
        for frame in entries(f"languages/{language}/{name}", Frame).values():
            kind = event_types().get(frame.type)
            if kind is None or (frame.mode and frame.mode not in kind.modes):
                raise LexiconError(
                    f"{name}: {frame.id}: found {frame.type} {frame.mode}, expected a PLOVER type and mode"
                )
            found.append(replace(frame, file=name.removesuffix(".yaml")))
    return tuple(found)


@cache
def event_phrases(language: str, kind: Literal["verbs", "nouns", "adjectives"]) -> Phrases:
    """Give the predicates by their triggering word, those that demand most first.

    Of a verb's phrase the first word triggers ("call off"), of a noun's the last ("joint exercise").
    """
    found: dict[str, list[Phrase]] = defaultdict(list)
    for frame in event_frames(language):
        for words in getattr(frame, kind):
            parts = words.split()
            word, beside = (parts[-1], parts[:-1]) if kind == "nouns" else (parts[0], parts[1:])
            for spelling in _spellings(word):
                found[spelling].append(Phrase(spelling, tuple(beside), frame, words))
    return {word: tuple(sorted(phrases, key=lambda each: -each.weight)) for word, phrases in found.items()}


def _spellings(word: str) -> tuple[str, ...]:
    """Give a word in British and American spelling: "criticise", "criticize"; "favour", "favor"."""
    endings = (("ise", "ize"), ("isation", "ization"), ("our", "or"))
    return (word, *(word.removesuffix(old) + new for old, new in endings if word.endswith(old)))


@dataclass(frozen=True, slots=True)
class Context:
    """A PLOVER context and the lemmas that show it."""

    id: str
    words: tuple[str, ...]
    examples: Examples


@cache
def event_contexts(language: str) -> Mapping[str, tuple[str, ...]]:
    """Give the contexts by lemma."""
    found: dict[str, list[str]] = defaultdict(list)
    for context in entries(f"languages/{language}/event_contexts.yaml", Context).values():
        for word in context.words:
            found[word].append(context.id)
    return {word: tuple(ids) for word, ids in found.items()}
