"""Following feeds and folders: look, read what waits, note that it was read, rest, and so on.

The record knows what has been seen and what still waits, so that a stop at any moment loses nothing.
"""

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from detente.articles import Article, Manners
from detente.errors import ArticleError, SourceError, UsageError
from detente.record import Failure, Record, Waiting
from detente.settings import Settings
from detente.surfaces.batch import read_all
from detente.surfaces.watched import Tell, Visit, Watched
from detente.surfaces.watched_feed import WatchedFeed
from detente.surfaces.watched_folder import WatchedFolder
from detente.surfaces.workers import Outcome
from detente.versions import Version, version

_FOLDER_SECONDS = 5.0
_PORTION = 50
"""So many entries of one source are read before the others have their turn."""

_STAGE = "feed"


class Plan(NamedTuple):
    """How to watch: seconds between two looks at a feed, one round or for good, processes that read side by side."""

    every: float = 900.0
    once: bool = False
    jobs: int = 1


def watch(
    sources: Iterable[str], record: Record, settings: Settings, plan: Plan, tell: Tell = lambda _: None
) -> Generator[Outcome]:
    """Follow feeds (addresses) and folders (paths); keep what comes of their articles and give it.

    With ``plan.once``, everything that is there now; else until somebody breaks it off. Raise ``UsageError`` at once
    for a source that is neither an address nor a folder.
    """
    watching = _Watching(record, settings, plan, tell)
    followed = [watching.of(source) for source in dict.fromkeys(sources)]
    return watching.round(followed) if plan.once else watching.rounds(followed)


class _Watching:
    def __init__(self, record: Record, settings: Settings, plan: Plan, tell: Tell) -> None:
        self._record = record
        self._settings = settings
        self._plan = plan
        self._tell = tell
        self._manners = Manners(settings)

    def of(self, source: str) -> Watched:
        """Give what follows a source."""
        following = self._record.following
        if "://" in source:
            return WatchedFeed(source, following, self._manners, self._settings, self._tell)
        if not Path(source).is_dir():
            raise UsageError(f"found {source!r}; expected a folder, or the address of a feed (https://...)")
        return WatchedFolder(Path(source), following, self._settings, self._tell)

    def rounds(self, sources: list[Watched]) -> Generator[Outcome]:
        """Go round and round; each source is looked at when its time has come."""
        next_look = {number: time.monotonic() + source.rest() for number, source in enumerate(sources)}
        while True:
            for number, source in enumerate(sources):
                with self._record.following.alone(source.followed) as held:
                    if not held:
                        continue
                    if time.monotonic() >= next_look[number]:
                        yield from self._look(source)
                        every = _FOLDER_SECONDS if isinstance(source, WatchedFolder) else self._plan.every
                        next_look[number] = time.monotonic() + max(every, source.rest())
                    yield from self._read(source, _PORTION)
            if not any(self._record.following.waiting(source.followed, 1) for source in sources):
                time.sleep(min(max(min(next_look.values()) - time.monotonic(), 0.0), _FOLDER_SECONDS))

    def round(self, sources: list[Watched]) -> Generator[Outcome]:
        """Look at each source once, and read all that waits there."""
        for source in sources:
            with self._record.following.alone(source.followed) as held:
                if held:
                    yield from self._look_once(source)
                    yield from self._read(source)
                else:
                    self._tell(f"{source.followed.address}: another watcher of this record reads it now")

    def _look_once(self, source: Watched) -> Iterator[Outcome]:
        rest = source.rest()
        if rest:
            reason = f" ({source.followed.reason})" if source.followed.reason else ""
            self._tell(f"{source.followed.address}: asked to wait another {rest / 60:.0f} minutes{reason}")
        else:
            yield from self._look(source)

    def _look(self, source: Watched) -> Iterator[Outcome]:
        """See what is new; a source that gives nothing is a failure of its own, until it gives something again."""
        address = source.followed.address
        failed_before = source.followed.failures > 0
        try:
            source.look()
        except SourceError as error:
            failure = Failure(address, _STAGE, error.reason)
            self._record.fail(failure)
            yield Outcome(address, failure=failure)
            return
        if failed_before:
            self._record.resolve(address)

    def _read(self, source: Watched, most: int | None = None) -> Generator[Outcome]:
        """Read what waits and note of each entry that it was read, after all that came of it is kept."""
        following = self._record.following
        read = version(self._settings)
        ends: deque[tuple[Waiting, Visit] | None] = deque()

        def articles() -> Iterator[Article | ArticleError]:
            for entry in following.waiting(source.followed, most):
                visit = source.visit(entry)
                if visit is None:
                    continue
                news = (each for each in visit.found if not self._knows(each, read))
                one = next(news, None)
                if one is None:
                    following.settle(entry, None, visit.validators)
                while one is not None:
                    after = next(news, None)
                    ends.append((entry, visit) if after is None else None)
                    yield one
                    one = after

        with closing(read_all(articles(), self._record, read, self._settings, self._plan.jobs)) as outcomes:
            for outcome in outcomes:
                end = ends.popleft()
                if end:
                    entry, visit = end
                    following.settle(entry, outcome.failure.reason if outcome.failure else None, visit.validators)
                yield outcome

    def _knows(self, found: Article | ArticleError, read: Version) -> bool:
        """Say whether the very same text was read already, so that nothing is new."""
        return isinstance(found, Article) and self._record.get(found.id, found.sha256, read) is not None
