"""Commitments followed up: what was pledged to whom, by when, and what later events and statements bear on it.

A pledge that several articles tell is one. What bears on it comes after it: events between the two sides, and what
its holder
says or does on the same issue towards them, if they share words with it that tell what it is. Whether it was kept
is for the reader: a deed may keep a pledge or break it, and its words are shown.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from detente.dates import bounds
from detente.lexicon import empty_words
from detente.positions.asked_days import day_of
from detente.positions.collecting import in_one_go
from detente.positions.happenings import Happening, happenings
from detente.positions.holders import Envoys
from detente.positions.identified import Identified, identified
from detente.positions.naming import EVERYTHING, Directory, Named
from detente.positions.position_changes import holders, known
from detente.positions.statements import Statement, statements
from detente.positions.telling import words
from detente.record import Kept, Record

_LANGUAGE = "en"
_ENOUGH = 2
"""So many words a later statement shares with a pledge that it bears on; one is enough on the same issue."""
_SHARED = 0.5
"""So much of the shorter one's telling words two articles share where they tell of one pledge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What bears on a pledge: an event or a statement of a later day, and the words that it shares with it."""

    kind: Literal["event", "statement"]
    day: str | None
    told: str
    quote: str
    outlet: str | None
    article: str
    shares: tuple[str, ...]

    def order(self) -> tuple[str, ...]:
        """Give the key by which they stand in time."""
        return (self.day or "9999", self.kind, self.article, self.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """What a side will do. ``due`` is the day by which, EDTF, as the text names it.

    ``to`` are those to whom, by id, ``to_names`` by name. ``said`` is when it was pledged, where a text tells;
    ``reported`` the first day on which an article tells it. ``overdue`` says that the day by which it was due has
    passed on the day that is asked, and nothing later bears on it.
    """

    by: str
    name: str
    to: tuple[str, ...]
    to_names: tuple[str, ...]
    issue: str | None
    text: str
    due: str | None
    said: str | None
    reported: str | None
    through: str | None
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    later: tuple[FollowUp, ...] = ()
    overdue: bool = False

    @property
    def day(self) -> str:
        """The last day on which it can have been pledged; after it, something may bear on it."""
        return (bounds(self.said).last.isoformat() if self.said else self.reported) or "9999"

    def order(self) -> tuple[str, ...]:
        """Give the key by which pledges stand in time."""
        return (self.day, self.by, self.text, *self.articles)


@in_one_go
def commitments(
    record: Record, holder: str | None = None, to: str | None = None, on: str | dt.date | None = None
) -> tuple[Pledge, ...]:
    """Give what was pledged, by one or by all, to one or to anybody, in time, each with what bears on it.

    With a day, what had been pledged by then, and what bears on it until then. Raise ``UsageError`` where a name may
    mean several or nobody, and for a day that is none.
    """
    day = day_of(on).isoformat() if on is not None else None
    seen = identified(record)
    directory = Directory.of(seen)
    asked = (
        [known(directory, holder)]
        if holder is not None
        else [Named(each, directory.name(each)) for each in holders(seen, directory, "commitments")]
    )
    wanted = directory.with_envoys(known(directory, to).id) if to is not None else frozenset()
    found = []
    for who in asked:
        envoys = Envoys(seen, who.id)
        told = [_pledge(each, who, directory, seen) for each in envoys.claims(("commitments",), ("by",))]
        mine = [
            each for each in _joined(told) if (not wanted or wanted & set(each.to)) and (not day or each.day <= day)
        ]
        said = statements(seen, directory, envoys, EVERYTHING) if mine else []
        found += [_followed(each, _bearing(record, each, said, directory), day) for each in mine]
    return tuple(sorted(found, key=Pledge.order))


def _pledge(kept: Kept, who: Named, directory: Directory, seen: Identified) -> Pledge:
    body = kept.body
    utterance = seen.utterances([kept]).get((kept.reading, body["asserted_by"]), {})
    others = dict.fromkeys(directory.state(each) for each in body["to"])
    to = tuple(each for each in others if each != who.id)
    return Pledge(
        by=who.id,
        name=who.name,
        to=to,
        to_names=tuple(map(directory.name, to)),
        issue=body["issue"],
        text=kept.quote("text"),
        due=body["due"],
        said=utterance.get("date"),
        reported=kept.article.published,
        through=directory.name(body["through"]) if body["through"] else None,
        outlets=(kept.article.outlet,) if kept.article.outlet else (),
        articles=(kept.article.id,),
    )


def _joined(told: Sequence[Pledge]) -> list[Pledge]:
    """Join what several articles tell of one pledge, whatever their order; the first of them gives the words."""
    found: list[Pledge] = []
    for each in sorted(told, key=Pledge.order):
        same = next((n for n, other in enumerate(found) if _is_one(each, other)), None)
        if same is None:
            found.append(each)
        else:
            first = found[same]
            found[same] = replace(
                first,
                due=first.due or each.due,
                said=first.said or each.said,
                outlets=tuple(sorted({*first.outlets, *each.outlets})),
                articles=tuple(sorted({*first.articles, *each.articles})),
            )
    return found


def _is_one(one: Pledge, other: Pledge) -> bool:
    mine, theirs = _telling(one.text), _telling(other.text)
    least = min(len(mine), len(theirs))
    alike = len(mine & theirs) >= _SHARED * least if least else one.text == other.text
    return one.to == other.to and one.due in (other.due, None) and alike


def _telling(text: str) -> set[str]:
    return set(words(text)) - empty_words(_LANGUAGE)


def _bearing(record: Record, pledge: Pledge, said: Sequence[Statement], directory: Directory) -> Iterator[FollowUp]:
    mine = _telling(pledge.text)
    others = {actor for each in pledge.to for actor in directory.with_envoys(each)}
    for other in pledge.to:
        for event in happenings(record, pledge.by, other):
            yield from _of_event(event, pledge, mine)
    for each in said:
        shared = mine & _telling(f"{each.object} {each.quote}")
        same = pledge.issue is not None and each.issue == pledge.issue
        aimed = not pledge.to or others & {*each.actors, *each.targets}
        own = each.kind == "commitments" and each.article in pledge.articles
        if each.first > pledge.day and aimed and not own and (len(shared) >= _ENOUGH or (same and shared)):
            yield FollowUp(
                kind="statement",
                day=each.first,
                told=each.polarity,
                quote=each.quote,
                outlet=each.outlet,
                article=each.article,
                shares=tuple(sorted(shared)),
            )


def _of_event(event: Happening, pledge: Pledge, mine: set[str]) -> Iterator[FollowUp]:
    report = event.reports[0]
    shared = mine & {word for each in event.reports for word in _telling(each.quote)}
    if event.first and event.first > pledge.day and shared and event.told.startswith("done"):
        yield FollowUp(
            kind="event",
            day=event.first,
            told=f"{event.type}, {event.told}",
            quote=report.quote,
            outlet=report.outlet,
            article=report.article,
            shares=tuple(sorted(shared)),
        )


def _followed(pledge: Pledge, later: Iterator[FollowUp], day: str | None) -> Pledge:
    until = day or dt.datetime.now(dt.UTC).date().isoformat()
    bearing = tuple(sorted({each for each in later if not each.day or each.day <= until}, key=FollowUp.order))
    due = bounds(pledge.due).last.isoformat() if pledge.due else until
    return replace(pledge, later=bearing, overdue=due < until and not bearing)
