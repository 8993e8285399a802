"""Reports: what single articles tell of an event, of those who are asked for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from detente.dates import LAST, bounds
from detente.positions.naming import Directory
from detente.record import Kept

_BEFORE = 7
"""So many days before its publication may lie what an article tells as news without a date."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one article tells of an event: its claim, as coded there, with the words and whose they are.

    ``date`` is the day that the text names (EDTF), ``reported`` the day of publication; ``asserted`` says that
    somebody quoted there tells it, not the article itself. ``judged`` and ``retracted`` are as in a ``Statement``.
    """

    type: str
    mode: str | None
    status: str
    negated: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    reported: str | None
    quote: str
    outlet: str | None
    article: str
    claim: str
    asserted: bool
    why: str
    judged: str | None = None
    retracted: str | None = None

    @property
    def told(self) -> str:
        """Give how it is told: done, future or hypothetical, and whether denied."""
        done = "done" if self.status in ("actual", "historical") else self.status
        return f"{done} denied" if self.negated else done

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """Give the first and last day on which it can have been; None where nothing tells."""
        if self.date:
            return bounds(self.date)
        if not self.reported or self.status != "actual":
            return None
        last = bounds(self.reported).last
        return last - dt.timedelta(days=_BEFORE), last

    def order(self) -> tuple[str, ...]:
        """Give what reports are sorted by: their days, then article and claim."""
        first, last = self.days or (LAST, LAST)
        return first.isoformat(), last.isoformat(), self.article, self.claim


def report_of(kept: Kept, directory: Directory, wanted: Sequence[str]) -> Report | None:
    """Give what a claim tells of those who are wanted; None where it is of others."""
    body = kept.body
    actors = tuple(sorted({directory.state(actor) for actor in body["actors"]}))
    recipients = tuple(sorted({directory.state(actor) for actor in body["recipients"]}))
    if not _is_between(actors, recipients, wanted):
        return None
    return Report(
        type=body["type"],
        mode=body["mode"],
        status=body["status"],
        negated=body["negated"],
        actors=actors,
        recipients=recipients,
        date=body["date"],
        reported=kept.article.published,
        quote="",
        outlet=kept.article.outlet,
        article=kept.article.id,
        claim=body["id"],
        asserted=body["asserted_by"] is not None,
        why=body["why"],
        judged=kept.judged,
        retracted=kept.article.retracted,
    )


def _is_between(actors: Sequence[str], recipients: Sequence[str], wanted: Sequence[str]) -> bool:
    """Say whether the one who is wanted is there, or two on the two sides, or acting together alone."""
    if len(wanted) <= 1:
        return {*wanted} <= {*actors, *recipients}
    one, other = wanted
    facing = (one in actors and other in recipients) or (one in recipients and other in actors)
    return facing or (not recipients and one in actors and other in actors)
