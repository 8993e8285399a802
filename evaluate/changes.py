"""Changes of position over a thread of articles: found, whole, false, and what the dossiers say of them.

Gold lies in ``gold/changes`` (its README tells how it is counted): in each folder ``thread.expected.json`` of the
articles in the
same folder, or in ``examples``. Of a thread that is set apart only totals are given, never what was found.
"""

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.articles import from_text
from detente.dates import bounds, is_edtf
from detente.lexicon import names_of
from detente.pipeline import read
from detente.positions import changes
from detente.record import Record
from detente.settings import Settings
from detente.text import fold
from detente.versions import version
from evaluate.matching import same
from evaluate.shared import ROOT

GOLD = ROOT / "evaluate" / "gold" / "changes"
EXAMPLES = ROOT / "examples"
DETAILS = ("shape", "before", "after", "by", "office before", "office after")

Gold = dict[str, Any]


@dataclass
class Score:
    """Counts of one thread, and in words what is missing or false, empty where the thread is set apart."""

    thread: str
    wanted: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def threads() -> list[str]:
    """Give the names of the threads that have gold of changes."""
    return sorted(path.parent.name for path in GOLD.glob("*/thread.expected.json"))


def is_apart(thread: str) -> bool:
    """Say whether a thread is never tuned on."""
    return bool(_gold(thread).get("untuned", True))


def files(thread: str) -> tuple[Path, ...]:
    """Give the articles of a thread and its gold."""
    return (*_texts(thread), GOLD / thread / "thread.expected.json")


def figures(score: Score) -> dict[str, float]:
    """Give what may not fall: how many are found and whole, and whether none is false."""
    return {
        "found": score.counts["found"],
        "whole": score.counts["whole"],
        "none false": float(not score.counts["false"]),
    }


def _gold(thread: str) -> Gold:
    found: Gold = json.loads((GOLD / thread / "thread.expected.json").read_text("utf-8"))
    return found


def measure(thread: str) -> Score:
    """Read a thread into a record of its own and compare the changes that the record concludes with its gold."""
    gold = _gold(thread)
    texts = _texts(thread)
    words = {path.name: path.read_text("utf-8") for path in texts}
    with tempfile.TemporaryDirectory() as folder, closing(Record.open(Path(folder) / "record.db")) as record:
        for name, text in words.items():  # not as files: an invented thread may lie in the future
            record.add(read(from_text(text, name, name), Settings()).as_json(), version(Settings()))
        found = changes(record)
    score = compare(thread, gold, [Found(each, words) for each in found])
    if is_apart(thread):
        score.misses.clear()
    return score


def _texts(thread: str) -> list[Path]:
    return sorted((GOLD / thread).glob("*.txt")) or sorted((EXAMPLES / thread).glob("*.txt"))


class Found:
    """A change that the record concludes, as it is compared."""

    def __init__(self, dossier: Any, texts: dict[str, str]) -> None:
        self.dossier = dossier
        self._texts = {Path(article).name: texts[Path(article).name] for article in dossier.articles}

    def is_(self, gold: Gold) -> bool:
        """Say whether it is the change of the gold: holder, object, kind, and a day in common."""
        dossier = self.dossier
        return (
            self.is_about(gold)
            and bool({gold["kind"], *gold.get("kind_also", ())} & set(dossier.kinds))
            and self._meets(gold)
        )

    def is_about(self, gold: Gold) -> bool:
        """Say whether holder and object are those of the gold."""
        return self._is_holder(gold["holder"]) and re.search(gold["object_key"], fold(self._object())) is not None

    def wrong(self, gold: Gold) -> Iterator[str]:
        """Give the details of the dossier that are not those of the gold, where it has them."""
        dossier = self.dossier
        if gold.get("shape") and not set(gold["shape"]) & set(dossier.shape):
            yield "shape"
        for name, part in (("before", "old"), ("after", "new")):
            if gold.get(part) and not any(self._touches(name, each) for each in gold[part]):
                yield name
        if gold.get("by") and not (dossier.by and same(dossier.by, gold["by"])):
            yield "by"
        for name in ("before", "after"):
            people = [each["person"] for each in gold.get(f"office_{name}", ()) if each.get("person")]
            given = [person for office in dossier.offices for person in getattr(office, name)]
            if people and not any(same(one, other) for one in people for other in given):
                yield f"office {name}"

    def told(self) -> str:
        """Give the change in one line."""
        dossier = self.dossier
        sides = f"{dossier.before} -> {dossier.after}"
        return f"{dossier.holder} {'/'.join(dossier.kinds)} {dossier.object} {dossier.when}: {sides}"

    def _is_holder(self, holder: str) -> bool:
        dossier = self.dossier
        return dossier.holder == holder or any(same(name, holder) for name in (dossier.name, *names_of(dossier.holder)))

    def _object(self) -> str:
        dossier = self.dossier
        return " ".join(filter(None, (dossier.object, dossier.issue, *dossier.about, *dossier.words)))

    def _meets(self, gold: Gold) -> bool:
        day = self.dossier.when or self.dossier.reported
        if not day or not is_edtf(day):
            return False
        (first, last), (begin, end) = bounds(day), bounds(gold["interval"])
        return first <= end and begin <= last

    def _touches(self, name: str, passage: Gold) -> bool:
        """Say whether a quotation of the dossier shares a character with a passage of the gold."""
        words, text = getattr(self.dossier, name), self._texts.get(passage["file"])
        if not words or text is None:
            return False
        for part in words.split(" … "):
            start = text.find(part)
            if start >= 0 and start < passage["end"] and passage["start"] < start + len(part):
                return True
        return False


