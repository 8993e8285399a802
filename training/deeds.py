"""Train the deed head on our own gold, judgements and sentences: which events that frames tell are public deeds."""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.articles import Article
from detente.claims import Event, ToldEvent, as_json, coded_events, marks
from detente.documents import states_about
from detente.lexicon import event_frames
from detente.pipeline import Extraction, read
from detente.settings import Settings
from evaluate import coded
from evaluate.golden import Annotated, annotated
from evaluate.matching import touches

OWN, PAIRED = (Path(__file__).parent / name for name in ("deeds.tsv", "events.tsv"))
HALVES = ("tuned", "more")
PROOFS, PAIRS, WEIGHT = 500, 300, 0.4
"""How many sentences that prove frames and that teach the pair branch are taken for deeds; what one of them weighs."""
LEAST_SEEN = 5
"""A mark that is rarer weighs nothing."""
_MARKED = re.compile(r"\[[ST] ([^\[\]]+)\]")
_TINY, _MARK, _WORD = 1e-3, 3.0, 300.0
"""How strongly the weight of the whole, of a mark and of a number of a state is kept near nought."""

_NONE, _DOUBTFUL = "no deed", 0.5

Numbers = NDArray[np.float64]
Told = tuple[ToldEvent, Event]


class Example(NamedTuple):
    """An event that a frame tells: its text, whether it is a deed, its marks and states, and what it weighs."""

    text: str
    deed: bool
    marks: dict[str, float]
    states: Numbers
    weight: float = 1.0


class Head(NamedTuple):
    """What weighs: marks by their names, what all events share, and the numbers of the three states, [3, 384].

    ``middle`` is what the states weigh in the mean, [3]: from there they are counted.
    """

    names: tuple[str, ...]
    marks: Numbers
    whole: float
    words: Numbers
    middle: Numbers

    def chance(self, example: Example) -> float:
        """Give how likely an example is a deed."""
        own = sum(example.marks.get(name, 0.0) * weight for name, weight in zip(self.names, self.marks, strict=True))
        told = (self.words * example.states).sum() - self.middle.sum()
        return float(1 / (1 + np.exp(-(self.whole + own + told))))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--folds", type=int, default=8, metavar="N", help="parts of the texts for the figures printed")


def run(given: argparse.Namespace) -> None:
    """Print what the head does to texts that it has not seen, train on everything, write."""
    dice = random.Random(given.seed)  # noqa: S311 - an order, not a secret
    read_ = [*from_gold(), *judged(), *verdicts()]
    own = [*sentences(dice)]
    print(
        f"{len(read_)} events of {len({each.text for each in read_})} texts, {len(own)} of our own sentences",
        flush=True,
    )
    print("\n".join(figures(read_, own, given.folds, dice)))
    head = trained([*read_, *own])
    np.savez_compressed(
        Path(given.out, "deeds.npz"),
        names=np.array(("", *head.names)),
        marks=np.array((head.whole, *head.marks), np.float32),
        words=head.words.astype(np.float32),
        middle=head.middle.astype(np.float32),
    )


def from_gold() -> Iterator[Example]:
    """Give the events that frames tell in annotated sentences of the halves that are tuned on."""
    for half in HALVES:
        for row in annotated("events", half, Settings()):
            told = [(each, event, as_json(event)) for each, event in coded_events(row.found.document)]
            for sentence in row.gold["sentences"]:
                here = [each for each in told if touches(each[2]["evidence"], sentence["span"])]
                right = coded.right(sentence["events"], [body for _, _, body in here])
                for (each, event, _), deed in zip(here, right, strict=True):
                    yield _example(row.found, row.gold["id"], (each, event), deed=deed)


def judged() -> Iterator[Example]:
    """Give the events that frames tell and a reader has judged."""
    for row, told, known in _known("judged"):
        yield _example(row.found, row.gold["id"], told, deed=known["deed"])


