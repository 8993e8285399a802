"""When and where the articles of a record appeared, counted by the database."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from detente.record.among import among
from detente.record.moments import NOW, When, shown
from detente.record.opened import Opened
from detente.record.portions import portions
from detente.record.tables import actors, articles, readings

Appeared = tuple[str | None, str | None]
"""An outlet and a day of publication; None where nobody knows it."""


Days = Mapping[int, str | None]
"""The readings that views show, by number, each with the day on which its article was published, where it is known."""


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

    def days(self) -> Days:
        """Give the readings that views show, with the days of their articles."""
        joined = readings.join(articles, articles.c.number == readings.c.article)
        query = sa.select(readings.c.number, articles.c.published).select_from(joined).where(shown(self._when))
        with self._reading() as connection:
            return {row.number: row.published for row in connection.execute(query)}

    def naming(self, guises: Collection[int]) -> set[int]:
        """Give the numbers of all readings, shown or not, in which actors of some guises are known."""
        with self._reading() as connection:
            query = sa.select(actors.c.reading).where(among(connection, actors.c.guise, guises))
            return {reading for (reading,) in connection.execute(query).all()}


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
