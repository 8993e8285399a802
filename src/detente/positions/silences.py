"""Silences: how much was read that could have shown a position, so that silence is not read as one.

*No statement found* means that articles were read that mention holder and object, and none says where he stands.
*No coverage read* means that no such article was read. Neither is *neutral*, which is a position stated in words.
"""

import datetime as dt
from dataclasses import dataclass
from functools import reduce
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.positions.identified import Identified
from detente.positions.naming import About, Directory
from detente.positions.remembering import remembered

Numbers = NDArray[np.int64]
Silence = Literal["no statement found", "no coverage read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The articles that mention a holder and the actor of an object, published from one day to another.

    ``first`` and ``last`` are the days of the first and the last of them; ``since`` and ``until`` those asked for, None
    where none is. Of an object without an actor, all articles that mention the holder count.
    """

    articles: int
    first: str | None
    last: str | None
    since: str | None
    until: str | None

    @property
    def silence(self) -> Silence:
        """What it means that nothing was found."""
        return "no statement found" if self.articles else "no coverage read"


def scope(
    seen: Identified,
    directory: Directory,
    holder: str,
    about: About,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Scope:
    """Count the articles that mention both, those who speak for them included.

    Of articles without a day, which are no later than any, those count for which no first day is asked.
    """
    asked = [holder, *([about.actor.id] if about.actor else [])]
    first, last = (day.isoformat() if day else None for day in (since, until))
    both = reduce(_shared, (_naming(seen, directory, each) for each in asked))
    days = [seen.days[number] for number in both.tolist() if number in seen.days]
    kept = [day for day in days if (not first or (day and day >= first)) and not (last and day and day > last)]
    known = [day for day in kept if day]
    return Scope(
        articles=len(kept), first=min(known, default=None), last=max(known, default=None), since=first, until=last
    )


def _naming(seen: Identified, directory: Directory, id_: str) -> Numbers:
    """Give the numbers of the readings that mention an actor or who speaks for him, in order."""
    return remembered(seen, (_naming, id_), lambda: np.array(sorted(seen.naming(directory.with_envoys(id_))), np.int64))


def _shared(one: Numbers, other: Numbers) -> Numbers:
    return np.intersect1d(one, other, assume_unique=True)


def mentioned(seen: Identified, directory: Directory, id_: str) -> dict[str, str]:
    """Give the articles that mention an actor, or one who speaks for him, with their days; empty where unknown."""
    found: dict[str, str] = {}
    for each in sorted(directory.with_envoys(id_)):
        if seen.name(each) is not None:
            for profile in seen.identities.cluster(each):
                found |= {unit.article: unit.published or "" for unit in profile.units}
    return found
