"""Reading many articles into the record, in order; what it holds already is not read again."""

from collections.abc import Generator, Iterable
from contextlib import closing

from detente.articles import Article
from detente.errors import ArticleError
from detente.record import Record
from detente.settings import Settings
from detente.surfaces.workers import Outcome, Workers, failed, read_here
from detente.versions import Version


def read_all(
    articles: Iterable[Article | ArticleError], record: Record, read: Version, settings: Settings, jobs: int = 1
) -> Generator[Outcome]:
    """Read the articles and keep what comes of them; give the outcomes in the order of the articles."""

    def known(article: Article | ArticleError) -> Outcome | None:
        if isinstance(article, ArticleError):
            return failed(article)
        printed = record.get(article.id, article.sha256, read)
        return Outcome(article.source, printed) if printed else None

    reading = read_here(articles, known, settings) if jobs == 1 else Workers(settings, jobs).read(articles, known)
    with closing(reading):
        for outcome in reading:
            if outcome.failure:
                record.fail(outcome.failure)
                yield outcome
            elif outcome.printed:
                yield outcome._replace(printed=record.add(outcome.printed, read))
