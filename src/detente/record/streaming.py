"""Going through a whole record, one article at a time, however many there are."""

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa

from detente.record.keeping import show
from detente.record.moments import NOW, When, shown
from detente.record.readings import Reading
from detente.record.retractions import retracted_since
from detente.record.tables import articles, claims, readings
from detente.record.verdicts import NO_VERDICTS, Verdicts
from detente.versions import Version

_PORTION = 200


class Versioned(NamedTuple):
    """A reading, the versions of code, model and lexicon that made it, and when its article was retracted later."""

    reading: Reading
    version: Version
    retracted: str | None = None


def stream(
    connection: sa.Connection, kind: str = "", when: When = NOW, verdicts: Verdicts = NO_VERDICTS
) -> Iterator[Versioned]:
    """Give the newest reading of every article, in the order of the articles' ids; never more than one is in memory.

    With a kind, only the readings in which some claim of it was found.
    """
    columns = (articles.c.id, readings.c.number, *(readings.c[name] for name in Version._fields))
    query = sa.select(*columns).join(articles, articles.c.number == readings.c.article).where(shown(when))
    if kind:
        query = query.where(sa.exists().where(claims.c.reading == readings.c.number, claims.c.kind == kind))
    query = query.order_by(articles.c.id).limit(_PORTION)
    since = retracted_since(connection, when)
    rows = connection.execute(query).all()
    while rows:
        for row in rows:
            reading = Reading(show(connection, row.number, verdicts))
            yield Versioned(reading, Version(*row[2:]), since.get(row.id))
        rows = connection.execute(query.where(articles.c.id > rows[-1].id)).all()
