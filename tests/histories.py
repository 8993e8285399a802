"""Histories of a record, and the slow, obvious model of what was known at each of their moments.

The model has no clock: it takes the steps up to a moment, works out in plain Python which reading of each article
counts and what judgements make of its claims, and reads just that into a record that never knew anything else.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from handmade import NEWER, VERSION, event, printed, stance, tenure, utterance
from hypothesis import strategies as st
from stores import Store

from detente.errors import UsageError
from detente.positions import (
    accept,
    actors,
    correct,
    different,
    dyads,
    events_of,
    happenings,
    note,
    reject,
    relations,
    same,
    search,
    timeline,
    undo,
    who,
)
from detente.record import Record

START = dt.datetime(2021, 3, 1, 12, tzinfo=dt.UTC)
TEXTS = (
    "Foreign Minister Ana Luz said that Peru backs the sanctions. Peru expelled the envoy of Venezuela.",
    "Correction. Foreign Minister Ana Luz said that Peru backs the sanctions.",
    "Ana Luz spoke of nothing at all.",
)
PEOPLE = ("person/ana-luz", "person/ben-sol", "person/rio")
KINDS = ("tenures", "stances", "events", "utterances")
DAYS = [None, "2019-05-05", "2020-02-02", "2021-03-02", "2021-09-09"]
_NAMES = ("one", "two", "three", "four")


@dataclass(frozen=True)
class Read:
    """An article is read: which of its texts, by which version of the code, and what is found in it."""

    article: str
    text: int
    newer: bool
    person: str
    status: str
    polarity: str
    published: str | None
    since: str | None


@dataclass(frozen=True)
class Judge:
    """A claim of an article is judged, the first of its kind; without effect where the article has none then."""

    verb: str
    article: str
    kind: str
    value: str = ""


@dataclass(frozen=True)
class Join:
    """Two actors are judged to be one, or two."""

    verb: str
    one: str
    other: str


@dataclass(frozen=True)
class Retract:
    """An article is retracted."""

    article: str


@dataclass(frozen=True)
class Undo:
    """The judgement before so many others that still stand is withdrawn."""

    back: int


Step = Read | Judge | Join | Retract | Undo
_ARTICLE = st.sampled_from(_NAMES)
READS = st.builds(
    Read,
    article=_ARTICLE,
    text=st.integers(0, len(TEXTS) - 1),
    newer=st.booleans(),
    person=st.sampled_from(PEOPLE),
    status=st.sampled_from(["current", "former", "acting"]),
    polarity=st.sampled_from(["for", "against"]),
    published=st.sampled_from([None, "2019-05-05", "2020-02-02", "2021-03-02"]),
    since=st.sampled_from([None, "2019-01", "2020-02-02"]),
)
JUDGES = st.builds(Judge, st.sampled_from(["accept", "reject", "note"]), _ARTICLE, st.sampled_from(KINDS)) | st.builds(
    Judge, st.just("correct"), _ARTICLE, st.just("stances"), st.sampled_from(["for", "against"])
)
JOINS = st.tuples(st.sampled_from(["same", "different"]), st.permutations(PEOPLE)).map(lambda j: Join(j[0], *j[1][:2]))
STEPS = READS | READS | JUDGES | JOINS | st.builds(Retract, _ARTICLE) | st.builds(Undo, st.integers(0, 2))


def reading(step: Read) -> dict[str, Any]:
    """What is found in a text; the ids of claims differ between the versions of the code."""
    text, shift = TEXTS[step.text], 10 if step.newer else 0
    found: dict[str, tuple[Any, ...]] = {}
    if step.text < 2:
        found["utterances"] = (utterance(text, step.person, "said", "Peru backs the sanctions", number=1 + shift),)
        found["stances"] = (stance(text, "the sanctions", step.polarity, number=2 + shift),)
        found["tenures"] = (tenure(text, "Foreign Minister", step.person, status=step.status, since=step.since),)
    if step.text == 0:
        sides = {"actors": ("PER",), "recipients": ("VEN",)}
        found["events"] = (event(text, "expelled the envoy", "SANCTION", step.since, number=4 + shift, **sides),)
    return printed(text, step.article, step.published, **found)


class Clock:
    """A clock that goes on by six hours at every step of a history."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> dt.datetime:
        return self.now

    def tick(self) -> None:
        self.now += dt.timedelta(hours=6)


@contextmanager
def empty(clock: Clock | None = None, store: Store | None = None) -> Iterator[Record]:
    """Give an empty record on a store, SQLite where none is given."""
    store = store or Store("sqlite")
    with TemporaryDirectory() as folder:
        address = store.new(Path(folder))
        with Record.open(address, clock=clock or Clock()) as record:
            yield record
        store.give_back(address)


@dataclass
class Judged:
    """A judgement that stands or has stood, as the model knows it."""

    step: Judge | Join | Retract
    reading: Read | None = None


