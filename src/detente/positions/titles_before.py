"""The office in a title before a person's name, where the article's claims hold no tenure: "Senator Ana Luz"."""

import re
from typing import NamedTuple

from detente.lexicon import OfficeTitle, statuses, titles
from detente.text import Span

_LANGUAGE = "en"
_WORD = re.compile(r"\w+(?:'\w+)?|[^\w\s]")
_NEAR = 80
_LONGEST = 8


class Titled(NamedTuple):
    """A title, whether its bearer is a former one, and where it begins in the text."""

    title: OfficeTitle
    former: bool
    start: int


def title_before(text: str, name: Span) -> Titled | None:
    """Give the longest title that ends right before a name.

    >>> found = title_before("Former Senator Ana Luz left.", Span(15, 22))
    >>> found.title.office, found.former
    ('legislator', True)
    """
    start = max(0, name.start - _NEAR)
    found = list(_WORD.finditer(text, start, name.start))[-_LONGEST:]
    for n in range(len(found)):
        said = tuple(match[0].lower() for match in found[n:])
        for title in titles(_LANGUAGE).get(said[0], ()):
            shown = " ".join(match[0] for match in found[n:])
            if title.words == said and not title.plural and not (title.exact and not shown.isupper()):
                status = statuses(_LANGUAGE).get((found[n - 1][0].lower(),)) if n else None
                return Titled(title.entry, bool(status and status.status == "former"), found[n].start())
    return None
