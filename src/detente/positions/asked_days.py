"""The day of the world that a question asks for."""

import datetime as dt

from detente.errors import UsageError


def day_of(given: str | dt.date) -> dt.date:
    """Give the day; raise ``UsageError`` for what is none.

    >>> day_of("2021-08-05")
    datetime.date(2021, 8, 5)
    """
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError as error:
        raise UsageError(f"found {str(given)!r}; expected a day such as 2021-08-05") from error
