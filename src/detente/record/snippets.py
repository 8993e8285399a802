"""The words that were searched, with a little of what stands around them."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from detente.record.terms import Term
from detente.record.words import words
from detente.text import Span, Spans

_AROUND = 90
_MOST = 3


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article.

    ``span`` is its place in the article's text, empty where it is the title; ``marks`` are the places of the words in
    its own ``text``; ``ends`` says whether the article ends with it.
    """

    text: str
    marks: Spans
    span: Span
    ends: bool


def snippets(text: str, title: str | None, asked: Collection[Term]) -> tuple[Snippet, ...]:
    """Give the first places that have a word; where only the title does, the title."""
    places = _places(text, asked)
    if not places and title:
        marks = tuple(_places(title, asked))
        return (Snippet(title, marks, Span(0, 0), ends=True),)
    groups: list[list[Span]] = [places[:1]]
    for before, place in pairwise(places):
        if place.start - before.end < _AROUND:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(_snippet(text, group) for group in groups[:_MOST] if group)


def _places(text: str, asked: Collection[Term]) -> list[Span]:
    """Give where the words stand, in order."""
    there = list(words(text))
    found = set()
    for term in asked:
        *firsts, last = term.words
        for n in range(len(there) - len(firsts)):
            word = there[n + len(firsts)][0]
            ends = word.startswith(last) if term.open else word == last
            if ends and all(there[n + k][0] == first for k, first in enumerate(firsts)):
                found.add(Span(there[n][1].start, there[n + len(firsts)][1].end))
    return sorted(found)


def _snippet(text: str, places: list[Span]) -> Snippet:
    """Cut around the places, between words."""
    start = max(0, places[0].start - _AROUND)
    end = min(len(text), places[-1].end + _AROUND)
    if start:
        start = next((n + 1 for n in range(start, places[0].start) if text[n].isspace()), places[0].start)
    if end < len(text):
        end = next((n for n in range(end, places[-1].end, -1) if text[n].isspace()), places[-1].end)
    marks = tuple(Span(place.start - start, place.end - start) for place in places)
    return Snippet(text[start:end], marks, Span(start, end), ends=end == len(text))
