"""Precision and recall on our own articles, kind by kind, the half that rules are tuned on and the other apart.

Recall is over the claims that every careful reader finds; a found claim counts as right where it is one of these or
one of those that are also right.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from evaluate import reference
from evaluate.matching import Matcher
from evaluate.shared import ROOT

OURS = ROOT / "evaluate" / "gold"
EXAMPLES = ROOT / "examples"
KINDS = (*reference.SCORED, "memberships")


class Half(NamedTuple):
    """Counts by kind: expected claims, those found, found claims, and those of them that are right."""

    expected: Counter[str]
    hit: Counter[str]
    found: Counter[str]
    right: Counter[str]


def pairs() -> Iterator[tuple[Path, Path]]:
    """Give article and expectation of every example."""
    for expected in sorted(OURS.glob("*/*.expected.json")):
        yield EXAMPLES / expected.parent.name / expected.name.replace(".expected.json", ".txt"), expected


def measure() -> dict[bool, Half]:
    """Read every example; give the counts of the untuned half under True, of the other under False."""
    halves = {untuned: Half(Counter(), Counter(), Counter(), Counter()) for untuned in (False, True)}
    for article, expected in pairs():
        gold = json.loads(expected.read_text("utf-8"))
        _add(halves[bool(gold["untuned"])], reference.printed(article), gold)
    return halves


def _add(half: Half, found: dict[str, Any], gold: dict[str, Any]) -> None:
    matcher = Matcher(found)
    for kind in KINDS:
        wanted = gold.get(kind, [])
        accepted = [*wanted, *gold.get(f"{kind}_also_right", [])]
        half.expected[kind] += len(wanted)
        half.hit[kind] += sum(any(matcher.matches(kind, claim, g) for claim in found[kind]) for g in wanted)
        half.found[kind] += len(found[kind])
        half.right[kind] += sum(any(matcher.matches(kind, claim, g) for g in accepted) for claim in found[kind])


def misses(kinds: tuple[str, ...] = KINDS) -> Iterator[str]:
    """Give what is missing and what is wrong in the half that rules may be tuned on; never of the other half."""
    for article, expected in pairs():
        gold = json.loads(expected.read_text("utf-8"))
        if gold["untuned"]:
            continue
        found = reference.printed(article)
        matcher = Matcher(found)
        for kind in kinds:
            accepted = [*gold.get(kind, []), *gold.get(f"{kind}_also_right", [])]
            for g in gold.get(kind, []):
                if not any(matcher.matches(kind, claim, g) for claim in found[kind]):
                    yield f"{article.stem} {kind} missing: {_told(g, found['text'])}"
            for claim in found[kind]:
                if not any(matcher.matches(kind, claim, g) for g in accepted):
                    yield f"{article.stem} {kind} wrong: {_told(claim, found['text'])}"


def _told(claim: dict[str, Any], text: str) -> str:
    """Give a claim with the words of its spans instead of their places, and without its empty fields."""
    return "  ".join(f"{name}={_words(value, text)}" for name, value in claim.items() if value not in (None, [], ""))


def _words(value: Any, text: str) -> Any:
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        return repr(text[value[0] : value[1]])
    if isinstance(value, list):
        return [_words(item, text) for item in value]
    return {name: _words(item, text) for name, item in value.items()} if isinstance(value, dict) else value


def figures(half: Half, kind: str) -> tuple[float, float, float]:
    """Give precision, recall and F1 of one kind; nothing found or expected counts as zero."""
    precision = half.right[kind] / half.found[kind] if half.found[kind] else 0.0
    recall = half.hit[kind] / half.expected[kind] if half.expected[kind] else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def report(halves: dict[bool, Half]) -> str:
    """Print a line a kind for each half."""
    lines = []
    for untuned, half in halves.items():
        lines.append("never tuned on" if untuned else "tuned on")
        for kind in KINDS:
            precision, recall, f1 = figures(half, kind)
            counts = f"(gold {half.expected[kind]}, found {half.found[kind]})"
            lines.append(f"  {kind:<13} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {counts}")
    return "\n".join(lines)
