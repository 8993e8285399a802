"""What is searched for: words, phrases and beginnings of words."""

import re
from typing import NamedTuple

from detente.errors import UsageError
from detente.record.words import words

_TERM = re.compile(r'["“”„]([^"“”„]*)["“”„]|(\S+)')
_MOST_CHARACTERS = 1000


class Term(NamedTuple):
    """Words that follow each other; ``open`` where the last one is only a beginning."""

    words: tuple[str, ...]
    open: bool

    def __str__(self) -> str:
        """Give what a text has as ``words.joined`` gives it, where it has the term."""
        return f" {' '.join(self.words)}" + ("" if self.open else " ")


def terms(query: str) -> tuple[Term, ...]:
    """Read a query: words, "phrases in quotation marks", and beginnings*. Raise ``UsageError`` where it has none.

    >>> terms('Perú "Lima Group" sanction*')
    (Term(words=('peru',), open=False), Term(words=('lima', 'group'), open=False), Term(words=('sanction',), open=True))
    """
    if len(query) > _MOST_CHARACTERS:
        raise UsageError(f"found {len(query)} characters to search for; expected at most {_MOST_CHARACTERS}")
    given = [match[1] if match[1] is not None else match[2] for match in _TERM.finditer(query)]
    found = [Term(tuple(word for word, _ in words(each)), each.endswith("*")) for each in given]
    found = [term for term in found if term.words]
    if not found:
        raise UsageError(f"found no word in {query!r}; expected words to search for")
    return tuple(dict.fromkeys(found))