def compare(thread: str, gold: Gold, found: Sequence[Found]) -> Score:
    """Count what was found of the demanded changes, how well, and what is neither demanded nor right."""
    score = Score(thread, len(gold["changes"]))
    pairs = _paired(gold, found)
    for wanted, n in zip(gold["changes"], pairs, strict=True):
        if n is None:
            score.misses.append(
                f"missing {wanted['id']}: {wanted['holder']} on {wanted['object']}, {wanted['interval']}"
            )
            continue
        wrong = list(found[n].wrong(wanted))
        score.counts["found"] += 1
        score.counts["whole"] += not {"before", "after"} & set(wrong)
        for name in DETAILS:
            score.counts[name] += name not in wrong
        if wrong:
            score.misses.append(f"{wanted['id']} lacks {', '.join(wrong)}: {found[n].told()}")
    taken = set(pairs)
    for n, each in enumerate(found):
        if n not in taken:
            _rest(score, gold, each)
    return score


def _paired(gold: Gold, found: Sequence[Found]) -> list[int | None]:
    """Give for each demanded change which found one it is, each once, those that agree in most details first."""
    wanted = gold["changes"]
    likely = [
        (len(list(each.wrong(wanted[g]))), g, n)
        for g in range(len(wanted))
        for n, each in enumerate(found)
        if each.is_(wanted[g])
    ]
    pairs: dict[int, int] = {}
    for _, g, n in sorted(likely):
        if g not in pairs and n not in pairs.values():
            pairs[g] = n
    return [pairs.get(g) for g in range(len(wanted))]


def _rest(score: Score, gold: Gold, each: Found) -> None:
    """Count a change that is none of those found: told again, right as well, or false."""
    if any(each.is_(wanted) for wanted in gold["changes"]):
        score.counts["again"] += 1
        score.misses.append(f"again: {each.told()}")
    elif any(each.is_(right) for right in gold.get("changes_also_right", ())):
        score.counts["also right"] += 1
    elif "inferred" not in each.dossier.kinds and any(each.is_about(told) for told in gold.get("contested", ())):
        score.counts["contested"] += 1
    else:
        score.counts["false"] += 1
        score.misses.append(f"false: {each.told()}")


def report(score: Score, *, misses: bool = False) -> Iterator[str]:
    """Give the lines that are printed."""
    n = score.counts
    further = f"{n['false']} false, {n['again']} again, {n['also right']} also right, {n['contested']} contested"
    yield f"{score.thread:<15} {n['found']} of {score.wanted} found, {n['whole']} whole; {further}"
    details = ", ".join(f"{name} {n[name]}" for name in DETAILS)
    yield f"{'':<15} of the found right: {details}"
    if misses:
        yield from (f"  {each}" for each in score.misses)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that scores changes."""
    turned = commands.add_parser("changes", help="changes of position over threads of articles, against their gold")
    turned.add_argument("threads", nargs="*", metavar="THREAD", help="only these; default: all that have gold")
    turned.add_argument("--misses", action="store_true", help="what is missing and false where it is tuned on")


def command(given: argparse.Namespace) -> int:
    """Print how many changes are found; give 2 for a thread without gold."""
    known = threads()
    if unknown := [each for each in given.threads if each not in known]:
        print(f"not run: found the thread {unknown[0]!r}; expected one of {', '.join(known)}")
        return 2
    for thread in given.threads or known:
        print("\n".join(report(measure(thread), misses=given.misses)), flush=True)
    return 0
