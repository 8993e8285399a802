"""Filters of a search: of what kind, on what issue, in which outlet and language, between which days."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Self

import sqlalchemy as sa

from detente.dates import Bounds, bounds, is_edtf
from detente.errors import UsageError
from detente.lexicon import issues as all_issues
from detente.record.moments import When, shown
from detente.record.tables import articles, claims, readings
from detente.record.verdicts import NO_VERDICTS, Verdicts
from detente.text import fold

_READ = readings.join(articles, articles.c.number == readings.c.article)


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

    @classmethod
    def of(
        cls,
        *,
        kinds: Collection[str] = (),
        issues: Collection[str] = (),
        outlets: Collection[str] = (),
        languages: Collection[str] = (),
        since: str | None = None,
        until: str | None = None,
    ) -> Self:
        """Make filters of what a user says; raise ``UsageError`` for what cannot be understood.

        An issue is an id or a name, and has the narrower ones in it; ``since`` and ``until`` are a day, month or year.
        """
        first = _bounds(since).first.isoformat() if since else None
        last = _bounds(until).last.isoformat() if until else None
        if first and last and first > last:
            raise UsageError(f"since {since} is after until {until}; expected an earlier day")
        wide = frozenset(id_ for each in issues for id_ in _issues(each))
        spoken = tuple(each.lower() for each in languages)
        return cls(kinds=kinds, issues=wide, outlets=outlets, languages=spoken, since=first, until=last)

    def conditions(
        self, connection: sa.Connection, when: When, verdicts: Verdicts = NO_VERDICTS
    ) -> list[sa.ColumnElement[bool]]:
        """Give the conditions on articles and readings; claims count as they were judged.

        Raise ``UsageError`` for what the record, as of then, cannot have.
        """
        found: list[sa.ColumnElement[bool]] = []
        _check_kinds(connection, self.kinds, when)
        if self.kinds or self.issues:
            found.append(sa.exists().where(claims.c.reading == readings.c.number, *self.of_claims(verdicts)))
        if self.outlets:
            found.append(articles.c.outlet.in_(_outlets(connection, self.outlets, when)))
        if self.languages:
            found.append(readings.c.language.in_(self.languages))
        if self.since:
            found.append(articles.c.published >= self.since)
        if self.until:
            found.append(articles.c.published <= self.until)
        return found

    def of_claims(self, verdicts: Verdicts = NO_VERDICTS) -> list[sa.ColumnElement[bool]]:
        """Give the conditions on claims, so that databases go through the claims of a reading, not of an issue."""
        found: list[sa.ColumnElement[bool]] = []
        if self.kinds:
            found.append(sa.func.coalesce(claims.c.kind, "").in_(self.kinds))
        if self.issues:
            found.append(self._on_issue(verdicts))
        return [*found, claims.c.number.not_in(verdicts.rejected)] if verdicts.rejected else found

    def _on_issue(self, verdicts: Verdicts) -> sa.ColumnElement[bool]:
        """Give the condition for the claims on one of the issues: that which it was corrected to counts."""
        kept = sa.func.coalesce(claims.c.issue, "").in_(self.issues)
        moved = verdicts.issues
        if not moved:
            return kept
        here = [number for number, issue in moved.items() if issue in self.issues]
        return (kept & claims.c.number.not_in(moved)) | claims.c.number.in_(here)


ANYWHERE = Within()


def _bounds(given: str) -> Bounds:
    if "/" in given or not is_edtf(given):
        raise UsageError(f"found {given!r}; expected a day such as 2021-08-05, a month or a year")
    return bounds(given)


def _issues(given: str) -> Iterator[str]:
    """Give an issue by id or name, and those within it."""
    known = all_issues()
    named = [
        id_ for id_, issue in known.items() if fold(given) in (fold(id_), fold(id_.replace("_", " ")), fold(issue.name))
    ]
    if not named:
        raise UsageError(f"found the issue {given!r}; expected one of {', '.join(known)}")
    yield named[0]
    for id_, issue in known.items():
        if issue.parent == named[0]:
            yield from _issues(id_)


def _check_kinds(connection: sa.Connection, kinds: Collection[str], when: When) -> None:
    if kinds:
        looked_for = sa.select(readings.c.kinds).select_from(_READ).where(shown(when)).distinct()
        lists = connection.execute(looked_for).scalars()
        known = sorted({kind for each in lists for kind in json.loads(each)})
        for kind in kinds:
            if known and kind not in known:
                raise UsageError(f"found the kind {kind!r}; expected one of {', '.join(known)}")


def _outlets(connection: sa.Connection, wanted: Collection[str], when: When) -> list[str]:
    """Give the outlets as articles spell them."""
    outlets = sa.select(articles.c.outlet).select_from(_READ).where(shown(when), articles.c.outlet.is_not(None))
    known = connection.execute(outlets.distinct())
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
