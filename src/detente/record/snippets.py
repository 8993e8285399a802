"""The words that were searched, with a little of what stands around them."""

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

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
    found = [_snippet(text, group) for group in islice(_groups(_places(text, asked)), _MOST)]
    if not found and title:
        return (Snippet(title, tuple(sorted(set(_places(title, asked)))), Span(0, 0), ends=True),)
    return tuple(found)


def _groups(places: Iterator[Span]) -> Iterator[list[Span]]:
    """Put together places that stand near each other; no more of the text is looked at than needed."""
    group: set[Span] = set()
    for place in places:
        if group and place.start - max(each.end for each in group) >= _AROUND:
            yield sorted(group)
            group = set()
        group.add(place)
    if group:
        yield sorted(group)


def _places(text: str, asked: Collection[Term]) -> Iterator[Span]:
    """Give where the words stand, in the order in which they end."""
    recent: deque[tuple[str, Span]] = deque(maxlen=max(len(term.words) for term in asked))
    for word, span in words(text):
        recent.append((word, span))
        for term in asked:
            last = term.words[-1]
            if (word.startswith(last) if term.open else word == last) and len(recent) >= len(term.words):
                start = len(recent) - len(term.words)
                if all(recent[start + n][0] == before for n, before in enumerate(term.words[:-1])):
                    yield Span(recent[start][1].start, span.end)


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
