"""Moments of our knowledge, and which readings are shown at one: decision 12 tells what each clock means."""

import datetime as dt
import re
from typing import NamedTuple

import sqlalchemy as sa

from detente.dates import is_edtf
from detente.errors import UsageError
from detente.record.tables import articles, judgements, readings

RETRACT = "retract"
"""The kind of judgement that retracts an article."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class When(NamedTuple):
    """What is asked for: what was ``known`` at a moment (as ``moment`` gives it), of what was ``published`` by a day.

    None stands for now, and for articles of whatever day.
    """

    known: str | None = None
    published: str | None = None


NOW = When()


def written(time: dt.datetime) -> str:
    """Give a time as the record keeps it: ISO 8601 in UTC, with milliseconds; so later times are greater strings."""
    return time.astimezone(dt.UTC).isoformat(timespec="milliseconds")


def moment(given: str | dt.date) -> str:
    """Give a moment as the record keeps times; of a day its end, of a time without zone that of UTC.

    Raise ``UsageError`` for anything else.

    >>> moment("2021-08-05"), moment("2021-08-05T12:30+02:00")
    ('2021-08-05T23:59:59.999+00:00', '2021-08-05T10:30:00.000+00:00')
    """
    said = given.isoformat() if isinstance(given, dt.date) else given.strip()
    try:
        if _DAY.fullmatch(said):
            return written(dt.datetime.combine(dt.date.fromisoformat(said), dt.time.max, dt.UTC))
        time = dt.datetime.fromisoformat(said) if "T" in said or " " in said else None
    except ValueError:
        time = None
    if time is None:
        raise UsageError(f"found {said!r}; expected a day such as 2021-08-05, or a time such as 2021-08-05T12:30")
    return written(time if time.tzinfo else time.replace(tzinfo=dt.UTC))


def day(given: str | dt.date) -> str:
    """Give a day of the world, ISO 8601; raise ``UsageError`` for what is none.

    >>> day("2021-08-05")
    '2021-08-05'
    """
    said = str(given).strip()
    if not _DAY.fullmatch(said) or not is_edtf(said):
        raise UsageError(f"found {said!r}; expected a day such as 2021-08-05")
    return said


def shown(when: When = NOW) -> sa.ColumnElement[bool]:
    """Give the condition, over ``readings`` and ``articles`` joined, for the readings that support what views show.

    Of each article that is known one reading, unless its version says that its outlet has withdrawn it.
    """
    return sa.and_(known(when), articles.c.notice.is_(None) | (articles.c.notice != "withdrawn"))


def known(when: When = NOW) -> sa.ColumnElement[bool]:
    """Give the condition, over ``readings`` and ``articles`` joined, for the reading of each article that counts."""
    conditions = [held(when.known), sa.not_(retracted(articles.c.id, when.known))]
    if when.published is not None:
        conditions.append(articles.c.published <= when.published)
    return sa.and_(*conditions)


def held(known: str | None) -> sa.ColumnElement[bool]:
    """Give the condition for the readings that were recorded by a moment and not superseded by then."""
    if known is None:
        return readings.c.superseded_at.is_(None)
    later = readings.c.superseded_at.is_(None) | (readings.c.superseded_at > known)
    return (readings.c.recorded_at <= known) & later


def standing(known: str | None) -> sa.ColumnElement[bool]:
    """Give the condition for judgements that were passed by a moment and not withdrawn by then."""
    if known is None:
        return judgements.c.withdrawn_at.is_(None)
    later = judgements.c.withdrawn_at.is_(None) | (judgements.c.withdrawn_at > known)
    return (judgements.c.judged_at <= known) & later


def retracted(article: sa.ColumnElement[str], known: str | None) -> sa.ColumnElement[bool]:
    """Give the condition that an article, by its id, was retracted at a moment."""
    return sa.exists().where(judgements.c.kind == RETRACT, judgements.c.one == article, standing(known))
