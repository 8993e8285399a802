"""The example threads: which articles belong together, and who is asked to have stood where on what."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.lexicon import entries

_FILE = "threads.yaml"


@dataclass(frozen=True, slots=True)
class Question:
    """Where did the holder stand on the object? Both as ``detente timeline`` takes them."""

    holder: str
    object: str


@dataclass(frozen=True, slots=True)
class Thread:
    """Articles on one matter: ``id`` is the name of their folder, ``about`` says in words what they tell."""

    id: str
    about: str
    questions: tuple[Question, ...]


def threads(folder: Path) -> Mapping[str, Thread]:
    """Read the threads of a folder of examples, in order; raise ``LexiconError`` where its list is missing or wrong."""
    return entries(folder / _FILE, Thread)
