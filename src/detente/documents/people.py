"""Whom a short name means: the people of the article by their full names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.documents.document import Document
from detente.documents.labels import read_label
from detente.documents.names import Phrase
from detente.documents.structure import name_of_byline
from detente.lexicon import given_names, titles_of_people
from detente.text import Span, fold

Parts = tuple[str, ...]

_WORD = re.compile(r"[^\W\d_](?:[\w.\-]|['’](?!s\b))*")


class Byline(NamedTuple):
    """A name that stands with its office in a line of its own, and the words of the office."""

    name: Span
    office: Parts


class People:
    """The full names of an article's people."""

    def __init__(self, document: Document, found: list[Phrase]) -> None:
        self._names: dict[Parts, str] = {}
        self._places = {phrase.words for phrase in found if phrase.type == "place"}
        self._met: list[tuple[int, Parts]] = []
        self._text = document.text
        self._bylines = bylines(document)
        for phrase in found:
            if phrase.type == "person" and not self.is_place(phrase) and not is_heading(document, phrase.first):
                parts = tuple(map(fold, phrase.words))
                self._names.setdefault(parts, document.tree.span(range(phrase.first, phrase.last)).of(document.text))
                self._met.append((phrase.first, parts))
        for parts, name in _headed(document, found):
            self._names.setdefault(parts, name)
        for byline in self._bylines:
            name = byline.name.of(document.text)
            self._names.setdefault(_parts(name), name)
        for name in _titled(document):
            self._names.setdefault(_parts(name), name)

    def is_place(self, phrase: Phrase) -> bool:
        """Say whether a name that only the parser takes for a person's stands elsewhere as a place."""
        return phrase.why == "names/person" and phrase.words in self._places

    def fullest(self, phrase: Phrase) -> str | None:
        """Give the full name that a name stands for; None where it is nobody's.

        Of several bearers the one named last is meant, or else the one named first after.
        """
        key = tuple(map(fold, phrase.words))
        longest = self._longest(key)
        if longest is None:
            return self._names.get(key)
        longer = [(at, parts) for at, parts in self._met if covers(parts, key)]
        if len({parts for _, parts in longer if not any(covers(other, parts) for _, other in longer)}) <= 1:
            return self._names[longest]
        before = [parts for at, parts in longer if at < phrase.first]
        return self._names[before[-1] if before else longer[0][1]]

    def called(self, words: Parts) -> str | None:
        """Give the full name of the one person whose name ends in, or holds, these words of a label.

        A double name is one word of a label and several of the text: "Bassey", "-", "Duke".
        """
        key = tuple(map(fold, words))
        parted = tuple(part for word in key for part in re.split("(-)", word) if part)
        longest = self._longest(key) or self._longest(parted)
        return self._names[longest] if longest else self._names.get(key)

    def holder(self, title: Parts) -> str | None:
        """Give the one whose byline names this office and no other's does."""
        words = [fold(word) for word in title if fold(word) != "the"]
        found = {each.name.of(self._text) for each in self._bylines if words and _holds(each.office, words)}
        return found.pop() if len(found) == 1 else None

    def _longest(self, key: Parts) -> Parts | None:
        return max((parts for parts in self._names if covers(parts, key)), key=len, default=None)


def bylines(document: Document) -> tuple[Byline, ...]:
    """Give the bylines of an article."""
    found = []
    for block in document.blocks:
        words = block.span.of(document.text)
        if block.kind == "byline" and (name := name_of_byline(words, document.language)):
            office = tuple(map(fold, words[len(name) :].replace(",", " ").split()))
            start = len(name) - len(_untitled(name, document.language))
            found.append(Byline(Span(block.span.start + start, block.span.start + len(name)), office))
    return tuple(found)


def _untitled(name: str, language: str) -> str:
    """Take the titles off the front of a name: "Dr. Kofi Mensah"."""
    word, _, rest = name.partition(" ")
    entry = titles_of_people(language).get(fold(word).rstrip("."))
    return _untitled(rest, language) if entry and entry.kind == "title" and " " in rest else name


def _headed(document: Document, found: list[Phrase]) -> Iterator[tuple[Parts, str]]:
    """Give the full names in headings whose surnames the prose knows, in small letters: "DEPUTY SECRETARY ANA RUIZ"."""
    people = [each for each in found if each.type == "person"]
    surnames = {fold(each.words[-1]): each.words[-1] for each in people if not is_heading(document, each.first)}
    for phrase in people:
        known = surnames.get(fold(phrase.words[-1]))
        if known and len(phrase.words) > 1 and is_heading(document, phrase.first):
            name = document.tree.span(range(phrase.first, phrase.last)).of(document.text)
            if name.isupper():
                name = " ".join((*(word.capitalize() for word in name.split()[:-1]), known))
            yield tuple(map(fold, phrase.words)), name


def _titled(document: Document) -> list[str]:
    """Give full names after titles and from given names on in the headline, as far as their surnames are known.

    "Foreign Minister Zbigniew Rau Before Their Meeting" does not tell where the name ends; "FOREIGN MINISTER RAU:"
    and "Minister Rau" do.
    """
    headline, titles = document.article.title or "", titles_of_people(document.language)
    surnames = _surnames(document)
    found = []
    runs: list[list[str]] = [[]]
    end = 0
    for match in _WORD.finditer(headline):
        word, entry = match[0], titles.get(fold(match[0]).rstrip("."))
        if headline[end : match.start()].strip(" ") or not word[0].isupper():
            runs.append([])
        end = match.end()
        if entry and entry.kind == "title":
            runs.append([word])
        elif fold(word) in given_names(document.language):
            runs.append(["", word])
        elif runs[-1] and word[0].isupper():
            runs[-1].append(word)
    for run in runs:
        for n in range(2, len(run)):
            if fold(run[n]) in surnames and fold(run[1]) not in surnames:
                found.append(" ".join(run[1 : n + 1]))
                break
    return found


def _surnames(document: Document) -> set[str]:
    """Give the last words of labels, and the words that stand after a title in the text."""
    titles = titles_of_people(document.language)
    labels = (read_label(b.label.of(document.text), document.language) for b in document.blocks if b.label)
    found = {fold(label.name[-1]) for label in labels if label.name}
    for token in document.tree.tokens[1:]:
        entry = titles.get(fold(document.tree[token.i - 1].text).rstrip("."))
        if entry and entry.kind == "title" and token.text[0].isupper():
            found.add(fold(token.text))
    return found


def _parts(name: str) -> Parts:
    return tuple(map(fold, name.split()))


def _holds(office: Parts, words: list[str]) -> bool:
    """Say whether an office begins with these words: "President of Peru" for "THE PRESIDENT"."""
    return list(office[: len(words)]) == words


def covers(parts: Parts, key: Parts) -> bool:
    """Say whether a full name contains a shorter one and shares more than the given name."""
    if len(key) >= len(parts) or not set(key) <= set(parts):
        return False
    return key[-1] in parts[1:] or (len(key) == 1 and key[0] == parts[0])


def is_heading(document: Document, i: int) -> bool:
    """Say whether a token stands in a title or heading, whose words are never people."""
    return document.blocks[document.sentence_of(i).block].kind in ("heading", "title")
