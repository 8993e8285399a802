"""What PLOVER calls those who take part in events: sectors, codes, and the nouns that tell a sector."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.errors import LexiconError
from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class PartySector:
    """A PLOVER sector, with the kinds of offices and types of actors that belong to it."""

    id: str
    meaning: str
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A code of actors that are no states, with those who take it."""

    id: str
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agents:
    """Nouns for people and bodies that may act, of one sector."""

    id: str
    sector: str
    words: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class NoEvent:
    """Nouns by which a clause of these types, or only of these verbs, tells no event."""

    id: str
    words: tuple[str, ...]
    types: tuple[str, ...]
    examples: Examples
    verbs: tuple[str, ...] = ()


@cache
def no_events(language: str) -> Mapping[str, NoEvent]:
    """Give the entry of each such noun, by lemma."""
    found = entries(f"languages/{language}/event_none.yaml", NoEvent).values()
    return {word: entry for entry in found for word in entry.words}


def party_sectors() -> Mapping[str, PartySector]:
    """Give PLOVER's sectors by their codes."""
    return entries("taxonomy/event_sectors.yaml", PartySector)


def party_codes() -> tuple[Code, ...]:
    """Give the codes of actors that are no states, those that name most first."""
    return tuple(entries("taxonomy/event_codes.yaml", Code).values())


@cache
def event_agents(language: str) -> Mapping[str, str]:
    """Give the entry of each noun that is one word, by lemma."""
    return {words[0]: agents.id for words, agents in _agents(language) if len(words) == 1}


@cache
def agents_by_noun(language: str) -> Mapping[str, tuple[tuple[frozenset[str], Agents], ...]]:
    """Give, by a noun's lemma, which words must stand before it for which entry; those that demand most first."""
    found: dict[str, list[tuple[frozenset[str], Agents]]] = {}
    for words, agents in _agents(language):
        found.setdefault(words[-1], []).append((frozenset(words[:-1]), agents))
    return {noun: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for noun, each in found.items()}


@cache
def _agents(language: str) -> tuple[tuple[tuple[str, ...], Agents], ...]:
    groups = entries(f"languages/{language}/event_agents.yaml", Agents).values()
    for group in groups:
        if group.sector not in party_sectors():
            raise LexiconError(f"event_agents.yaml: {group.id}: found {group.sector}, expected a sector of PLOVER")
    return tuple((tuple(words.split()), group) for group in groups for words in group.words)
