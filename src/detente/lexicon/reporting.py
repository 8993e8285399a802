"""Verbs and nouns that introduce what someone says or thinks: reporting_verbs.yaml, reporting_nouns.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Literal

from detente.lexicon.load import Examples, entries

Frame = Literal["quote", "clause", "that", "infinitive", "gerund", "object", "naming", "order", "about"]
Polarity = Literal["asserted", "denied", "declined"]


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """Verbs that behave alike: what they take, and what becomes of it."""

    id: str
    verbs: tuple[str, ...]
    takes: tuple[Frame, ...]
    confidence: float
    examples: Examples
    about: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    polarity: Polarity = "asserted"
    negated: Polarity = "declined"
    addressed: bool = False
    disputes: bool = False
    given: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    inner: bool = False


@dataclass(frozen=True, slots=True)
class ReportingNoun:
    """Nouns that name what is said or where it is said."""

    id: str
    nouns: tuple[str, ...]
    use: Literal["cue", "venue", "body", "claim"]
    takes: tuple[Frame, ...] = ()
    about: tuple[str, ...] = ()
    polarity: Polarity = "asserted"
    confidence: float = 0.5
    examples: Examples = field(default_factory=Examples)


@dataclass(frozen=True, slots=True)
class ReportingPhrase:
    """Words that hand what is said to whoever follows."""

    id: str
    phrases: tuple[str, ...]
    confidence: float
    examples: Examples
    measures: tuple[str, ...] = ()


Second = tuple[str, ReportingVerb]


@cache
def reporting_verbs(language: str) -> Mapping[str, tuple[Second, ...]]:
    """Give, by lemma, the second word that must go with it ("" for none, "out" for "point out") and the entry."""
    found: dict[str, list[Second]] = {}
    for entry in entries(f"languages/{language}/reporting_verbs.yaml", ReportingVerb).values():
        for verb in entry.verbs:
            lemma, _, second = verb.partition(" ")
            found.setdefault(lemma, []).append((second, entry))
    return MappingProxyType({lemma: tuple(sorted(each, key=lambda one: not one[0])) for lemma, each in found.items()})


@cache
def reporting_nouns(language: str) -> Mapping[str, tuple[ReportingNoun, ...]]:
    """Give the entries of each noun by its lemma."""
    found: dict[str, tuple[ReportingNoun, ...]] = {}
    for entry in entries(f"languages/{language}/reporting_nouns.yaml", ReportingNoun).values():
        for noun in entry.nouns:
            found[noun] = (*found.get(noun, ()), entry)
    return MappingProxyType(found)


@cache
def reporting_phrases(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], ReportingPhrase], ...]]:
    """Give, by their first word, the words of each phrase and its entry."""
    found: dict[str, tuple[tuple[tuple[str, ...], ReportingPhrase], ...]] = {}
    for entry in entries(f"languages/{language}/reporting_phrases.yaml", ReportingPhrase).values():
        for phrase in entry.phrases:
            words = tuple(phrase.split())
            found[words[0]] = (*found.get(words[0], ()), (words, entry))
    return MappingProxyType(found)
