"""Who recognises whom in a contested office."""

import datetime as dt
from dataclasses import dataclass

from detente.dates import bounds
from detente.positions.identified import Identified
from detente.positions.naming import Directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Recogniser:
    """One who recognises a claimant, or refuses to, with the words that say so and the day of their report."""

    id: str
    name: str
    recognised: bool
    since: str | None
    until: str | None
    reported: str | None
    quote: str
    article: str
    outlet: str | None
    retracted: str | None


def recognisers(
    seen: Identified, directory: Directory, claimant: str, day: dt.date | None = None
) -> tuple[Recogniser, ...]:
    """Give who recognises a claimant or not, by name and day; with a day, nothing that began later or was over."""
    found = {}
    for kept in seen.claims("recognitions", who={claimant}, roles=("claimant",)):
        body = kept.body
        if body["claimant"] != claimant or (day and not _may_hold(body["since"], body["until"], day)):
            continue
        each = Recogniser(
            id=body["holder"],
            name=directory.name(body["holder"]),
            recognised=body["recognised"],
            since=body["since"],
            until=body["until"],
            reported=kept.article.published,
            quote=kept.quote(),
            article=kept.article.id,
            outlet=kept.article.outlet,
            retracted=kept.article.retracted,
        )
        found[each.id, each.recognised, each.reported, each.quote, each.article] = each
    return tuple(
        sorted(found.values(), key=lambda each: (each.name, each.reported or "9999", each.article, each.quote))
    )


def _may_hold(since: str | None, until: str | None, day: dt.date) -> bool:
    return not (since and bounds(since).first > day) and not (until and bounds(until).last < day)
