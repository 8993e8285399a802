"""Every exception that Détente raises, one tree.

    DetenteError
    ├── UsageError            arguments or settings that cannot be used
    ├── LexiconError          a data file that cannot be understood: file, entry, what was expected
    ├── ArticleError          one article that cannot be read; carries stage and reason
    │   ├── SourceError       ... because its file, line or address gives no article
    │   │   ├── UnreachableError  ... now, and may later; carries how long to wait
    │   │   └── RefusedError      ... to programs, as its host says in robots.txt
    │   └── LanguageError     ... because it is written in a language that cannot be read yet
    └── RecordError           the record cannot be opened, read or written

A batch catches ``ArticleError`` and goes on; everything else stops it.
"""


class DetenteError(Exception):
    """The root of the tree: everything that Détente raises on purpose."""


class UsageError(DetenteError):
    """Arguments or settings that cannot be used; the message says what was expected."""


class LexiconError(DetenteError):
    """A data file that cannot be understood; the message names file, entry and expectation."""


class ArticleError(DetenteError):
    """One article that cannot be read.

    ``source`` is the article's id, path or line; ``stage`` the step that failed; the message is the reason.
    """

    stage = "read"

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class SourceError(ArticleError):
    """A file, line or address that gives no article."""

    stage = "source"


class UnreachableError(SourceError):
    """An address that gives nothing now and may later: no answer, too many requests, a fault of its server.

    ``wait`` is how many seconds it asks to be left alone; None where it does not say.
    """

    def __init__(self, source: str, reason: str, wait: float | None = None) -> None:
        super().__init__(source, reason)
        self.wait = wait


class RefusedError(SourceError):
    """An address that its host's robots.txt keeps from programs that follow links by themselves."""

    stage = "robots"


class LanguageError(ArticleError):
    """An article that is, with confidence, written in a language that cannot be read yet."""

    stage = "language"


class RecordError(DetenteError):
    """The record cannot be opened, read or written; the message says where and why."""