@dataclass
class Model:
    """What was done so far, in plain Python."""

    first: dict[tuple[str, int], int]
    readings: dict[tuple[str, int, bool], tuple[int, Read]]
    judged: dict[int, Judged]
    gone: set[int]

    def counting(self, article: str) -> Read | None:
        """The newest reading of the newest text."""
        texts = [(n, text) for (name, text), n in self.first.items() if name == article]
        if not texts:
            return None
        _, text = max(texts)
        return max((n, step) for (name, t, _), (n, step) in self.readings.items() if (name, t) == (article, text))[1]

    def retracted(self, article: str) -> bool:
        return any(each.step == Retract(article) for n, each in self.judged.items() if n not in self.gone)

    def standing(self) -> list[tuple[int, Judged]]:
        return [(n, each) for n, each in sorted(self.judged.items()) if n not in self.gone]

    def bodies(self, article: str) -> dict[str, Any] | None:
        """What views show of an article: its reading, as it is judged."""
        step = None if self.retracted(article) else self.counting(article)
        if step is None:
            return None
        shown = reading(step)
        for kind in KINDS:
            verdicts = [
                each.step
                for _, each in self.standing()
                if isinstance(each.step, Judge) and (each.step.article, each.step.kind) == (article, kind)
            ]
            right = [each.verb for each in verdicts if each.verb in ("accept", "reject")]
            if right[-1:] == ["reject"]:
                shown[kind] = []
            for each in verdicts:
                if each.verb == "correct":
                    shown[kind] = [{**body, "polarity": each.value} for body in shown[kind]]
        return shown


def play(steps: Iterable[Step], record: Record, clock: Clock) -> Iterator[Model]:
    """Do the steps in a record; after each, give the model of everything done so far."""
    model = Model({}, {}, {}, set())
    for n, step in enumerate(steps):
        clock.tick()
        match step:
            case Read():
                _read(model, record, n, step)
            case Judge():
                _judge(model, record, step)
            case Join():
                _join(model, record, step)
            case Retract(article):
                if model.counting(article) and not model.retracted(article):
                    model.judged[record.retract(article, by="Eva", why="a forgery")] = Judged(step)
            case Undo(back):
                standing = [number for number, _ in model.standing()]
                if len(standing) > back:
                    undo(record, standing[-1 - back], by="Eva")
                    model.gone = model.gone | {standing[-1 - back]}
        yield Model(dict(model.first), dict(model.readings), dict(model.judged), set(model.gone))


def _read(model: Model, record: Record, n: int, step: Read) -> None:
    first = model.first.setdefault((step.article, step.text), n)
    known = [each for (name, text, _), each in model.readings.items() if (name, text) == (step.article, step.text)]
    if known and first != n:  # what stands beside a text is kept with its first reading
        step = replace(step, published=known[0][1].published)
    record.add(reading(step), NEWER if step.newer else VERSION)
    if not known or max(known)[1].newer != step.newer:  # what a version read last, it does not read again
        model.readings[step.article, step.text, step.newer] = (n, step)


def _judge(model: Model, record: Record, step: Judge) -> None:
    shown = None if model.retracted(step.article) else model.counting(step.article)
    if shown is None or not reading(shown)[step.kind]:
        return
    name = f"{reading(shown)[step.kind][0]['id']}@{step.article}"
    said = {"why": "as the tape has it", "by": "Eva"}
    match step.verb:
        case "accept":
            ruling = accept(record, name, **said)
        case "reject":
            ruling = reject(record, name, **said)
        case "note":
            ruling = note(record, name, **said)
        case _:
            ruling = correct(record, name, "polarity", step.value, **said)
    model.judged[ruling.number] = Judged(step, shown)


def _join(model: Model, record: Record, step: Join) -> None:
    known = {each.id for each in record.actors()}
    if {step.one, step.other} <= known:
        judge = same if step.verb == "same" else different
        model.judged[judge(record, step.one, step.other, why="a namesake", by="Eva").number] = Judged(step)


def remembered(model: Model, record: Record) -> None:
    """Read into an empty record just what the model knows."""
    for article in _NAMES:
        shown = model.bodies(article)
        if shown is not None:
            record.add(shown, VERSION)
    clock = record._clock
    for _, each in model.standing():
        clock.tick()
        if isinstance(each.step, Join):
            known = {actor.id for actor in record.actors()}
            if {each.step.one, each.step.other} <= known:
                judge = same if each.step.verb == "same" else different
                judge(record, each.step.one, each.step.other, why="a namesake", by="Eva")


def views(record: Record) -> dict[str, Any]:
    """Everything that a record says, but for numbers of rows and the marks of judgements and later retractions."""
    events = [each for kept in record.readings("events") for each in events_of(kept)]
    stats = record.stats()
    asked: dict[str, Any] = {
        "timelines": [timeline(record, holder, "sanctions", on=day) for day in DAYS for holder in ("PER", PEOPLE[0])],
        "who": [who(record, "foreign minister", "PER", day) for day in DAYS],
        "events": [happenings(record, on=day) for day in DAYS],
        "actors": actors(record),
        "search": [search(record, words, quoted=quoted) for words in ("sanctions", "ana") for quoted in (True, False)],
        "readings": [(each.reading.json, each.reading.article.id) for each in record.readings()],
        "dyads": dyads(events, "month", record.published()),
        "coded": [replace(each, story=replace(each.story, version=VERSION)) for each in events],
        "published": record.published(),
        "relations": course(record),
        "stats": (stats.articles, dict(stats.claims)),
    }
    return {name: unmarked(value) for name, value in asked.items()}


def course(record: Record) -> Any:
    """The relation of two states; None where the record knows one of them not yet."""
    try:
        return relations(record, "PER", "VEN")
    except UsageError:
        return None


def unmarked(value: Any) -> Any:
    """Give a view without what tells of judgements and of later retractions."""
    if hasattr(value, "__dataclass_fields__"):
        shown = [name for name in value.__dataclass_fields__ if name not in ("judged", "retracted")]
        return (type(value).__name__, [(name, unmarked(getattr(value, name))) for name in shown])
    if isinstance(value, dict):
        return {key: unmarked(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [unmarked(item) for item in value]
    return value
