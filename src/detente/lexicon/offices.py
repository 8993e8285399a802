"""Titles of offices and the words that say how a holder stands to one: office_titles.yaml, office_status.yaml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from detente.lexicon.load import Examples, entries

OfficeKind = Literal[
    "head-of-state",
    "head-of-government",
    "minister",
    "envoy",
    "spokesperson",
    "official",
    "international",
    "legislator",
    "local",
    "judge",
    "party",
    "military",
]
_WORD = re.compile(r"\w+(?:'\w+)?|[^\w\s]")
_LINKS = ("of", "for", "to", "at", "-", "d")


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """A title, the office that it names and what its holder may do."""

    id: str
    office: str
    words: tuple[str, ...]
    kind: OfficeKind
    examples: Examples
    represents: bool = False
    polity: str | None = None
    portfolio: bool = False
    bare: bool = True
    department: bool = False


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """Words that say how somebody stands to an office; ``dated``: he held it at the time told of."""

    id: str
    words: tuple[str, ...]
    status: Literal["current", "former", "acting", "elect", "contested"]
    examples: Examples
    dated: bool = False
    after: bool = False


class TitleWords(NamedTuple):
    """A title as words in lower case; ``head`` is the place of the word that names the holder.

    ``exact`` holds for abbreviations, whose capitals count.
    """

    words: tuple[str, ...]
    head: int
    plural: bool
    exact: bool
    entry: OfficeTitle


@cache
def titles(language: str) -> Mapping[str, tuple[TitleWords, ...]]:
    """Give all titles of a language by their first word, the longest first."""
    found: dict[str, list[TitleWords]] = {}
    for entry in entries(f"languages/{language}/office_titles.yaml", OfficeTitle).values():
        for title in _forms(entry):
            found.setdefault(title.words[0], []).append(title)
    return {word: tuple(sorted(some, key=lambda title: -len(title.words))) for word, some in found.items()}


@cache
def offices(language: str) -> Mapping[str, OfficeTitle]:
    """Give for every office's name the entry that names it first."""
    known: dict[str, OfficeTitle] = {}
    for entry in entries(f"languages/{language}/office_titles.yaml", OfficeTitle).values():
        known.setdefault(entry.office, entry)
    return known


def office_of(office: str, language: str) -> OfficeTitle | None:
    """Give the entry that names an office, or the most of its last words: "finance minister" as "minister"."""
    known, parts = offices(language), office.split()
    return next((known[last] for n in range(len(parts)) if (last := " ".join(parts[n:])) in known), None)


@cache
def telling_titles(language: str) -> Mapping[str, str]:
    """Give the titles, in lower case, that say by themselves whose office they name, each with that polity."""
    found = entries(f"languages/{language}/office_titles.yaml", OfficeTitle).values()
    return {words: entry.polity for entry in found if entry.polity for words in entry.words}


@cache
def statuses(language: str) -> Mapping[tuple[str, ...], OfficeStatus]:
    """Give the status words of a language, each as its words in lower case."""
    by_id = entries(f"languages/{language}/office_status.yaml", OfficeStatus)
    return {tuple(_WORD.findall(words)): entry for entry in by_id.values() for words in entry.words}


def _forms(entry: OfficeTitle) -> Iterator[TitleWords]:
    for title in entry.words:
        words = tuple(_WORD.findall(title.lower().replace("’", "'")))
        head = next((n - 1 for n, word in enumerate(words) if n and word in _LINKS), len(words) - 1)
        if "-" in words[head + 1 : head + 2] and words[head + 2] in ("president", "general"):
            head += 2
        many = (*words[:head], _plural(words[head]), *words[head + 1 :])
        yield TitleWords(words, head, plural=False, exact=title.isupper(), entry=entry)
        yield TitleWords(many, head, plural=True, exact=title.isupper(), entry=entry)


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    return word[:-1] + "ies" if word.endswith("cy") else word + "s"
