"""Who held which office on a day: questions drawn at random, answered from public facts by somebody who saw no code.

Gold lies in ``gold/who/answers.csv``. An answer is **right** if all holders given are the answer or also right,
**wrong** if any is neither, **unknown** if none is given. Names are the same if the words of one, without accents and
case, all stand in the other. The record has read our own example articles, those that are tuned on.
"""

import csv
import datetime as dt
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import detente
from detente.lexicon.own_world import shipped
from detente.record import folded_words
from detente.surfaces.threads import threads
from evaluate.shared import ROOT

GOLD = ROOT / "evaluate" / "gold" / "who" / "answers.csv"
EXAMPLES = ROOT / "examples"
OFFICES = ("head of state", "head of government", "foreign minister")
FIRST, LAST = dt.date(2014, 1, 1), dt.date(2026, 5, 1)
SEED, NUMBER = 8, 100
COLUMNS = ("state", "office", "day", "answer", "also_right", "since", "until", "source", "certainty")
VERDICTS = ("right", "unknown", "wrong")


class Question(NamedTuple):
    """A state's id and name, an office, and a day."""

    state: str
    name: str
    office: str
    day: dt.date


def draw(number: int = NUMBER, seed: int = SEED) -> Iterator[Question]:
    """Draw questions over all states that exist and have a Correlates of War code, none twice for a state's office."""
    rnd = random.Random(seed)  # noqa: S311 - a draw that can be repeated
    states = sorted((row["id"], row["name"]) for row in shipped("states") if row["cow"] and not row["until"])
    asked: set[tuple[str, str]] = set()
    while len(asked) < number:
        state, name = rnd.choice(states)
        office = rnd.choice(OFFICES)
        day = FIRST + dt.timedelta(days=rnd.randrange((LAST - FIRST).days))
        if (state, office) not in asked:
            asked.add((state, office))
            yield Question(state, name, office, day)


def answers(path: Path) -> list[dict[str, str]]:
    """Read the gold; raise ``ValueError`` where columns are missing or a row has a value too many or too few."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        rows = list(csv.DictReader(lines, strict=True))
    for row in rows:
        if lacking := [name for name in COLUMNS if row.get(name) is None] or ([""] if None in row else []):
            raise ValueError(f"{path}: found a row without {', '.join(lacking)}; expected {', '.join(COLUMNS)}")
    return rows


def is_drawn(rows: Sequence[dict[str, str]]) -> bool:
    """Say whether the questions of the gold are those of the draw, whichever of a state's names it uses."""
    asked = [(row["state"], row["office"], row["day"]) for row in rows]
    drawn = [({each.state, each.name}, each.office, each.day.isoformat()) for each in draw()]
    return len(asked) == len(drawn) and all(
        state in names and rest == right for (state, *rest), (names, *right) in zip(asked, drawn, strict=True)
    )


def judge(given: Sequence[str], right: Sequence[str]) -> str:
    """Say whether the names given are right, wrong or none.

    >>> judge(["Héctor Béjar"], ["Hector Bejar Rivera"]), judge(["Ana Luz", "Ben Sol"], ["Ana Luz"]), judge([], ["Ana"])
    ('right', 'wrong', 'unknown')
    """
    if not given:
        return "unknown"
    return "right" if all(any(_same(name, each) for each in right) for name in given) else "wrong"


def _same(one: str, other: str) -> bool:
    mine, theirs = ({word for word, _ in folded_words(name)} for name in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


class Score(NamedTuple):
    """How many answers are right, unknown and wrong, of those whose gold is sure and of all."""

    sure: Counter[str]
    all: Counter[str]


def measure(path: Path = GOLD) -> Score:
    """Ask the record that has read our articles every question of the gold."""
    score = Score(Counter(), Counter())
    with tempfile.TemporaryDirectory() as folder, detente.Record.open(Path(folder) / "record.db") as record:
        for _ in record.read([str(EXAMPLES / thread) for thread in threads(EXAMPLES)]):
            pass
        for row in answers(path):
            found = record.who(row["office"], row["state"], row["day"])
            right = [name.strip() for name in (row["answer"], *row["also_right"].split(";")) if name.strip()]
            verdict = judge([holder.name for holder in found.holders], right)
            score.all[verdict] += 1
            score.sure[verdict] += row["certainty"] == "sure"
    return score


def report(score: Score) -> Iterator[str]:
    """Give the lines that are printed."""
    yield f"questions    {score.all.total()}"
    for name, count in zip(Score._fields, score, strict=True):
        shares = "  ".join(f"{verdict} {count[verdict]}" for verdict in VERDICTS)
        yield f"{name:12} {shares}  (of {count.total()})"


def figures(path: Path = GOLD) -> dict[str, float]:
    """Give the figures of which the gate holds the floors: more is better, so of the wrong ones those that are not."""
    score = measure(path)
    return {
        f"{name} {verdict}": float(number)
        for name, count in zip(Score._fields, score, strict=True)
        for verdict, number in (("right", count["right"]), ("not wrong", count.total() - count["wrong"]))
    }
