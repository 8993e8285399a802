"""What is followed, and what was seen there: so that a stop loses nothing and nothing is read twice.

An entry waits from the moment in which its feed announces it until it has been read or given up. Times are ISO 8601 in
UTC, so that they sort as they follow each other.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

import sqlalchemy as sa

from detente.articles import Validators
from detente.record.portions import portions
from detente.record.tables import feed_entries, feeds

Connecting = Callable[[], AbstractContextManager[sa.Connection]]
Holding = AbstractContextManager[bool]
_ENTRY = ("feed", "key", "mark", "link", "title", "published", "content", "failures", "etag", "modified")


class Followed(NamedTuple):
    """A feed or a folder that is followed; not before ``due_at`` it wants to be asked again."""

    number: int
    address: str
    title: str | None
    due_at: str | None
    failures: int
    reason: str | None
    validators: Validators


class Announced(NamedTuple):
    """What a feed announces or a folder holds: see ``articles.Entry``; in a folder, ``key`` is a file's path."""

    key: str
    mark: str
    link: str | None = None
    title: str | None = None
    published: str | None = None
    content: str | None = None


class Waiting(NamedTuple):
    """An entry that is to be read; ``validators`` are those of its page as it was read before, ``failures`` tries."""

    feed: int
    key: str
    mark: str
    link: str | None
    title: str | None
    published: str | None
    content: str | None
    failures: int
    validators: Validators


class Following:
    """What a record keeps of feeds and folders."""

    def __init__(
        self, reading: Connecting, writing: Connecting, now: Callable[[], str], held: Callable[[int], Holding]
    ) -> None:
        self._reading = reading
        self._writing = writing
        self._now = now
        self._held = held

    def alone(self, feed: Followed) -> Holding:
        """Hold a feed or folder while a block runs; it is told False, at once, where another watcher holds it."""
        return self._held(feed.number)

    def of(self, address: str) -> Followed:
        """Give what is known of a feed's address or a folder's path; from now on, it is followed."""
        with self._reading() as connection:
            found = _find(connection, address)
        if found is None:
            with self._writing() as connection:
                found = _find(connection, address)
                if found is None:
                    connection.execute(feeds.insert().values(address=address, failures=0))
                    found = _find(connection, address)
        assert found is not None  # noqa: S101 - it has just been written
        return found

    def announce(
        self,
        feed: Followed,
        found: Sequence[Announced],
        *,
        title: str | None = None,
        validators: Validators | None = None,
        due_at: str | None = None,
    ) -> int:
        """Keep what a feed announced, all in one transaction; give how many entries are new or have changed.

        What another feed announced and was read already is new to nobody. Without validators, those from before stay.
        """
        state = {"asked_at": self._now(), "due_at": due_at, "failures": 0, "reason": None}
        state |= validators._asdict() if validators else {}
        state |= {"title": title} if title else {}
        with self._writing() as connection:
            connection.execute(feeds.update().where(feeds.c.number == feed.number).values(**state))
            return self._add(connection, feed, found)

    def _add(self, connection: sa.Connection, feed: Followed, found: Sequence[Announced]) -> int:
        known = sa.select(feed_entries.c.key, feed_entries.c.mark).where(feed_entries.c.feed == feed.number)
        marks: dict[str, str] = {row.key: row.mark for row in connection.execute(known)}
        elsewhere = _read_elsewhere(connection, [each.link for each in found if each.link and each.key not in marks])
        now = self._now()
        rows = [
            each._asdict()
            | {"feed": feed.number, "seen_at": now, "failures": 0}
            | {"done_at": now if each.link in elsewhere else None}
            for each in found
            if each.key not in marks
        ]
        if rows:
            connection.execute(feed_entries.insert(), rows)
        changed = [each for each in found if each.mark and each.key in marks and each.mark != marks[each.key]]
        for each in changed:
            again = {"failures": 0, "due_at": None, "reason": None, "done_at": None}
            this = (feed_entries.c.feed == feed.number, feed_entries.c.key == each.key)
            connection.execute(feed_entries.update().where(*this).values(**each._asdict(), **again))
        return sum(row["done_at"] is None for row in rows) + len(changed)

    def unanswered(self, feed: Followed, reason: str, due_at: str) -> None:
        """Take note that a feed gave nothing, and when to ask it again."""
        state = {"asked_at": self._now(), "due_at": due_at, "failures": feed.failures + 1, "reason": reason}
        with self._writing() as connection:
            connection.execute(feeds.update().where(feeds.c.number == feed.number).values(**state))

    def waiting(self, feed: Followed, most: int | None = None) -> list[Waiting]:
        """Give the entries that are to be read now, in the order in which they were seen."""
        due = sa.or_(feed_entries.c.due_at.is_(None), feed_entries.c.due_at <= self._now())
        query = sa.select(*(feed_entries.c[name] for name in _ENTRY))
        query = query.where(feed_entries.c.feed == feed.number, feed_entries.c.done_at.is_(None), due)
        query = query.order_by(feed_entries.c.seen_at, feed_entries.c.key).limit(most)
        with self._reading() as connection:
            return [Waiting(**_fields(row)) for row in connection.execute(query).mappings()]

    def settle(self, entry: Waiting, reason: str | None = None, validators: Validators | None = None) -> None:
        """Take note that an entry was read, or given up for a reason; its own text need not be kept any longer."""
        state: dict[str, str | None] = {"done_at": self._now(), "due_at": None, "reason": reason, "content": None}
        self._write(entry, state | (validators._asdict() if validators else {}))

    def postpone(self, entry: Waiting, due_at: str, reason: str, *, tried: bool) -> None:
        """Take note when to try an entry again; ``tried`` says whether its page was asked for."""
        self._write(entry, {"due_at": due_at, "reason": reason, "failures": entry.failures + tried})

    def _write(self, entry: Waiting, state: Mapping[str, object]) -> None:
        this = (feed_entries.c.feed == entry.feed, feed_entries.c.key == entry.key, feed_entries.c.mark == entry.mark)
        with self._writing() as connection:
            connection.execute(feed_entries.update().where(*this).values(**state))


def _find(connection: sa.Connection, address: str) -> Followed | None:
    columns = ("number", "address", "title", "due_at", "failures", "reason", "etag", "modified")
    query = sa.select(*(feeds.c[name] for name in columns)).where(feeds.c.address == address)
    row = connection.execute(query).mappings().one_or_none()
    return Followed(**_fields(row)) if row else None


def _fields(row: sa.RowMapping) -> dict[str, Any]:
    """Give the columns of a row by name, with its two validators as one."""
    kept: dict[str, Any] = {str(name): value for name, value in row.items()}
    return kept | {"validators": Validators(kept.pop("etag"), kept.pop("modified"))}


def _read_elsewhere(connection: sa.Connection, links: Collection[str]) -> set[str]:
    """Give those links that some feed announced and that have been read."""
    query = sa.select(feed_entries.c.link).where(feed_entries.c.done_at.is_not(None), feed_entries.c.reason.is_(None))
    return {
        link
        for some in portions(sorted(set(links)))
        for link in connection.execute(query.where(feed_entries.c.link.in_(some))).scalars()
        if link
    }
