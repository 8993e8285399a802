"""The issues of foreign policy and the words that belong to them: issues.yaml, issue_words.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue; ``parent`` is the wider one to which it belongs."""

    id: str
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class IssueWords:
    """The words of one language that belong to an issue."""

    id: str
    words: tuple[str, ...]
    examples: Examples


def issues() -> Mapping[str, Issue]:
    """Give the issues by id."""
    return entries("taxonomy/issues.yaml", Issue)


@cache
def issue_words(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Give, by first word, the words that belong to an issue, each with the issue's id, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in entries(f"languages/{language}/issue_words.yaml", IssueWords).values():
        for words in entry.words:
            parts = tuple(words.split())
            found.setdefault(parts[0], []).append((parts, entry.id))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}
