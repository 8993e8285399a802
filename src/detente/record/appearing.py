"""When and where the articles of a record appeared, counted by the database."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.record.among import among
from detente.record.moments import NOW, When, shown
from detente.record.opened import Opened
from detente.record.portions import portions
from detente.record.tables import actors, articles, readings

Appeared = tuple[str | None, str | None]
"""An outlet and a day of publication; None where nobody knows it."""


class Whereabouts(NamedTuple):
    """Where actors are mentioned: by the numbers of their guises, and of single readings beside these."""

    guises: Collection[int]
    readings: Collection[int]


class Extent(NamedTuple):
    """How many articles there are, and the days of the first and the last of which that is known."""

    articles: int
    first: str | None
    last: str | None


class Appearing(Opened):
    """A record, for asking what appeared when and where."""

    def published(self) -> dict[str | None, int]:
        """Count the articles by their day of publication; None stands for those of which nobody knows it."""
        found: Counter[str | None] = Counter()
        for (_, day), many in self.appeared().items():
            found[day] += many
        return dict(found)

    def appeared(self, wanted: Collection[int] | None = None) -> Mapping[Appeared, int]:
        """Count the articles by outlet and day of publication: all, or those of some readings, by their numbers."""
        with self._reading() as connection:
            return find_appeared(connection, wanted, self._when)

    def mentioning(self, sides: Iterable[Whereabouts], since: str | None = None, until: str | None = None) -> Extent:
        """Count the articles that mention some of each side, from one day and up to another, both ISO 8601.

        Of articles without a day, which are no later than any, those count for which no first day is asked.
        """
        with self._reading() as connection:
            return find_extent(connection, sides, (since, until), self._when)


def find_appeared(
    connection: sa.Connection, wanted: Collection[int] | None = None, when: When = NOW
) -> Mapping[Appeared, int]:
    """Count the articles that views show by outlet and day, as ``Appearing.appeared`` says."""
    columns = (articles.c.outlet, articles.c.published)
    joined = readings.join(articles, articles.c.number == readings.c.article)
    query = sa.select(*columns, sa.func.count().label("many")).select_from(joined).where(shown(when))
    queries: Iterable[sa.Select[Any]] = (
        [query] if wanted is None else (query.where(readings.c.number.in_(some)) for some in portions(sorted(wanted)))
    )
    found: Counter[Appeared] = Counter()
    for each in queries:
        for outlet, day, many in connection.execute(each.group_by(*columns)):
            found[outlet, day] += many
    return found


def find_extent(
    connection: sa.Connection,
    sides: Iterable[Whereabouts],
    days: tuple[str | None, str | None] = (None, None),
    when: When = NOW,
) -> Extent:
    """Count the articles that mention some of each side, as ``Appearing.mentioning`` says."""
    day, (since, until) = articles.c.published, days
    joined = readings.join(articles, articles.c.number == readings.c.article)
    query = sa.select(sa.func.count(), sa.func.min(day), sa.func.max(day)).select_from(joined).where(shown(when))
    for side in sides:
        mentioned = sa.select(actors.c.reading).where(among(connection, actors.c.guise, side.guises))
        there = readings.c.number.in_(mentioned)
        query = query.where(there | among(connection, readings.c.number, side.readings) if side.readings else there)
    query = query.where(day >= since) if since else query
    query = query.where(day.is_(None) | (day <= until)) if until else query
    return Extent(*connection.execute(query).one())
