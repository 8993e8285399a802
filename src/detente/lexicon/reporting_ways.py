"""Ways in which words reach us, or are withheld: reporting_ways.yaml, reporting_silences.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class ReportingWay:
    """Words that say who hands an utterance on, who hears it, where it is said, in which capacity, to what question."""

    id: str
    words: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    examples: Examples = field(default_factory=Examples)


@dataclass(frozen=True, slots=True)
class ReportingSilence:
    """A way of giving no word: "did not respond to a request for comment"."""

    id: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    confidence: float
    examples: Examples
    negated: bool = False
    attributes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    seeking: tuple[str, ...] = ()
    no: bool = False


@cache
def reporting_ways(language: str) -> Mapping[str, ReportingWay]:
    """Give the ways by their names."""
    return entries(f"languages/{language}/reporting_ways.yaml", ReportingWay)


@cache
def reporting_silences(language: str) -> Mapping[str, tuple[ReportingSilence, ...]]:
    """Give the silences by the lemmas of their verbs."""
    found: dict[str, tuple[ReportingSilence, ...]] = {}
    for entry in entries(f"languages/{language}/reporting_silences.yaml", ReportingSilence).values():
        for verb in entry.verbs:
            found[verb] = (*found.get(verb, ()), entry)
    return MappingProxyType(found)
