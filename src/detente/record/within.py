"""Filters of a search: of what kind, on what issue, in which outlet and language, between which days."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from detente.errors import UsageError
from detente.record.tables import articles, claims, readings
from detente.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Where to search; what is empty leaves nothing out.

    ``kinds`` and ``issues``: the article has a claim that is of one of the kinds and on one of the issues. ``outlets``
    are names, accents and case aside; ``languages`` ISO 639-1; ``since`` and ``until`` the first and last day of
    publication, ISO 8601, which leave out articles whose day nobody knows.
    """

    kinds: Collection[str] = ()
    issues: Collection[str] = ()
    outlets: Collection[str] = ()
    languages: Collection[str] = ()
    since: str | None = None
    until: str | None = None

    def conditions(self, connection: sa.Connection) -> list[sa.ColumnElement[bool]]:
        """Give the conditions on articles and readings; raise ``UsageError`` for an outlet that the record lacks."""
        found: list[sa.ColumnElement[bool]] = []
        if self.kinds or self.issues:
            found.append(sa.exists().where(claims.c.reading == readings.c.number, *self.of_claims()))
        if self.outlets:
            found.append(articles.c.outlet.in_(_outlets(connection, self.outlets)))
        if self.languages:
            found.append(readings.c.language.in_(self.languages))
        if self.since:
            found.append(articles.c.published >= self.since)
        if self.until:
            found.append(articles.c.published <= self.until)
        return found

    def of_claims(self) -> list[sa.ColumnElement[bool]]:
        """Give the conditions on claims."""
        asked = ((claims.c.kind, self.kinds), (claims.c.issue, self.issues))
        return [column.in_(wanted) for column, wanted in asked if wanted]


ANYWHERE = Within()


def _outlets(connection: sa.Connection, wanted: Collection[str]) -> list[str]:
    """Give the outlets as articles spell them."""
    known = connection.execute(sa.select(articles.c.outlet).distinct().where(articles.c.outlet.is_not(None)))
    spelt: dict[str, list[str]] = {}
    for outlet in known.scalars():
        spelt.setdefault(fold(outlet), []).append(outlet)
    lost = [each for each in wanted if fold(each) not in spelt]
    if lost:
        raise UsageError(f"found the outlet {lost[0]!r}; expected one of those in the record: {_some(spelt)}")
    return [outlet for each in wanted for outlet in spelt[fold(each)]]


def _some(spelt: dict[str, list[str]], most: int = 10) -> str:
    names = sorted(each[0] for each in spelt.values())
    return (", ".join(names[:most]) or "none") + (f" and {len(names) - most} more" if len(names) > most else "")
