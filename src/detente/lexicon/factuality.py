"""Words that decide whether what stands below them happened: factuality.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.lexicon.load import Examples, entries

Effect = Literal["future", "hypothetical", "negated", "reported", "ended", "recalled", "doubted", "owed"]


@dataclass(frozen=True, slots=True)
class Embedder:
    """A verb, noun or adjective and what it makes of the clause or noun phrase below it."""

    id: str
    words: tuple[str, ...]
    effect: Effect
    examples: Examples


def embedders(language: str) -> Mapping[str, Embedder]:
    """Give the embedders of a language by lemma."""
    by_id = entries(f"languages/{language}/factuality.yaml", Embedder)
    return {word: entry for entry in by_id.values() for word in entry.words}


def is_done_by_saying(language: str, word: str) -> bool:
    """Say whether a word tells a feeling with which a deed is done: "is *proud* to welcome" welcomes."""
    entry = embedders(language).get(word)
    return entry is not None and entry.effect == "reported"
