"""Words for recognising a state or a holder of an office: recognition_cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class RecognitionCue:
    """A word that recognises, withdraws or moves a recognition, or says what is recognised."""

    id: str
    words: tuple[str, ...]
    part: Literal["verb", "noun", "stop", "swap", "object"]
    examples: Examples
    legitimate: bool = False


@cache
def recognition_cues(language: str) -> Mapping[tuple[str, str], RecognitionCue]:
    """Give the cues of a language by part and lemma."""
    by_id = entries(f"languages/{language}/recognition_cues.yaml", RecognitionCue)
    return {(cue.part, word): cue for cue in by_id.values() for word in cue.words}
