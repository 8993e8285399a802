"""Coercive measures and what is done with them: sanction_cues.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class SanctionCue:
    """A measure, a verb that does something with it, or a verb that is one."""

    id: str
    words: tuple[str, ...]
    part: Literal["noun", "verb", "deed"]
    examples: Examples
    kind: str = "sanctions"
    status: Literal["in force", "lifted", "threatened", "none"] = "in force"
    near: tuple[str, ...] = ()
    means: bool = False
    subject: Literal["by", "against"] = "by"


@cache
def sanction_cues(language: str) -> Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], SanctionCue], ...]]:
    """Give by part and head word the phrases that end in it, longest first, each with its entry."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], SanctionCue]]] = {}
    for cue in entries(f"languages/{language}/sanction_cues.yaml", SanctionCue).values():
        for words in cue.words:
            phrase = tuple(words.split())
            found.setdefault((cue.part, phrase[-1]), []).append((phrase, cue))
    return {key: tuple(sorted(some, key=lambda each: -len(each[0]))) for key, some in found.items()}
