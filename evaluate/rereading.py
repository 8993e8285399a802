"""Do judgements survive another lexicon? Texts are read, claims drawn at random judged, the texts read once more.

The second reading is done by the real command, ``detente reread``, of a copy of the package in which every third word
is missing from the longer lists of words of attitude, of saying and of deeds.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import detente
from detente.positions import ClaimRuling, accept, correct, differences, judgements, note, reject
from detente.record import Record, Versioned
from detente.text import Span, overlap
from evaluate.draw import draw_evenly
from evaluate.shared import write

_WORDS = (80, 600)
_CHANGED = ("stance_cues.yaml", "reporting_verbs.yaml", "event_frames_*.yaml")
_LIST = re.compile(r"^(  \w+: )\[([^\[\]{}\"']*)\]$", re.MULTILINE)
_FEWEST, _EACH = 4, 3
_DATES = {
    "blocs": "founded",
    "changes": "announced_on",
    "commitments": "due",
    "events": "date",
    "utterances": "date",
}
_VERBS = {"accept": accept, "reject": reject, "note": note}
_ORDER = ("accept", "reject", "correct", "note")


@dataclass(frozen=True)
class Survival:
    """What became of claims, by what the other lexicon did to them, and of judgements, by how they are found."""

    texts: int
    claims: Mapping[str, int]
    judged: Counter[str]

    @property
    def complete(self) -> bool:
        """Whether every judgement is on its claim or listed as lost, and none is on another."""
        return self.judged["on another claim"] == 0


def measure(texts: list[Path], number: int, judged: int, seed: int) -> Survival:
    """Read ``number`` texts, judge so many claims, read again with a changed lexicon, and see what is where."""
    with tempfile.TemporaryDirectory() as folder:
        source, address, package = Path(folder, "texts.jsonl"), Path(folder, "record.db"), Path(folder, "other")
        some = [row for _, row in draw_evenly(texts, number, seed, _WORDS)]
        write(source, [{**row, "published": row.get("date") or row.get("published")} for row in some])
        _run(["read", str(source)], address, os.environ.get("PYTHONPATH", ""))
        with Record.open(address) as record:
            drawn = _judge(record, judged, seed)
        _change(package)
        _run(["reread"], address, str(package))
        with Record.open(address) as record:
            claims = Counter(str(each.what) for each in differences(record, "1", "2"))
            return Survival(record.stats().articles, claims, Counter(_found(record, drawn)))


def _run(words: list[str], address: Path, path: str) -> None:
    command = [sys.executable, "-m", "detente", *words, "--record", str(address), "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(  # noqa: S603 - our own command
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")


def _judge(record: Record, number: int, seed: int) -> dict[int, Any]:
    """Judge claims drawn from all by the digest of seed and place; give each with the number of its judgement."""
    pool = [
        (kind, body, each)
        for each in record.readings()
        for kind in each.reading.kinds
        for body in each.reading.json[kind]
    ]
    pool.sort(
        key=lambda found: hashlib.sha256(f"{seed} {found[2].reading.article.id} {found[1]['id']}".encode()).digest()
    )
    judged = {}
    for n, (kind, body, each) in enumerate(pool[:number]):
        verb, claim = _ORDER[n % len(_ORDER)], f"{body['id']}@{each.reading.article.id}"
        said = {"why": "drawn at random", "by": "evaluate"}
        if verb == "correct":
            ruling = correct(record, claim, _DATES.get(kind, "since"), "2020", **said)
        else:
            ruling = _VERBS[verb](record, claim, **said)
        judged[ruling.number] = (kind, body)
    return judged


def _change(package: Path) -> None:
    """Copy the package and take words from its lists."""
    copy = package / "detente"
    shutil.copytree(Path(detente.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    for pattern in _CHANGED:
        for file in sorted((copy / "lexicon" / "languages" / "en").glob(pattern)):
            file.write_text(_LIST.sub(_thinned, file.read_text("utf-8")), "utf-8")


def _thinned(match: re.Match[str]) -> str:
    words = match[2].split(", ")
    left = words if len(words) < _FEWEST else [word for n, word in enumerate(words, start=1) if n % _EACH]
    return f"{match[1]}[{', '.join(left)}]"


def _found(record: Record, judged: dict[int, Any]) -> Iterator[str]:
    """Say of each judgement where it is now, looking for its claim in another way than the record does."""
    now: dict[str, Versioned] = {each.reading.article.id: each for each in record.readings()}
    rulings = {each.number: each for each in judgements(record) if isinstance(each, ClaimRuling)}
    kept = record.claim_judgements()
    for number, (kind, body) in judged.items():
        ruling = rulings.get(number)
        if ruling is None:
            yield "missing"
        elif ruling.standing == "lost":
            there = [
                each for each in now[ruling.article].reading.json.get(kind, ()) if each["evidence"] == body["evidence"]
            ]
            yield "lost and listed, several claims might be meant" if there else "lost and listed, the claim is gone"
        else:
            found = kept.found[number]
            yield "on its claim" if _is_same(kind, body, found.kind, found.body) else "on another claim"


def _is_same(kind: str, body: Any, found_kind: str, found: Any) -> bool:
    mine, theirs = ([Span(*span) for span in each["evidence"]] for each in (body, found))
    return kind == found_kind and 2 * overlap(tuple(mine), tuple(theirs)) >= sum(end - start for start, end in mine)


def report(found: Survival) -> str:
    """Give what was measured, a line a figure."""
    claims = ", ".join(f"{found.claims[what]} {what}" for what in ("same", "changed", "gone", "new"))
    judged = "\n".join(f"  {many} {what}" for what, many in sorted(found.judged.items(), key=lambda each: -each[1]))
    return f"{found.texts} texts read twice; claims: {claims}\n{found.judged.total()} judgements:\n{judged}"
