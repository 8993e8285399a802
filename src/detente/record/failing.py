"""What could not be read, and why; what is read after all fails no longer."""

from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa

from detente.articles import file_of
from detente.record import counting
from detente.record.judging import Judging
from detente.record.portions import portions
from detente.record.tables import failures

_RESOLVE = (
    failures.update()
    .where(failures.c.source.in_(sa.bindparam("sources", expanding=True)), failures.c.resolved_at.is_(None))
    .values(resolved_at=sa.bindparam("now"))
)


class Failure(NamedTuple):
    """What could not be read: its source, the stage that failed, the reason, and when that was recorded.

    ``place`` is where the source can be read again: an absolute path or an address; None where it cannot be.
    """

    source: str
    stage: str
    reason: str
    recorded_at: str = ""
    place: str | None = None


def read_now(connection: sa.Connection, sources: Collection[str], now: str) -> None:
    """Take note that nothing fails any more in what these articles come from, and in the files that they are in."""
    names = {name for source in sources for name in (source, file_of(source))}
    for some in portions(sorted(names)):
        connection.execute(_RESOLVE, {"sources": some, "now": now})


class Failing(Judging):
    """A record, for what could not be read."""

    def fail(self, failure: Failure) -> None:
        """Keep a failure, in the place of an earlier one of the same source; the same again is open anew."""
        of_source = failures.c.source == failure.source
        same = (of_source, failures.c.stage == failure.stage, failures.c.reason == failure.reason)
        with self._writing() as connection:
            self._resolve(connection, of_source)
            again = failures.update().where(*same).values(resolved_at=None, place=failure.place)
            if not connection.execute(again).rowcount:
                row = failure._replace(recorded_at=failure.recorded_at or self._now())
                connection.execute(failures.insert().values(**row._asdict()))

    def resolve(self, source: str) -> None:
        """Take note that nothing fails any more in this source."""
        with self._writing() as connection:
            self._resolve(connection, failures.c.source == source)

    def _resolve(self, connection: sa.Connection, which: sa.ColumnElement[bool]) -> None:
        resolved = failures.update().where(which, failures.c.resolved_at.is_(None)).values(resolved_at=self._now())
        connection.execute(resolved)

    def failures(self) -> list[Failure]:
        """Give what could not be read and has not been read since, in the order in which it was recorded."""
        query = sa.select(*(failures.c[name] for name in Failure._fields))
        with self._reading() as connection:
            rows = connection.execute(query.where(counting.is_open(self._when)).order_by(failures.c.number))
            return [Failure(*row) for row in rows]
