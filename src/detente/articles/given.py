"""Articles that a program gives, with no file or address behind them."""

import datetime as dt
from dataclasses import replace

from detente.articles.article import Article
from detente.articles.days import day
from detente.articles.raw import refuse_blank
from detente.articles.rows import from_row
from detente.errors import SourceError, UsageError

MARK = "-:"
"""With this begins the source of an article that only the program can give again."""


def article_of(
    text: str,
    *,
    id: str = "",  # noqa: A002 - as the field is called
    published: str | dt.date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Article:
    """Make an article of a text and what is known of it, as of a row of JSON Lines.

    ``published`` is a day (``2021-08-05``); what is not given is taken from header lines, where the text has some.
    The ``id`` is the URL where none is given, else the SHA-256 of the text. Raise ``SourceError`` for a blank text,
    ``UsageError`` for a day that is none.

    >>> article_of("Peru left.", id="one", published=dt.date(2021, 8, 5)).published
    '2021-08-05'
    """
    if published is not None and not day(str(published)):
        raise UsageError(f"published is {published!r}; expected a day such as 2021-08-05")
    told = {"id": id, "published": published, "title": title, "outlet": outlet, "url": url}
    row = {name: str(value) for name, value in told.items() if value}
    made = from_row({**row, "text": text}, "-")
    return replace(made, source=f"{MARK}{made.id}")


def checked(article: Article) -> Article | SourceError:
    """Give an article that a program made, or the error that says why it cannot be read."""
    try:
        refuse_blank(article.text, article.source)
        article.text.encode()
    except SourceError as error:
        return error
    except UnicodeEncodeError as error:
        return SourceError(article.source, f"found half of a surrogate pair at {error.start}; expected characters")
    if article.published and day(article.published) != article.published:
        return SourceError(article.source, f"found published {article.published!r}; expected a day such as 2021-08-05")
    return article.identified()
