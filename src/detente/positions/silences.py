"""Silences: how much was read that could have shown a position, so that silence is not read as one.

*No statement found* means that articles were read that mention holder and object, and none says where he stands.
*No coverage read* means that no such article was read. Neither is *neutral*, which is a position stated in words.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from detente.positions.identified import Identified
from detente.positions.naming import About, Directory

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
    """Count the articles that mention both, those who speak for them included."""
    asked = [holder, *([about.actor.id] if about.actor else [])]
    first, last = (day.isoformat() if day else None for day in (since, until))
    found = seen.mentioning(map(directory.with_envoys, asked), first, last)
    return Scope(articles=found.articles, first=found.first, last=found.last, since=first, until=last)


def mentioned(seen: Identified, directory: Directory, id_: str) -> dict[str, str]:
    """Give the articles that mention an actor, or one who speaks for him, with their days; empty where unknown."""
    found: dict[str, str] = {}
    for each in sorted(directory.with_envoys(id_)):
        if seen.name(each) is not None:
            for profile in seen.identities.cluster(each):
                found |= {unit.article: unit.published or "" for unit in profile.units}
    return found
