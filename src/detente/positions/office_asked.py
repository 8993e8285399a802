"""Which offices a question means: a title, or a rank that the directory ties to an office of the state."""

import datetime as dt

from detente.lexicon import headships, offices_of_rank, rank_of, titles
from detente.text import fold

_LANGUAGE = "en"  # offices are kept under their English names, whatever the language of the article


def offices_of(asked: str, polity: str, day: dt.date | None = None) -> tuple[str, ...]:
    """Give the offices that are meant; none where a rank is asked for and no source tells whose it was on the day.

    >>> offices_of("head of government", "PER"), offices_of("King", "ESP")
    (('president',), ('monarch',))
    """
    rank = rank_of(asked)
    if rank and headships(polity, rank):
        return offices_of_rank(polity, rank, day.isoformat() if day else "")
    return (office_of(asked),)


def office_of(asked: str) -> str:
    """Give the name under which the record keeps an office, from any title of it.

    >>> office_of("Foreign Secretary"), office_of("vice_president")
    ('foreign minister', 'vice president')
    """
    words = tuple(fold(asked).replace("_", " ").split())
    words = words[1:] if words[:1] == ("the",) else words
    return next(
        (title.entry.office for title in titles(_LANGUAGE).get(words[0] if words else "", ()) if title.words == words),
        asked,
    )
