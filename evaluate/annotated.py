"""Our own gold of utterances in texts that lie outside the repository: spans by the shared scorer, speakers by name.

What is optional in the gold is neither demanded nor counted as too much: predictions that are an optional utterance are
left out before scoring. Utterances within others are not scored by the scorer, which knows no nesting.
"""

import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from detente.settings import Settings
from evaluate.golden import HALVES, annotated
from evaluate.matching import Matcher, same
from evaluate.shared import write
from evaluate.tasks import score

_HALF = 0.5

Utterance = dict[str, Any]


def measure(half: str, settings: Settings) -> str:
    """Score one half; give the scorer's lines and one for the speakers."""
    speakers: Counter[str] = Counter()
    golden, predicted = [], []
    for gold, reading in annotated("utterances", half, settings):
        printed = reading.as_json()
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
