"""A record as Python programs have it: opened, read into, asked; every method is a command of the same name."""

import os
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, Self

from detente.errors import UsageError
from detente.record import Failure, Reading
from detente.record import Record as Store
from detente.settings import Settings
from detente.surfaces.deciding import Deciding

if TYPE_CHECKING:  # the parser is loaded only by those who read
    from detente.surfaces.api import Source


class Record(Deciding):
    """A record, open for reading articles into it and for asking it; in a ``with`` block it is closed at the end.

    >>> with Record.open("/nowhere/none.db", create=False) as record:
    ...     record.positions("Peru", "Venezuela")
    ()
    """

    @classmethod
    def open(
        cls, address: str | os.PathLike[str] = "", *, create: bool = True, settings: Settings | None = None
    ) -> Self:
        """Open the record at a path or URL, empty for the default one; raise ``RecordError`` where that fails.

        Without ``create``, a record that does not exist is read as an empty one, and no file is made. The settings are
        those with which it is read into and asked.
        """
        return cls(Store.open(address, create=create), settings or Settings())

    @property
    def name(self) -> str:
        """The path or URL, for messages."""
        return self._store.name

    def read(self, sources: "Source | Iterable[Source]", *, jobs: int = 1) -> Generator[Reading | Failure]:
        """Read articles and keep what comes of them, one transaction an article; give it as ``detente.read`` does.

        What the record holds already is not read again. Nothing is read before the results are taken.
        """
        from detente.surfaces.api import read_into

        return read_into(self._store, sources, jobs=jobs, settings=self._settings)

    def watch(
        self,
        sources: str | Iterable[str],
        *,
        every: float = 15.0,
        once: bool = False,
        jobs: int = 1,
        tell: Callable[[str], None] = lambda _: None,
    ) -> Generator[Reading | Failure]:
        """Follow feeds (addresses) and folders (paths); give what is new there, as ``read`` does.

        For good, or with ``once`` all that is there now. A feed is asked every so many minutes; ``tell`` is called with
        what a person who watches wants to know. Raise ``UsageError`` at once for what can be no source.
        """
        if jobs < 1 or every <= 0:
            raise UsageError(f"found jobs {jobs} and every {every}; expected 1 job or more, and more than 0 minutes")
        from detente.surfaces.api import results
        from detente.surfaces.watching import Plan, watch

        several = (sources,) if isinstance(sources, str) else sources
        return results(watch(several, self._store, self._settings, Plan(every * 60, once, jobs), tell))

    def retry(self) -> Generator[Reading | Failure]:
        """Read again what failed, from where it was read, and keep what comes of it; give that as ``read`` does.

        What only the caller can give again, an ``Article`` or standard input, comes as the ``Failure`` that it was.
        """
        from detente.surfaces.api import retry

        return retry(self._store, self._settings)

    def reread(self, articles: Iterable[str] = (), *, jobs: int = 1) -> Generator[Reading | Failure]:
        """Read again, with the present code, model and lexicon, what others have read: these articles, or all."""
        from detente.surfaces.api import reread

        return reread(self._store, self._settings, [self._store.show(each).article.id for each in articles], jobs)

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
