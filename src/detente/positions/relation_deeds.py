"""What two sides did to each other and said of each other: the pieces of which the course of a relation is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from detente.lexicon import bearing, event_types
from detente.positions.copies import first_of
from detente.positions.happenings import Happening
from detente.positions.issue_sides import OPPOSITE
from detente.positions.reports import Report
from detente.positions.statements import Statement
from detente.record import Record

By = Literal["one", "other", "both"]
_SAID = ("stances", "recognitions", "commitments")
"""Kinds of statements that are words; deeds stand among the events already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An event between two sides, told as done: by the ``one``, by the ``other``, or by ``both``.

    ``score`` is the published one. ``first`` and ``last`` bound its day. ``dated`` says that a text tells the day;
    else the day of its report bounds it. ``quote``, ``article`` and ``claim`` are of its first report; ``texts``
    counts those that report it.
    """

    by: By
    type: str
    mode: str | None
    quad: int
    score: float
    first: str | None
    last: str | None
    dated: bool
    texts: int
    quote: str
    outlet: str | None
    article: str
    claim: str
    retracted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one side said that shows where it stands on the other.

    ``side`` is ``for`` or ``against`` the other, by what the issue means for it (``lexicon.bearing``), or ``open``
    where the words bear neither way. ``day`` (EDTF) is when it was said, else when it was reported, None where
    nobody knows.
    """

    by: By
    side: Literal["for", "against", "open"]
    issue: str | None
    object: str
    day: str | None
    quote: str
    outlet: str | None
    article: str
    claim: str
    retracted: str | None


def deed(event: Happening, one: str, other: str) -> Deed | None:
    """Give an event as a deed between two sides; None where it is planned, supposed, denied or mere background."""
    told = [report for report in event.reports if report.status == "actual"]
    if event.told != "done" or not told:
        return None
    kind = event_types()[event.type]
    report = told[0]
    return Deed(
        by=_by(event, one, other),
        type=event.type,
        mode=event.mode,
        quad=kind.quad,
        score=kind.score_of(event.mode),
        first=event.first,
        last=event.last,
        dated=any(each.date for each in event.reports),
        texts=event.texts,
        quote=report.quote,
        outlet=report.outlet,
        article=report.article,
        claim=report.claim,
        retracted=_retracted(event.reports),
    )


def _by(event: Happening, one: str, other: str) -> By:
    here = one in event.actors and other in event.recipients
    there = other in event.actors and one in event.recipients
    return "both" if here == there else "one" if here else "other"


def _retracted(reports: Iterable[Report]) -> str | None:
    """Give when a deed lost its last report, where all were retracted later."""
    since = [each.retracted for each in reports]
    return max(filter(None, since)) if all(since) else None


def words(record: Record, found: Iterable[Statement], by: By, whom: str, name: str) -> list[Word]:
    """Give what statements of one side say of the other: each thing once an article, however often it is said there.

    Copies of a text are one article. What was told of the past, and deeds, are left out.
    """
    said = [each for each in found if each.kind in _SAID and each.status != "former" and not each.implied]
    first = first_of(record, {each.article for each in said})
    once: dict[tuple[str, ...], Word] = {}
    for each in said:
        word = _word(each, by, whom, name)
        once.setdefault((first[each.article], word.side, *each.group), word)
    return list(once.values())


def _word(each: Statement, by: By, whom: str, name: str) -> Word:
    return Word(
        by=by,
        side=_side(each, whom, name),
        issue=each.issue,
        object=each.object,
        day=each.said or each.reported,
        quote=each.quote,
        outlet=each.outlet,
        article=each.article,
        claim=each.claim,
        retracted=each.retracted,
    )


def _side(each: Statement, whom: str, name: str) -> Literal["for", "against", "open"]:
    """Say what a statement means for the other side: where it is no target of it, nothing."""
    way = "with" if each.issue is None and each.object == name else bearing(each.issue)
    if whom not in each.targets or each.polarity not in OPPOSITE or way == "open":
        return "open"
    side = each.polarity if way == "with" else OPPOSITE[each.polarity]
    return "for" if side == "for" else "against"
