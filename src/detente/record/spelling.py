"""Names as they are compared: without accents, titles and particles, and in one spelling of what is transliterated."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from detente.lexicon import left_out_of_names, name_spellings, nicknames, titles_of_people
from detente.record.words import words as folded_words
from detente.text import fold

_LANGUAGE = "en"
_DOUBLED = re.compile(r"(.)\1")
_ARTICLES = ("the", "a", "an")
_LINKS = ("of", "and", "for", "on", "to", "in")


@dataclass(frozen=True)
class NameForm:
    """A name for comparing; ``words`` are plain, ``spelled`` the same in one spelling.

    >>> person_name("Dr. Omar al-Faqih").words, person_name("Wiktor Orlow").spelled
    (('omar', 'faqih'), ('viktor', 'orlov'))
    """

    text: str
    words: tuple[str, ...]

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """The words in one spelling."""
        return tuple(_spelled(word) for word in self.words)

    @cached_property
    def usual(self) -> tuple[str, ...]:
        """The same with given names written out that have a usual short form."""
        known = nicknames(_LANGUAGE)
        return (*(_spelled(known.get(word, word)) for word in self.words[:-1]), *self.spelled[-1:])

    @cached_property
    def outer(self) -> tuple[str, ...]:
        """The usual name without initials in its middle."""
        return tuple(word for n, word in enumerate(self.usual) if len(word) > 1 or n == 0)

    @cached_property
    def folded(self) -> str:
        """The name without accents and case, letters like ``ø`` kept."""
        return fold(self.text)

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The words before the last one, short forms written out."""
        return self.usual[:-1]

    @cached_property
    def surname(self) -> str:
        """The last word."""
        return self.spelled[-1] if self.words else ""

    @cached_property
    def full(self) -> bool:
        """Whether it has a given name written out, so that the name alone tells who is meant."""
        return len(self.words) > 1 and any(len(word) > 1 for word in self.words[:-1])

    @cached_property
    def initials(self) -> str:
        """The first letters of its words but for the small ones; empty where there are fewer than two."""
        letters = "".join(word[0] for word in self.words if word not in _LINKS)
        return letters if len(letters) > 1 else ""


@lru_cache(maxsize=100_000)
def person_name(text: str) -> NameForm:
    """Give a person's name for comparing."""
    words = [word for word, _ in folded_words(text)]
    titles = titles_of_people(_LANGUAGE)
    while len(words) > 1 and words[0] in titles and titles[words[0]].kind == "title":
        words = words[1:]
    kept = [word for word in words if word not in left_out_of_names(_LANGUAGE)]
    return NameForm(text, tuple(kept or words))


@lru_cache(maxsize=100_000)
def plain_name(text: str) -> NameForm:
    """Give the name of anyone else for comparing.

    >>> plain_name("The Co-operation Council").words
    ('co', 'operation', 'council')
    """
    words = [word for word, _ in folded_words(text)]
    return NameForm(text, tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words))


@lru_cache(maxsize=100_000)
def _spelled(word: str) -> str:
    for written, spelled in name_spellings(_LANGUAGE):
        word = word.replace(written, spelled)
    return _DOUBLED.sub(r"\1", word)
