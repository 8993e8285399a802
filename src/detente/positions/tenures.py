"""Who held an office on a day: what articles and the directory say, and how far it is known."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from detente.positions.asked_days import day_of
from detente.positions.claimants import Recogniser, recognisers
from detente.positions.collecting import in_one_go
from detente.positions.identified import Identified, identified
from detente.positions.naming import Directory, Named
from detente.positions.office_asked import office_of, offices_of
from detente.positions.office_conflicts import Conflict, conflicts
from detente.positions.office_evidence import HOLDS, Evidence, Words, listed, told
from detente.positions.office_references import Reference, references
from detente.positions.remembering import remembered
from detente.positions.stints import Stint, stints
from detente.record import Record

__all__ = ["Answer", "Holder", "best_of", "held", "office_of", "who"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person in an office, for one stint.

    ``known_from`` and ``known_to`` are the first and last date (EDTF) at which something shows him in it; a title in an
    article shows it for the day of its publication. ``since`` and ``until`` are the dates that are named, those of
    articles before those of the directory; ``left_by`` is the day by which he is known to be out: called a former one,
    or followed by another. ``certain`` says whether he surely held it on the day that was asked. ``evidence`` says all
    this, piece by piece, each from an article, the directory or the user's own directory; ``quote`` is the best of the
    articles' words, None where only the directory tells.
    """

    person: str
    name: str
    office: str
    polity: str | None
    status: str
    since: str | None
    until: str | None
    known_from: str | None
    known_to: str | None
    left_by: str | None
    predecessor: str | None
    designated_by: str | None
    certain: bool | None
    quote: str | None
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    recognised_by: tuple[Recogniser, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known of an office, on a day or at any time.

    ``holders`` are those who held it on the day, and nobody else: where there is none, ``before`` and ``after`` are
    the last known before it and the next known after it. ``status`` is ``known``, ``contested`` (several claim it, or
    what is known contradicts itself, see ``conflicts``) or ``unknown``. ``offices`` are those that the question means;
    ``references`` are claims that name the office alone, with the one who held it on the day of their article.
    """

    office: str
    offices: tuple[str, ...]
    polity: str
    name: str
    on: str | None
    status: Literal["known", "contested", "unknown"]
    holders: tuple[Holder, ...]
    before: tuple[Holder, ...]
    after: tuple[Holder, ...]
    conflicts: tuple[Conflict, ...]
    references: tuple[Reference, ...]


@in_one_go
def who(record: Record, office: str, polity: str, on: str | dt.date | None = None) -> Answer:
    """Say who held an office of a polity, on a day or at any time; several where it is contested or contradicted.

    The office may be a title or ``head of state``, ``head of government``; the polity may be given by id or name, the
    day as ``2021-08-05``. Raise ``UsageError`` where a name may mean several, and for a day that is none.
    """
    day = day_of(on) if on else None
    seen = identified(record)
    directory = Directory.of(seen)
    state = directory.find(polity) or Named(polity, polity, known=False)
    offices = offices_of(office, state.id, day)
    known, words = held(seen, state.id, offices)
    view = _View(seen, directory, state.id, day)
    holding = _on(known, day) if day else known
    clashes = conflicts(holding if day else known, day)
    before, after = _nearest(known, day) if day and not holding else ([], [])
    words = words.read(record, _shown([*holding, *before, *after], clashes))
    holding, before, after = ([_quoted(stint, words) for stint in some] for some in (holding, before, after))
    return Answer(
        office=office,
        offices=offices,
        polity=state.id,
        name=state.name,
        on=day.isoformat() if day else None,
        status=_status(holding, clashes, day),
        holders=tuple(map(view.holder, holding)),
        before=tuple(map(view.holder, before)),
        after=tuple(map(view.holder, after)),
        conflicts=tuple(_with_words(each, words) for each in clashes),
        references=references(record, seen, state.id, offices, _one_on(known)),
    )


def in_office(seen: Identified, office: str, polity: str, on: dt.date) -> Sequence[Stint]:
    """Give who held an office of a polity, given by id, on a day; else who is last known in it before."""
    known, _ = held(seen, polity, offices_of(office, polity, on))
    return _on(known, on) or _nearest(known, on)[0]


def held(seen: Identified, polity: str, offices: tuple[str, ...]) -> tuple[Sequence[Stint], Words]:
    """Give who is known to have held some offices at any time, with the words of what shows it, yet to be read."""

    def known() -> tuple[Sequence[Stint], Words]:
        texts, words = told(seen, polity, offices)
        return stints([*texts, *listed(polity, offices, texts)]), words

    return remembered(seen, (held, polity, offices), known)


def _shown(some: Iterable[Stint], clashes: Iterable[Conflict]) -> Iterator[Evidence]:
    """Give the evidence that an answer shows."""
    yield from (each for stint in some for each in stint.evidence)
    yield from (each for clash in clashes for each in clash.says)


def _quoted(stint: Stint, words: Words) -> Stint:
    return replace(stint, evidence=tuple(map(words.of, stint.evidence)))


def _with_words(clash: Conflict, words: Words) -> Conflict:
    one, other = clash.says
    return replace(clash, says=(words.of(one), words.of(other)))


def _on(known: Sequence[Stint], day: dt.date) -> list[Stint]:
    """Give those who held it on a day; of two who changed on that day, the one who came."""
    holding = [stint for stint in known if stint.covers(day)]
    came = [stint for stint in holding if any(run.first == day < run.last for run in stint.runs)]
    left = [stint for stint in holding if any(run.first < day == run.last for run in stint.runs) and stint.end == day]
    return [stint for stint in holding if stint not in left or not came or stint.beside]


def _one_on(known: Sequence[Stint]) -> Callable[[dt.date], str | None]:
    """Give what tells the one person who held it on a day.

    It gives None where nobody is known to have held it, or it is not clear who did.
    """
    runs = [(*run, n) for n, stint in enumerate(known) for run in stint.runs]

    def one_on(day: dt.date) -> str | None:
        there = sorted({n for first, last, n in runs if first <= day <= last})
        holding = _on([known[n] for n in there], day)
        people = {stint.person for stint in holding}
        return people.pop() if len(people) == 1 and not conflicts(holding, day) else None

    return one_on


def _nearest(known: Sequence[Stint], day: dt.date) -> tuple[list[Stint], list[Stint]]:
    """Give those who are last known before a day and first known after it."""
    before = {n: last for n, stint in enumerate(known) if (last := stint.before(day))}
    after = {n: first for n, stint in enumerate(known) if (first := stint.after(day))}
    latest, next_ = max(before.values(), default=None), min(after.values(), default=None)
    return (
        [known[n] for n, last in before.items() if last == latest],
        [known[n] for n, first in after.items() if first == next_],
    )


def _status(
    holding: Sequence[Stint], clashes: Sequence[Conflict], day: dt.date | None
) -> Literal["known", "contested", "unknown"]:
    if clashes or any(stint.contested(day) for stint in holding):
        return "contested"
    return "known" if holding else "unknown"


class _View:
    """Stints as they are shown."""

    def __init__(self, seen: Identified, directory: Directory, polity: str, day: dt.date | None) -> None:
        self._seen, self._directory, self._polity, self._day = seen, directory, polity, day

    def holder(self, stint: Stint) -> Holder:
        texts = [each for each in stint.evidence if each.origin == "text"]
        best, known, first = best_of(stint, self._day), stint.known(), stint.first
        holder = Holder(
            person=stint.person,
            name=stint.name,
            office=best.office,
            polity=self._polity,
            status=self._status(stint, best),
            since=first("since"),
            until=first("until"),
            known_from=known.first,
            known_to=known.last,
            left_by=stint.end.isoformat() if stint.end and not first("until") else None,
            predecessor=first("predecessor"),
            designated_by=first("designated_by"),
            certain=stint.covers(self._day) if self._day else None,
            quote=best.quote or next((each.quote for each in texts), None),
            articles=tuple(sorted({each.article for each in texts if each.article})),
            outlets=tuple(sorted({each.source for each in texts if each.source})),
            evidence=stint.evidence,
        )
        if holder.status != "contested":
            return holder
        return replace(holder, recognised_by=recognisers(self._seen, self._directory, stint.person, self._day))

    def _status(self, stint: Stint, best: Evidence) -> str:
        if stint.contested(self._day):
            return "contested"
        return "former" if stint.end and not self._day else best.status


def best_of(stint: Stint, day: dt.date | None) -> Evidence:
    """Give the evidence that tells best of a day, or of all days, how he held the office."""
    return max(stint.about(day), key=lambda each: (each.status in HOLDS, each.origin == "text", each.published or ""))
