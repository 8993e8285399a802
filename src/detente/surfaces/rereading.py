"""Reading once more, with the versions of today, what other versions have read: from the texts in the record."""

from collections.abc import Collection, Generator, Iterator
from dataclasses import replace

from detente.articles import Article, restored
from detente.record import Record
from detente.settings import Settings
from detente.surfaces.batch import read_all
from detente.surfaces.workers import Outcome
from detente.versions import Version, version


def read_once_more(record: Record, settings: Settings, ids: Collection[str] = (), jobs: int = 1) -> Generator[Outcome]:
    """Read the articles that other versions have read, those with these ids or all; keep the readings beside the old.

    Retracted and erased articles are left out. Give the outcomes, by the articles' ids.
    """
    return read_all(_older(record, version(settings), ids), record, version(settings), settings, jobs)


def _older(record: Record, today: Version, ids: Collection[str]) -> Iterator[Article]:
    for each in record.readings():
        article = each.reading.article
        if each.version != today and article.text and (not ids or article.id in ids):
            language = each.reading.language if each.reading.language_certain else None
            yield restored(replace(article, language=language))
