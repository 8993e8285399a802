"""The quality gate: measured figures against floors that only rise, and a digest of the gold they were measured on.

``floors.json`` holds, for every measure, the floor and the digest of its gold. ``python -m evaluate gate`` fails
where a figure falls below its floor or the gold is another; ``--raise`` writes higher floors, never lower ones.
Gold that lies outside the repository is measured where it is found; elsewhere the gate says "not run" and why.
"""

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from detente.settings import Settings
from evaluate import changes, coded, golden, links, own_stances, reference, who
from evaluate.shared import ROOT, gold, shared
from evaluate.tasks import run

FLOORS = ROOT / "evaluate" / "floors.json"
OURS = ROOT / "evaluate" / "gold"
EXAMPLES = ROOT / "examples"


class Measure(NamedTuple):
    """A named set of figures: the files that they are measured on, and how."""

    name: str
    files: tuple[Path, ...]
    figures: Callable[[], dict[str, float]]


def measures(*, everything: bool) -> Iterator[Measure]:
    """Give what is measured: our own articles and the reference always, the large gold only with ``everything``."""
    for expected in sorted(OURS.glob("*/*.expected.json")):
        article = EXAMPLES / expected.parent.name / expected.name.replace(".expected.json", ".txt")
        yield Measure(
            f"examples/{expected.parent.name}/{article.stem}", (article, expected), _compared(article, expected)
        )
    folder = shared() / "reference"
    yield Measure("reference", (folder / "expected.json",), _compared(folder / "article.txt", folder / "expected.json"))
    yield Measure("who", (who.GOLD,), who.figures)
    for thread in changes.threads():
        if not changes.is_apart(thread):
            yield Measure(f"changes/{thread}", changes.files(thread), _changed(thread))
    for task, file in (
        ("times", gold() / "times" / "aquaint.jsonl"),
        ("events", gold() / "events" / "plv_train.jsonl"),
        ("stances", gold() / "stances" / "seesaw_valid.jsonl"),
        ("speakers", gold() / "utterances" / "pronoun_speakers.jsonl"),
        ("utterances", gold() / "utterances" / "polnear_dev.jsonl"),
    ):
        if everything:
            yield Measure(task, (file,), _scored(task, file))

    for kind, module in (("links", links), ("coded", coded), ("own-stances", own_stances)):
        folder = OURS / {"coded": "events", "own-stances": "stances"}.get(kind, kind)
        for half in golden.HALVES:
            if everything:
                yield Measure(f"{kind}/{half}", (folder / f"{half}.jsonl",), _ours(module, half))


def _changed(thread: str) -> Callable[[], dict[str, float]]:
    return lambda: changes.figures(changes.measure(thread))


def _ours(module: ModuleType, half: str) -> Callable[[], dict[str, float]]:
    return lambda: figures_of("\n".join(module.report(module.measure(half, Settings()))))


def _compared(article: Path, expected: Path) -> Callable[[], dict[str, float]]:
    def figures() -> dict[str, float]:
        compared = reference.compare(article, expected)
        found = {kind: n - len(compared.missing[kind]) for kind, n in compared.expected.items()}
        return {**found, "unbroken": float(not compared.broken)}

    return figures


_LINE = re.compile(
    r"^(?P<name>[a-z][\w ]*?)\s+"
    r"(?:P \S+\s+R \S+\s+F1 (?P<f1>[\d.]+)|macro F1 (?P<macro>[\d.]+)|.*\((?P<share>[\d.]+)\)$)"
)


def _scored(task: str, file: Path) -> Callable[[], dict[str, float]]:
    """Score a task; events by frames alone, since the shipped branch was taught on this very gold."""
    settings = Settings(learned=task != "events")
    return lambda: figures_of(run(task, file, settings=settings).printed)


def figures_of(printed: str) -> dict[str, float]:
    """Give the figures that stand in what a scorer prints, by their names."""
    lines = map(_LINE.match, printed.splitlines())
    return {m["name"]: float(m["f1"] or m["macro"] or m["share"]) for m in lines if m}


def digest(files: tuple[Path, ...]) -> str:
    """Give a digest of the files' contents."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def gate(*, everything: bool, higher: bool) -> bool:
    """Measure, print, and say whether no figure is below its floor; with ``higher``, raise the floors."""
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    failed = False
    for measure in measures(everything=everything):
        absent = [path for path in measure.files if not path.exists()]
        if absent:
            print(f"{measure.name}: not run, {absent[0].name} is not here (see DETENTE_SHARED and DETENTE_GOLD)")
            continue
        floor = floors.setdefault(measure.name, {"gold": digest(measure.files), "floors": {}})
        if floor["gold"] != digest(measure.files):
            if not higher:
                print(f"{measure.name}: the gold is not the one that the floors were measured on")
            failed |= not higher
            floor["gold"] = digest(measure.files)
        figures = measure.figures()
        low = {name: value for name, value in figures.items() if value < floor["floors"].get(name, -math.inf)}
        for name, value in low.items():
            print(f"{measure.name}: {name} is {value:g}, below its floor {floor['floors'][name]:g}")
        failed |= bool(low)
        print(f"{measure.name}: " + "  ".join(f"{name} {value:g}" for name, value in figures.items()))
        for name, value in figures.items():
            floor["floors"][name] = max(value, floor["floors"].get(name, value))
    if higher:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return not failed
