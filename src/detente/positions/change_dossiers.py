"""The dossier of a change of position: both sides in words, when, by whom, and what was around it."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from detente.dates import FIRST, LAST, bounds
from detente.positions.changes import Turn, within
from detente.positions.happenings import Happening, Unquoted, unquoted, with_words
from detente.positions.identified import identified
from detente.positions.naming import Directory
from detente.positions.reports import Report
from detente.positions.stints import Stint
from detente.positions.tellings import KINDS, days
from detente.positions.tenures import in_office
from detente.record import Record

OFFICES = ("foreign minister", "head of government", "head of state")
_YEAR = 366
_STATE = 3
"""Letters of a state's id: only states have these offices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAround:
    """Who held an office on the last day of the old position and on the first of the new one, by name.

    Empty where nobody is known to have held it; ``changed`` says that somebody else held it afterwards.
    """

    office: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDossier:
    """A change of position with its proof.

    ``kinds`` are the ways in which it is known: *announced*, *attributed*, *inferred*. ``object`` names what it is
    about,
    ``words`` are the objects as they are worded, ``about`` the actors in them. ``when`` is the interval in which it
    changed (EDTF), ``by`` who announced or reported it, ``before`` and ``after`` quote the old and the new position,
    ``reason`` is
    why it counts as a change. ``events`` are those of the month in which the new position was first shown that involve
    both; ``tellings`` are all the ways in which it is told.
    """

    holder: str
    name: str
    object: str
    issue: str | None
    about: tuple[str, ...]
    words: tuple[str, ...]
    members: str | None
    kinds: tuple[str, ...]
    shape: tuple[str, ...]
    polarity: tuple[str, str] | None
    when: str | None
    reported: str | None
    by: str | None
    before: str | None
    after: str | None
    reason: str
    offices: tuple[OfficeAround, ...]
    events: tuple[Happening, ...]
    outlets: tuple[str, ...]
    articles: tuple[str, ...]
    retracted: tuple[str, ...]
    tellings: tuple[Turn, ...]

    def may_come(self, day: dt.date) -> bool:
        """Say whether it may have come on a day."""
        return all(turn.may_come(day) for turn in self.tellings)

    def order(self) -> tuple[str, ...]:
        """Give the key by which changes stand in time."""
        return ((self.when or self.reported or "9999").rpartition("/")[2], self.holder, *self.tellings[0].order())


class Dossiers:
    """Makes dossiers from the tellings of changes in one record."""

    def __init__(self, record: Record, directory: Directory) -> None:
        self._record, self._directory, self._seen = record, directory, identified(record)
        self._holders = cache(self._in_office)
        self._told: Callable[[str, str], Unquoted] = cache(self._between)

    def dossier(self, told: Sequence[Turn]) -> ChangeDossier:
        """Give the dossier of one change from all that tell of it, the surest first."""
        first, last = max(days(turn).first for turn in told), min(days(turn).last for turn in told)
        lead = next((turn for turn in told if turn.object), told[0])
        inferred = [turn for turn in told if turn.kind == "inferred"]
        both = next((turn for turn in (*inferred, *told) if turn.before and turn.after), None)
        about = tuple(sorted({actor for turn in told for actor in turn.about}))
        return ChangeDossier(
            holder=lead.holder,
            name=self._directory.name(lead.holder),
            object=lead.object,
            issue=next((turn.issue for turn in told if turn.issue), None),
            about=about,
            words=tuple(dict.fromkeys(words for turn in told for words in (*turn.words, turn.said))),
            members=lead.members,
            kinds=tuple(kind for kind in KINDS if any(kind in (turn.kind, turn.told) for turn in told)),
            shape=tuple(dict.fromkeys(shape for turn in told for shape in turn.shape)),
            polarity=next((turn.polarity for turn in inferred), None),
            when=_when(first, last),
            reported=min((turn.reported for turn in told if turn.reported), default=None),
            by=next((turn.by for turn in told if turn.by), None),
            before=both.before if both else next((turn.before for turn in told if turn.before), None),
            after=both.after if both else next((turn.after for turn in told if turn.after), told[0].said),
            reason="; ".join(dict.fromkeys(turn.reason for turn in told)),
            offices=tuple(self._offices(lead.holder, first, last)),
            events=tuple(self._events(lead.holder, about, last)),
            outlets=tuple(sorted({outlet for turn in told for outlet in turn.outlets})),
            articles=tuple(sorted({article for turn in told for article in turn.articles})),
            retracted=tuple(sorted({article for turn in told for article in turn.retracted})),
            tellings=tuple(told),
        )

    def _offices(self, holder: str, first: dt.date, last: dt.date) -> Iterator[OfficeAround]:
        if len(holder) != _STATE or last == LAST:
            return
        for office in OFFICES:
            after = self._holders(holder, office, last)
            before = (
                self._holders(holder, office, first) if FIRST < first < last else self._earlier(holder, office, last)
            )
            if before or after:
                changed = bool(before and after) and before != after
                yield OfficeAround(office=office, before=before, after=after, changed=changed)

    def _earlier(self, holder: str, office: str, last: dt.date) -> tuple[str, ...]:
        """Give who held it before, where no day shows the old position: whom he followed within a year, or the same."""
        for each in in_office(self._seen, office, holder, last):
            if not each.covers(last):
                continue  # he was last known in it before
            start = each.first("since") or each.known().first
            came = bounds(start).first if start else FIRST
            if came > FIRST and (last - came).days <= _YEAR:
                return tuple(one.name for one in in_office(self._seen, office, holder, came - dt.timedelta(days=1)))
        return self._holders(holder, office, last)

    def _in_office(self, holder: str, office: str, day: dt.date) -> tuple[str, ...]:
        return tuple(each.name for each in in_office(self._seen, office, holder, day) if not _had_left(each, day))

    def _events(self, holder: str, about: Sequence[str], last: dt.date) -> Iterator[Happening]:
        """Give the events of a month between the holder and any whom the change is about, each once."""
        if last == LAST:
            return
        month = last.isoformat()[: len("2021-08")]
        mine, told = self._directory.state(holder), set[tuple[Report, ...]]()
        for side in dict.fromkeys(self._directory.state(other) for other in about):
            if side == mine:
                continue
            between = self._told(mine, side)
            for each in with_words(self._record, between, [each for each in between.events if _is_of(each, month)]):
                if each.reports not in told:
                    told.add(each.reports)
                    yield each

    def _between(self, holder: str, other: str) -> Unquoted:
        return unquoted(self._record, holder, other)


def _had_left(each: Stint, day: dt.date) -> bool:
    """Say whether somebody is known to be out of office on a day; of who was last known in it before, he may not be."""
    until = each.first("until")
    out = bounds(until).last if until else each.end
    return out is not None and out <= day and not each.covers(day)


def _is_of(each: Happening, month: str) -> bool:
    """Say whether an event surely was in a month."""
    return bool(each.first and each.last and each.first.startswith(month) and each.last.startswith(month))


def _when(first: dt.date, last: dt.date) -> str | None:
    if first == last:
        return first.isoformat()
    start, end = (None if day in (FIRST, LAST) else day.isoformat() for day in (first, last))
    return within(start, end)
