"""Reading one article, here or in other processes; an article that kills its process costs only itself."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, NamedTuple

from detente.articles import Article, place_of
from detente.errors import ArticleError, DetenteError, RefusedError
from detente.record import Failure
from detente.settings import Settings
from detente.surfaces.lasting import TooLongError, at_most

_LACK = "this machine could not read it now (memory, space for temporary files?)"
_AHEAD = 4
"""So many articles a worker are under way at once."""


class Outcome(NamedTuple):
    """What came of one article: the printed object, or the failure."""

    source: str
    printed: dict[str, Any] | None = None
    failure: Failure | None = None


Known = Callable[[Article | ArticleError], Outcome | None]


def failed(error: ArticleError) -> Outcome:
    """Give the outcome of an article that could not be read."""
    found = _failed(error.source, error.stage, error.reason)
    if isinstance(error, RefusedError) and found.failure:  # `failures --retry` is no way around robots.txt
        return found._replace(failure=found.failure._replace(place=None))
    return found


def _failed(source: str, stage: str, reason: str) -> Outcome:
    return Outcome(source, failure=Failure(source, stage, reason, place=place_of(source)))


def read_one(article: Article, settings: Settings) -> Outcome:
    """Read one article; whatever goes wrong with it becomes its failure."""
    from detente.pipeline import read

    try:
        with at_most(settings.read_seconds):
            return Outcome(article.source, read(article, settings).as_json())
    except ArticleError as error:
        return failed(error)
    except DetenteError:
        raise
    except (OSError, MemoryError) as lack:
        return _failed(article.source, "read", f"{_LACK}: {lack or type(lack).__name__}")
    except TooLongError:
        reason = f"not read within {settings.read_seconds:g} seconds (DETENTE_READ_SECONDS); its reading was broken off"
        return _failed(article.source, "read", reason)
    except Exception as fault:  # noqa: BLE001 - one bad article never stops the others
        reason = f"{type(fault).__name__}: {fault} (a fault of Détente: please report it with the article)"
        return _failed(article.source, "read", reason)


def read_here(articles: Iterable[Article | ArticleError], known: Known, settings: Settings) -> Generator[Outcome]:
    """Read one article after the other; ``known`` gives the outcomes that need no reading."""
    for article in articles:
        outcome = known(article)
        if outcome is None and isinstance(article, Article):
            outcome = read_one(article, settings)
        if outcome:
            yield outcome


class Workers:
    """Processes that read articles; where one dies, the article that killed it is found and the others go on."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self._settings = settings
        self._jobs = jobs
        self._waiting: deque[tuple[Article | None, Outcome | Future[Outcome]]] = deque()
        self._pool = _pool(jobs)

    def read(self, articles: Iterable[Article | ArticleError], known: Known) -> Generator[Outcome]:
        """Give the outcomes in the order of the articles; ``known`` gives those that need no reading."""
        try:
            for article in articles:
                if outcome := known(article):
                    self._waiting.append((None, outcome))
                elif isinstance(article, Article):
                    self._waiting.append((article, self._submit(article)))
                while len(self._waiting) >= _AHEAD * self._jobs:
                    yield self._next()
            while self._waiting:
                yield self._next()
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, article: Article) -> Future[Outcome]:
        try:
            return self._pool.submit(read_one, article, self._settings)
        except BrokenProcessPool as error:
            broken: Future[Outcome] = Future()
            broken.set_exception(error)
            return broken

    def _next(self) -> Outcome:
        article, outcome = self._waiting.popleft()
        if not isinstance(outcome, Future):
            return outcome
        try:
            return outcome.result()
        except BrokenProcessPool:
            assert article is not None  # noqa: S101 - futures are made of articles
            return self._begin_anew(article)

    def _begin_anew(self, suspect: Article) -> Outcome:
        """Read one article in a process of its own, which it may kill; send the others out again."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        with _pool(1) as alone:
            try:
                found = alone.submit(read_one, suspect, self._settings).result()
            except BrokenProcessPool:
                reason = "the process that read it has died (out of memory?)"
                found = _failed(suspect.source, "read", reason)
        self._pool = _pool(self._jobs)
        self._waiting = deque(
            (article, self._submit(article) if article and _is_broken(outcome) else outcome)
            for article, outcome in self._waiting
        )
        return found


def _is_broken(outcome: Outcome | Future[Outcome]) -> bool:
    if not isinstance(outcome, Future):
        return False
    return outcome.cancelled() or not outcome.done() or isinstance(outcome.exception(), BrokenProcessPool)


def _pool(jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker)


def _start_worker() -> None:
    """Leave interruption to the parent, and end when it ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)
