"""What Python programs call: the same reading that the commands do, with typed results instead of printed ones."""

import datetime as dt
import os
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import closing

from detente import articles
from detente.articles import Article, article_of
from detente.errors import SourceError, UsageError
from detente.pipeline import read as read_article
from detente.positions import Choice
from detente.record import Failure, Reading, Record
from detente.settings import Settings
from detente.surfaces.batch import read_all
from detente.surfaces.exports import Row, dyad_rows, event_rows
from detente.surfaces.page import page as page_of
from detente.surfaces.rereading import read_once_more
from detente.surfaces.retrying import read_again
from detente.surfaces.workers import Outcome
from detente.versions import version

Source = str | os.PathLike[str] | Article


def read(
    sources: Source | Iterable[Source], *, jobs: int = 1, settings: Settings | None = None
) -> Generator[Reading | Failure]:
    """Read articles; give what comes of each, in their order: a ``Reading``, or a ``Failure`` with stage and reason.

    A source is a file, a folder, an address (``https://...``), ``-`` for standard input, or an ``Article``. ``jobs``
    processes read side by side; a script that asks for several needs ``if __name__ == "__main__":``. Nothing is kept:
    ``Record.read`` does that.

    Nothing is read before the results are taken, and one bad article never stops the others. Raise ``UsageError`` for
    settings that cannot be used.
    """
    return read_into(None, sources, jobs=jobs, settings=settings or Settings())


def read_into(
    record: Record | None, sources: Source | Iterable[Source], *, jobs: int, settings: Settings
) -> Generator[Reading | Failure]:
    """Read articles, and keep what comes of them where there is a record; give that."""
    if jobs < 1:
        raise UsageError(f"jobs is {jobs}; expected 1 or more")
    found = articles.read(_each(sources), settings)
    return results(read_all(found, record, version(settings), settings, jobs))


def read_text(
    text: str,
    *,
    published: str | dt.date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """Read one text; ``published`` is its day (``2021-08-05``), from which relative dates in it are reckoned.

    Nothing is kept. Raise ``SourceError`` for a text that is blank, too long or published in the future,
    ``LanguageError`` for one in a language that cannot be read yet, ``UsageError`` for a day that is none.
    """
    (found,) = articles.read([article_of(text, published=published, title=title, outlet=outlet)])
    if isinstance(found, SourceError):
        raise found
    return Reading(read_article(found, settings or Settings()).as_json())


def retry(record: Record, settings: Settings) -> Generator[Reading | Failure]:
    """Read again what failed, from where it was read, and keep what comes of it; give that."""
    return results(read_again(record, settings))


def reread(
    record: Record, settings: Settings, ids: Collection[str] = (), jobs: int = 1
) -> Generator[Reading | Failure]:
    """Read again what other versions of code, model or lexicon have read, and keep what comes of it; give that."""
    return results(read_once_more(record, settings, ids, jobs))


def page(reading: Reading) -> str:
    """Give one HTML page that needs nothing else: the text with every claim marked on its words and listed beside."""
    return page_of(reading.json)


def events(  # noqa: PLR0913
    record: Record,
    *,
    format: str = "plover",  # noqa: A002 - what the command calls it
    since: str | dt.date | None = None,
    until: str | dt.date | None = None,
    states: str | Iterable[str] = (),
    types: str | Iterable[str] = (),
    all: bool = False,  # noqa: A002 - what the command calls it
    economic_sanctions: str = "sanction",
) -> Iterator[Row]:
    """Give the events of a record, as objects of ``plover`` or rows of ``polecat``, by article and place in it.

    What the arguments mean stands with ``detente export events``, what the fields hold in docs/exports.md. Rows come
    one by one; ``pandas.DataFrame(detente.events(record, format="polecat"))`` is a table of them all. Raise
    ``UsageError`` at once for an argument that cannot be understood.
    """
    choice = Choice.of(since, until, states, types)
    return event_rows(record, choice, format, all_=all, older=_older(economic_sanctions))


def dyads(  # noqa: PLR0913
    record: Record,
    *,
    by: str = "year",
    since: str | dt.date | None = None,
    until: str | dt.date | None = None,
    states: str | Iterable[str] = (),
    types: str | Iterable[str] = (),
    undated: str = "row",
    undirected: bool = False,
    historical: bool = False,
    economic_sanctions: str = "sanction",
) -> tuple[Row, ...]:
    """Give how often who did what to whom by ``day``, ``month`` or ``year``: the rows of ``detente export dyads``.

    The keys are the columns in docs/exports.md. Raise ``UsageError`` for an argument that cannot be understood.
    """
    choice = Choice.of(since, until, states, types)
    older = _older(economic_sanctions)
    return dyad_rows(record, choice, by, undated=undated, undirected=undirected, historical=historical, older=older)


def _older(economic_sanctions: str) -> bool:
    if economic_sanctions not in ("sanction", "coerce"):
        raise UsageError(f"found economic_sanctions {economic_sanctions!r}; expected sanction or coerce")
    return economic_sanctions == "coerce"


def _each(sources: Source | Iterable[Source]) -> Iterator[str | Article]:
    several = (sources,) if isinstance(sources, str | os.PathLike | Article) else sources
    for source in several:
        yield source if isinstance(source, Article) else os.fspath(source)


def results(outcomes: Generator[Outcome]) -> Generator[Reading | Failure]:
    """Give outcomes as what Python programs get."""
    with closing(outcomes):
        for outcome in outcomes:
            if outcome.failure:
                yield outcome.failure
            elif outcome.printed:
                yield Reading(outcome.printed)
