"""Reading once more what failed, from where it was read: a file is opened again, an address fetched again."""

from collections.abc import Generator, Iterator

from detente.articles import Article, file_of, read_from
from detente.errors import ArticleError
from detente.record import Failure, Record
from detente.settings import Settings
from detente.surfaces.batch import read_all
from detente.surfaces.workers import Outcome
from detente.versions import version


def read_again(record: Record, settings: Settings) -> Generator[Outcome]:
    """Read the sources of the open failures again and keep what comes of them; give the outcomes.

    A row of a file that failed is found by its number; where nothing fails there any more, the failure is resolved.
    """
    groups: dict[tuple[str, str | None], list[Failure]] = {}
    for failure in record.failures():
        groups.setdefault((file_of(failure.source), failure.place), []).append(failure)
    for (name, place), failures in groups.items():
        failed = {failure.source for failure in failures}
        if place is None:
            yield from (Outcome(each.source, failure=each) for each in failures)
            continue
        still = set()
        again = _only(read_from(place, name, settings), failed, name)
        for outcome in read_all(again, record, version(settings), settings):
            if outcome.failure:
                still.add(outcome.source)
            yield outcome
        for source in failed - still if name not in still else ():
            record.resolve(source)


def _only(found: Iterator[Article | ArticleError], failed: set[str], name: str) -> Iterator[Article | ArticleError]:
    """Give what failed before, and everything where the whole file failed, or does so now."""
    for each in found:
        if each.source in failed or name in failed or each.source == name:
            yield each
