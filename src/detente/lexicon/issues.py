"""The issues of foreign policy and the words that belong to them: issues.yaml, issue_words.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from detente.lexicon.load import Examples, entries
from detente.lexicon.own_issues import chosen_issues, own


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue; ``parent`` is the wider one to which it belongs, ``single`` says that it is one thing."""

    id: str
    name: str
    parent: str | None = None
    single: bool = False


@dataclass(frozen=True, slots=True)
class IssueWords:
    """The words of one language that belong to an issue; ``general`` ones count only where no others are found."""

    id: str
    words: tuple[str, ...]
    examples: Examples
    general: bool = False


class WordsOfIssue(NamedTuple):
    """Words that stand next to each other and the issue to which they belong."""

    words: tuple[str, ...]
    issue: str
    general: bool


def issues() -> Mapping[str, Issue]:
    """Give the issues by id, a user's own after the shipped ones."""
    return _issues(chosen_issues())


def issue_words(language: str) -> Mapping[str, tuple[WordsOfIssue, ...]]:
    """Give, by their first word, the words that belong to an issue, the longest first, a user's own among them."""
    return _issue_words(language, chosen_issues())


def first_words(language: str, issue: str | None) -> frozenset[str]:
    """Give the first words of all that belongs to an issue."""
    return _first_words(language, chosen_issues()).get(issue or "", frozenset())


@cache
def _first_words(language: str, path: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for rows in _issue_words(language, path).values():
        for row in rows:
            found.setdefault(row.issue, set()).add(row.words[0])
    return {issue: frozenset(words) for issue, words in found.items()}


@cache
def _issues(path: str) -> Mapping[str, Issue]:
    shipped = entries("taxonomy/issues.yaml", Issue)
    new = {
        each.id: Issue(each.id, each.name, each.parent, each.single)
        for each in own(path).values()
        if each.name and each.id not in shipped
    }
    return {**shipped, **new}


@cache
def _issue_words(language: str, path: str) -> Mapping[str, tuple[WordsOfIssue, ...]]:
    found: dict[str, list[WordsOfIssue]] = {}
    shipped = entries(f"languages/{language}/issue_words.yaml", IssueWords).values()
    for entry in (*shipped, *(each for each in own(path).values() if each.language == language)):
        for words in entry.words:
            parts = tuple(words.lower().split())
            found.setdefault(parts[0], []).append(WordsOfIssue(parts, entry.id, entry.general))
    return {word: tuple(sorted(rows, key=lambda row: -len(row.words))) for word, rows in found.items()}
