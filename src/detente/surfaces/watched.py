"""What watching a source of articles means, whether it is a feed or a folder; and when to ask again."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from detente.articles import Article, Validators
from detente.errors import SourceError
from detente.record import Followed, Waiting

Tell = Callable[[str], None]
"""Says something to whoever watches."""

MOST_TRIES = 8
_FIRST_WAIT = 300.0
_MOST_WAIT = 86_400.0


class Visit(NamedTuple):
    """What an entry gave: articles and errors, at least one, and what tells a later version of its page."""

    found: Iterator[Article | SourceError]
    validators: Validators | None = None


class Watched(Protocol):
    """A source that is followed."""

    @property
    def followed(self) -> Followed:
        """What the record knows of it now."""
        ...

    def look(self) -> None:
        """See what is new and keep it in the record as waiting; raise ``SourceError`` where nothing can be seen."""
        ...

    def rest(self) -> float:
        """Give the seconds until it wants to be looked at again; zero where that may be now."""
        ...

    def visit(self, entry: Waiting) -> Visit | None:
        """Open an entry; None where there is nothing to be read now, which the record then knows."""
        ...


def back_off(failures: int) -> float:
    """Give the seconds to wait after so many failures before this one: five minutes, then twice as long each time.

    >>> back_off(0), back_off(1), back_off(30)
    (300.0, 600.0, 86400.0)
    """
    return min(_FIRST_WAIT * 2.0 ** min(failures, 20), _MOST_WAIT)


def later(seconds: float) -> str:
    """Give the moment after so many seconds, ISO 8601 in UTC, as the record writes it."""
    return (dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds)).isoformat(timespec="milliseconds")


def until(moment: str | None) -> float:
    """Give the seconds until a moment that the record wrote; zero where it has been, or there is none."""
    if moment is None:
        return 0.0
    return max((dt.datetime.fromisoformat(moment) - dt.datetime.now(dt.UTC)).total_seconds(), 0.0)
