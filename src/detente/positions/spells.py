"""Spells: a stretch of time in which a holder stood for, or against, one thing, bounded as well as the texts allow.

A position is taken some time before it is first stated and left some time after it was last stated. So the bounds
are EDTF intervals: between the last statement of the one position and the first of the next. Where no statement
tells its day, the day of its report bounds it; it is never given as the day itself.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from detente.dates import bounds, is_edtf
from detente.positions.incumbents import Incumbent
from detente.positions.statements import Statement
from detente.text import fold

_SHORT = 60
_SENTENCE = 8
"""So many words and more are hardly found twice by chance."""
_UNKNOWN = "9999"


@dataclass(frozen=True, slots=True)
class Spell:
    """A position held for a time. ``since`` and ``until`` are EDTF; ``until`` None while nothing else is known.

    ``former`` says that it rests only on what was later told of the past, ``implied`` that only deeds show it.
    ``stated`` is the last day on which something shows it; ``confidence`` is that at least one of its outlets is right,
    each by its surest statement, with a sentence that several print counted once. ``why`` says what its statements
    differ in, which is no change. ``under`` are the ministers of a state in whose time it ran (``timeline`` fills it
    in).
    """

    issue: str | None
    object: str
    polarity: str
    since: str | None
    until: str | None
    former: bool
    implied: bool
    targets: tuple[str, ...]
    statements: tuple[Statement, ...]
    stated: str | None = None
    confidence: float = 0.0
    why: str = ""
    under: tuple[Incumbent, ...] = ()

    def may_hold(self, day: dt.date) -> bool:
        """Say whether the bounds allow that it held on a day; a position that was left is told without a beginning."""
        return not (self.since and bounds(self.since).first > day) and not (
            self.until and bounds(self.until).last < day
        )

    def order(self) -> tuple[str, ...]:
        """Give the key by which spells stand in time."""
        first = self.statements[0]
        if self.former:  # its statements are of later days than the position itself
            return ((self.until or "9999").rpartition("/")[2], "a", *first.group, self.polarity)
        return (first.first, "b", *first.group, self.polarity)


def spells(line: Iterable[Statement]) -> tuple[Spell, ...]:
    """Divide the statements on one thing into spells; what was told of the past comes before what it led to."""
    ordered = list(line)
    current = [each for each in ordered if each.status != "former"]
    runs = [list(run) for _, run in groupby(current, key=lambda each: each.polarity)]
    for told in (each for each in ordered if each.status == "former"):
        _place(told, runs)
    return tuple(_spell(runs, n) for n in range(len(runs)))


def _place(told: Statement, runs: list[list[Statement]]) -> None:
    """Put what was told of the past into the last run of its polarity that had ended by then, else before all runs."""
    for n, run in reversed(list(enumerate(runs))):
        ended = n + 1 < len(runs) and runs[n + 1][0].first <= told.last
        if run[0].polarity == told.polarity and (ended or _is_former(run)):
            runs[n] = sorted([*run, told], key=lambda each: (each.status == "former", each.first, each.article))
            return
    runs.insert(0, [told])


def _is_former(run: list[Statement]) -> bool:
    return all(each.status == "former" for each in run)


def _spell(runs: list[list[Statement]], n: int) -> Spell:
    run = runs[n]
    before = runs[n - 1] if n else None
    after = runs[n + 1] if n + 1 < len(runs) else None
    former = _is_former(run)
    since = _given(run, "since") or (_between(before, run) if before else None if former else f"../{run[0].last}")
    until = _given(run, "until") or (_between(run, after) if after else f"../{run[-1].last}" if former else None)
    implied = all(each.implied for each in run)
    return Spell(
        run[0].issue,
        _name(run),
        run[0].polarity,
        _kept(since),
        _kept(until),
        former,
        implied,
        next((each.targets for each in run if each.targets), ()),
        tuple(run),
        _stated(run),
        _confidence(run),
        wording(run),
    )


def _stated(run: list[Statement]) -> str | None:
    """Give the last day on which something shows it."""
    last = max(each.last for each in run)
    return None if last == _UNKNOWN else last


def _confidence(run: list[Statement]) -> float:
    """Give how sure it is that at least one outlet is right; an outlet is as sure as its surest statement.

    A sentence that several outlets print is one source, that of the first.
    """
    best: dict[str, float] = {}
    printed: dict[str, str] = {}
    for each in run:
        source = each.outlet or each.article
        if len(each.quote.split()) >= _SENTENCE:
            source = printed.setdefault(fold(each.quote), source)
        best[source] = max(each.confidence, best.get(source, 0.0))
    return round(1 - math.prod(1 - sure for sure in best.values()), 2)


def wording(run: Sequence[Statement]) -> str:
    """Say in what the statements of a spell differ, and that this is no change."""
    if len(run) == 1:
        return "one statement"
    strengths = sorted({each.strength for each in run})
    degree = f"strength {strengths[0]}" if len(strengths) == 1 else f"strength {strengths[0]} to {strengths[-1]}"
    condition = "some on a condition" if any(each.condition for each in run) else "none on a condition"
    return f"{len(run)} statements on one side, {degree} of 3, {condition}"


def _name(run: list[Statement]) -> str:
    """Give the first short object of a run."""
    return next((each.object for each in run if len(each.object) <= _SHORT), min((r.object for r in run), key=len))


def _given(run: list[Statement], name: str) -> str | None:
    """Give the first date of that name that a statement itself tells and that the days of the others allow.

    What is shown on a day did not begin after it, and what is still shown on a day was not over before it.
    """
    shown = [each for each in run if each.status != "former"]
    dates = (date for each in run if (date := getattr(each, name)))
    return next((date for date in dates if not any(_is_against(date, name, each) for each in shown)), None)


def _is_against(date: str, name: str, shown: Statement) -> bool:
    """Say whether a statement shows a position on a day before it began, or after it ended, by a date."""
    if not is_edtf(date):
        return False
    if name == "since":
        return bounds(date).first.isoformat() > shown.last
    return bounds(date).last.isoformat() < shown.first


def _between(left: list[Statement], right: list[Statement]) -> str:
    """Give the interval in which the one position gave way to the other."""
    if given := _given(right, "since") or _given(left, "until"):
        return given
    start = max((each.first for each in left if each.status != "former"), default="")
    end = right[0].last
    return f"{start}/{end}" if start and start < end else f"../{end}"


def _kept(value: str | None) -> str | None:
    return value if value and is_edtf(value) else None