def verdicts() -> Iterator[Example]:
    """Give the events that readers found to be told right, and those that are none.

    A doubtful verdict weighs half. What was told with wrong parties, type or status says nothing of the deed.
    """
    for row, told, known in _known("verdicts"):
        fault, doubtful = known.get("fault"), known["verdict"] == "doubtful"
        if fault in (None, _NONE) or (doubtful and fault != "type"):
            example = _example(row.found, row.gold["id"], told, deed=fault != _NONE)
            yield example._replace(weight=_DOUBTFUL if doubtful else 1.0)


def _known(half: str) -> Iterator[tuple[Annotated, Told, dict[str, Any]]]:
    """Give each event that frames tell of which a reader has judged one of its type at its place, with what he said."""
    for row in annotated("events", half, Settings()):
        for each, event in coded_events(row.found.document):
            span = (event.evidence[0].start, event.evidence[-1].end)
            known = (g for g in row.gold["events"] if g["type"] == event.type and touches([span], g["words"]))
            if found := next(known, None):
                yield row, (each, event), found


def sentences(dice: random.Random) -> Iterator[Example]:
    """Give the events of our own sentences: everyday ones, and some of those that prove frames."""
    given = _rows(OWN)
    proofs = [text for frame in event_frames("en") for text in frame.examples.yes]
    paired = [_MARKED.sub(r"\1", text) for kind, *_, text in _rows(PAIRED) if kind != "NONE"]
    given += [["deed", text] for text in (*dice.sample(proofs, PROOFS), *dice.sample(paired, PAIRS))]
    for kind, text in given:
        found = read(Article(id=text, source="own", text=text), Settings())
        for told in coded_events(found.document):
            yield _example(found, text, told, deed=kind == "deed")._replace(weight=WEIGHT)


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def _example(found: Extraction, text: str, told: Told, *, deed: bool) -> Example:
    each, event = told
    document = found.document
    states = states_about(document, each.match.token).astype(float)
    return Example(text, deed, dict(marks(document, each, event)), states)


def trained(data: Sequence[Example]) -> Head:
    """Give the head that is learned from the data: a logistic regression, by Newton's steps."""
    counts: dict[str, int] = {}
    for each in data:
        for name in each.marks:
            counts[name] = counts.get(name, 0) + 1
    names = tuple(sorted(name for name, count in counts.items() if count >= LEAST_SEEN))
    states = np.stack([each.states.reshape(-1) for each in data])
    mean, spread = states.mean(0), states.std(0) + 1e-6
    own = np.array([[each.marks.get(name, 0.0) for name in names] for each in data])
    x = np.hstack([np.ones((len(data), 1)), own, (states - mean) / spread])
    near = np.r_[_TINY, np.full(len(names), _MARK), np.full(states.shape[1], _WORD)]
    weights = _fitted(x, np.array([each.deed for each in data], float), np.array([each.weight for each in data]), near)
    shape = data[0].states.shape
    words = (weights[1 + len(names) :] / spread).reshape(shape)
    middle = (words * mean.reshape(shape)).sum(1)
    return Head(names, weights[1 : 1 + len(names)], float(weights[0]), words, middle)


def _fitted(x: Numbers, y: Numbers, weight: Numbers, near: Numbers) -> Numbers:
    found = np.zeros(x.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-(x @ found)))
        slope = x.T @ (weight * (chance - y)) + near * found
        curve = (x * (weight * chance * (1 - chance))[:, None]).T @ x + np.diag(near)
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-5:
            break
    return found


def figures(data: Sequence[Example], own: Sequence[Example], folds: int, dice: random.Random) -> Iterator[str]:
    """Give, for several bars, how many deeds would be lost and how many others passed over, by unseen texts."""
    texts = dice.sample(order := sorted({each.text for each in data}), len(order))
    part = {text: n % folds for n, text in enumerate(texts)}
    chances: dict[bool, list[float]] = {True: [], False: []}
    for fold in range(folds):
        head = trained([*(each for each in data if part[each.text] != fold), *own])
        for each in (each for each in data if part[each.text] == fold):
            chances[each.deed].append(head.chance(each))
    for bar in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        lost, passed = (sum(chance < bar for chance in chances[deed]) for deed in (True, False))
        counts = f"{lost} of {len(chances[True])} deeds lost, {passed} of {len(chances[False])} others passed over"
        yield f"bar {bar}: {counts}"
