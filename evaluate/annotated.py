"""Our own gold of utterances in texts that lie outside the repository: spans by the shared scorer, speakers by name.

What is optional in the gold is neither demanded nor counted as too much: predictions that are an optional utterance are
left out before scoring. Utterances within others are not scored by the scorer, which knows no nesting.
"""

import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from detente.pipeline import Extraction, read
from detente.settings import Settings
from evaluate.matching import Matcher, same
from evaluate.shared import ROOT, rows, shared, write
from evaluate.tasks import score
from evaluate.utterances import article

GOLD = ROOT / "evaluate" / "gold" / "utterances"
HALVES = ("tuned", "untuned")
_HALF = 0.5

Utterance = dict[str, Any]


class Found(NamedTuple):
    """A text's gold, and what was found in it, as printed."""

    gold: dict[str, Any]
    printed: dict[str, Any]


def readings(half: str, settings: Settings) -> Iterator[Found]:
    """Read every text of a half; raise ``ValueError`` where a text is not the one that was annotated."""
    golden = [json.loads(line) for line in (GOLD / f"{half}.jsonl").read_text("utf-8").splitlines()]
    for name in sorted({row["texts"] for row in golden}):
        texts = {row["id"]: row for row in rows(shared() / "texts" / f"{name}.jsonl.gz")}
        for gold in golden:
            if gold["texts"] == name:
                yield Found(gold, _read(texts[gold["id"]], gold, settings).as_json())


def _read(row: dict[str, Any], gold: dict[str, Any], settings: Settings) -> Extraction:
    if hashlib.sha256(row["text"].encode()).hexdigest() != gold["sha256"]:
        raise ValueError(f"{row['id']}: found another text than the annotated one; expected sha256 {gold['sha256']}")
    return read(article({**row, "date": gold["published"]}), settings)


def measure(half: str, settings: Settings) -> str:
    """Score one half; give the scorer's lines and one for the speakers."""
    speakers: Counter[str] = Counter()
    golden, predicted = [], []
    for gold, printed in readings(half, settings):
        matcher = Matcher(printed)
        outer = [each for each in gold["utterances"] if each["within"] is None]
        optional = [each for each in outer if each["optional"]]
        required = [each for each in outer if not each["optional"]]
        found = [each for each in printed["utterances"] if each["within"] is None]
        found = [
            each
            for each in found
            if not any(_meets(matcher, each, other) for other in optional)
            or any(_meets(matcher, each, other) for other in required)
        ]
        _count(speakers, matcher, required, found)
        golden.append({"id": gold["id"], "text": printed["text"], "attributions": [_scored(each) for each in required]})
        predicted.append({"id": gold["id"], "attributions": [_scored(each) for each in found]})
    known = f"{speakers['right']} of {speakers['known']} ({speakers['right'] / max(1, speakers['known']):.3f})"
    open_ = f"{speakers['left open']} of {speakers['unknown']}"
    return (
        f"{_spans(golden, predicted)}speakers        {known}, of those whom the text does not name {open_} left open\n"
    )


def _scored(utterance: Utterance) -> Utterance:
    parts = {part: utterance[part] for part in ("source", "cue", "content")}
    return parts | {"quote_type": utterance["mode"]}


def _spans(golden: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder, "gold.jsonl"), golden)
        write(Path(folder, "predicted.jsonl"), predicted)
        return score("utterances", Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl"))


def _meets(matcher: Matcher, found: Utterance, gold: Utterance) -> bool:
    """Say whether half of the words of both contents are shared."""
    return _share(matcher.text, found["content"], gold["content"]) >= _HALF


def _share(text: str, ones: list[list[int]], others: list[list[int]]) -> float:
    a, b = _words(text, ones), _words(text, others)
    return len(a & b) / len(a | b) if a | b else 0.0


def _words(text: str, spans: list[list[int]]) -> set[int]:
    return {start + match.start() for start, end in spans for match in re.finditer(r"\w+", text[start:end])}


def _count(speakers: Counter[str], matcher: Matcher, required: list[Utterance], found: list[Utterance]) -> None:
    """Count, over the required utterances that were found, the speakers that are right: all of them and no other."""
    for gold in required:
        best = max(found, key=lambda each: _share(matcher.text, each["content"], gold["content"]), default=None)
        if best is None or not _meets(matcher, best, gold):
            continue
        if not gold["speakers"]:
            speakers["unknown"] += 1
            speakers["left open"] += not best["speakers"]
            continue
        speakers["known"] += 1
        names = [each for each in (gold["speakers"], gold["speakers_also"]) if each]
        speakers["right"] += any(_are(matcher, best["speakers"], each) for each in names)


def _are(matcher: Matcher, actors: list[str], names: list[str]) -> bool:
    """Say whether the actors are those named, all and no other; a name of three letters ("CNN") is no state's code."""
    known = [{matcher.names.get(each, ""), each.rsplit("/", 1)[-1].replace("-", " ")} for each in actors]
    return len(actors) == len(names) and all(any(same(own, name) for each in known for own in each) for name in names)


def report(settings: Settings) -> str:
    """Print both halves."""
    return "".join(f"{half} half\n{measure(half, settings)}" for half in HALVES)
