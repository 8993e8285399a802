"""Reading many articles, in order, into a record where there is one; what it holds already is not read again."""

from collections.abc import Generator, Iterable
from contextlib import closing

from detente.articles import Article
from detente.errors import ArticleError
from detente.record import Record
from detente.settings import Settings
from detente.surfaces.workers import Outcome, Workers, failed, read_here
from detente.versions import Version


def read_all(
    articles: Iterable[Article | ArticleError], record: Record | None, read: Version, settings: Settings, jobs: int = 1
) -> Generator[Outcome]:
    """Read the articles and keep what comes of them, where there is a record; give the outcomes in their order."""

    def known(article: Article | ArticleError) -> Outcome | None:
        if isinstance(article, ArticleError):
            return failed(article)
        printed = record.get(article.id, article.sha256, read) if record else None
        return Outcome(article.source, printed) if printed else None

    reading = read_here(articles, known, settings) if jobs == 1 else Workers(settings, jobs).read(articles, known)
    with closing(reading):
        for outcome in reading:
            yield _kept(outcome, record, read) if record else outcome


def _kept(outcome: Outcome, record: Record, read: Version) -> Outcome:
    if outcome.failure:
        record.fail(outcome.failure)
    return outcome._replace(printed=record.add(outcome.printed, read)) if outcome.printed else outcome
