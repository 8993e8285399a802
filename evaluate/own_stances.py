"""Stances in our own gold of sixty texts: found or not, whose, and towards what.

Gold lies in ``gold/stances``. A gold stance is **found** where a stance rests on words that meet its own and is about
an object that has half of the shorter one's characters in common with its own. Recall is over what is required;
precision over all that is found, what is required and what is optional being right. A further find of a stance that is
found already (one member of a list, one of its joint holders) counts for nothing. Over the required ones that are
found: **holder**, **polarity** towards the object as the gold words it (to be for "an end to the blockade" is to be
against the blockade, and the other way round), **through**, **strength**, **basis**, **status** and **condition**.
``agreement`` compares the two passes in the same way.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from detente.documents import Document
from detente.lexicon import names_of, stance_cues, stance_turns
from detente.settings import Settings
from detente.text import Span
from evaluate.golden import FOLDER, HALVES, Annotated, annotated
from evaluate.matching import fold, same, touches

KIND = "stances"
FIELDS = ("holder", "polarity", "through", "strength", "basis", "status", "condition")
_HALF = 0.5
_OTHER = {"for": "against", "against": "for"}

Claim = dict[str, Any]


class Score(NamedTuple):
    """Counts of what was wanted, found and right, and the misses."""

    counts: Counter[str]
    misses: list[str]


def measure(half: str, settings: Settings) -> Score:
    """Read one half and score it."""
    score = Score(Counter(), [])
    for row in annotated(KIND, half, settings):
        of = score_of(Text(row))
        score.counts.update(of.counts)
        score.misses.extend(of.misses)
    return score


class Text:
    """One text: its gold stances, the stances found in it, and how both compare."""

    def __init__(self, row: Annotated) -> None:
        printed = row.found.as_json()
        self.document: Document = row.found.document
        self.text: str = printed["text"]
        self.gold: list[Claim] = row.gold["stances"]
        self.found: list[Claim] = printed["stances"]

    def wrong(self, found: Claim, gold: Claim) -> tuple[str, ...]:
        """Give the fields of a found stance that are not those of the gold, in the order of ``FIELDS``."""
        right = {
            "holder": any(self._is(found["holder"], each) for each in (gold["holder"], *gold["holder_also"])),
            "polarity": self._towards(found, gold) in _either(gold, "polarity"),
            "through": any(self._is(found["through"], each) for each in _either(gold, "through")),
            "condition": bool(found["condition"]) == bool(gold["condition"]),
            **{name: found[name] in _either(gold, name) for name in ("strength", "basis", "status")},
        }
        return tuple(name for name in FIELDS if not right[name])

    def _is(self, actor: str | None, who: str | None) -> bool:
        """Say whether an actor is the one named: a state by all of its name, "Hong Kong" is not its protesters."""
        if actor is None or who is None:
            return actor == who
        known = self.document.actor.get(actor)
        names = {known.name if known else actor, *names_of(actor)}
        if known is None or known.type == "state":
            return _words(who) in [_words(name) for name in names]
        return any(same(name, who) for name in names)

    def _towards(self, found: Claim, gold: Claim) -> str:
        """Give the side taken towards the gold's object, from which words that turn the side may part our own."""
        ours = found["object"]["spans"][0][0] if found["object"]["spans"] else gold["object"][0]
        first, last = sorted((ours, gold["object"][0]))
        ahead = self.document.tree.within(Span(first, last))
        tree, turning = self.document.tree, _turning(self.document.language)
        turns = sum(tree[token].lemma in turning or tree[token].dep == "neg" for token in ahead)
        polarity: str = found["polarity"]
        return _OTHER.get(polarity, polarity) if turns % 2 else polarity

    def told(self, claim: Claim) -> str:
        """Give the words on which a claim rests."""
        spans = [claim["words"]] if "words" in claim else claim["evidence"]
        return " … ".join(self.text[start:end] for start, end in spans)

    def object_of(self, claim: Claim) -> str:
        """Give the words of a claim's object."""
        return " … ".join(self.text[start:end] for start, end in _object(claim))


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", fold(name))) - {"the"}


def _turning(language: str) -> set[str]:
    """Give the lemmas that turn the side: "end", "stop", "condemn"."""
    turns = {word for word, turn in stance_turns(language).items() if turn.turn == "against"}
    cues = (cue for some in stance_cues(language).values() for cue in some)
    return turns | {word for cue in cues if cue.pos == "verb" and cue.polarity == "against" for word in cue.words}


def _either(gold: Claim, name: str) -> tuple[Any, ...]:
    """Give what either reader wrote of a field."""
    return (gold[name], gold.get(f"{name}_also", gold[name]))


def _object(claim: Claim) -> list[list[int]]:
    """Give the spans of an object, of found stances and of gold ones."""
    return claim["object"]["spans"] if isinstance(claim["object"], dict) else [claim["object"]]


def _share(ones: list[list[int]], others: list[list[int]]) -> float:
    """Give which part of the shorter object lies in the other."""
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in ones for c, d in others)
    return common / max(1, min(sum(b - a for a, b in spans) for spans in (ones, others)))


def _meets(found: Claim, gold: Claim) -> float:
    """Give how much two stances have in common in words and object; 0 where they are not about the same."""
    spans = found["evidence"] if "evidence" in found else [found["words"]]
    if not any(touches(spans, words) for words in _either(gold, "words")):
        return 0
    share = max(_share(_object(found), [each]) for each in _either(gold, "object"))
    return share if share >= _HALF else 0


def score_of(text: Text) -> Score:
    """Score one text."""
    score = Score(Counter(), [])
    pairs = _paired(text)
    counts = score.counts
    for g, gold in enumerate(text.gold):
        found = next((f for of, f in pairs if of == g), None)
        if not gold["required"]:
            counts["optional"] += found is not None
            continue
        counts["wanted"] += 1
        if found is None:
            score.misses.append(f"missed {_line(text, gold, gold['holder'])}")
            continue
        counts["found"] += 1
        wrong = text.wrong(text.found[found], gold)
        for name in FIELDS:
            counts[name] += name not in wrong
        if wrong:
            other = _line(text, text.found[found], text.found[found]["holder"])
            score.misses.append(f"wrong {', '.join(wrong)}: {_line(text, gold, gold['holder'])}\n    found {other}")
    taken = {f for _, f in pairs}
    for f, each in enumerate(text.found):
        again = any(_meets(each, gold) and not set(text.wrong(each, gold)) & {*FIELDS[:2]} for gold in text.gold)
        if f not in taken and not again:
            counts["too much"] += 1
            score.misses.append(f"too much {each['why']}: {_line(text, each, each['holder'])}")
    return score


def _paired(text: Text) -> list[tuple[int, int]]:
    """Pair gold stances with found ones by their places, each once: the fitting ones first, then the required ones."""
    likely = []
    for g, gold in enumerate(text.gold):
        for f, found in enumerate(text.found):
            if share := _meets(found, gold):
                wrong = set(text.wrong(found, gold)) & {*FIELDS[:2]}
                likely.append((len(wrong), not gold["required"], -share, g, f))
    pairs: list[tuple[int, int]] = []
    for *_, g, f in sorted(likely):
        if all(g != other and f != of for other, of in pairs):
            pairs.append((g, f))
    return pairs


def _line(text: Text, claim: Claim, holder: str) -> str:
    side = f"{holder} {claim['polarity']} {text.object_of(claim)!r}"
    return f"{side} ({claim['strength']} {claim['basis']} {claim['status']}) in {text.told(claim)!r}"


def report(score: Score) -> Iterator[str]:
    """Give the lines that are printed."""
    n = score.counts
    right = n["found"] + n["optional"]
    p, r = right / max(1, right + n["too much"]), n["found"] / max(1, n["wanted"])
    wanted = f"({n['wanted']} wanted, {n['optional']} optional found, {n['too much']} too much)"
    yield f"detection    P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  {wanted}"
    for name in FIELDS:
        yield f"{name:12} {n[name]} of {n['found']} right ({n[name] / max(1, n['found']):.3f})"


def agreement() -> Iterator[str]:
    """Give how far the two passes agree, both halves together: how much of what one demands the other has."""
    counts: Counter[str] = Counter()
    for half in HALVES:
        for line in (FOLDER / KIND / f"{half}.passes.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            _compare(row["first"], row["second"], counts)
            _compare(row["second"], row["first"], counts)
    both, demanded = counts["both"], max(1, counts["demanded"])
    yield f"agreement    {both} of {demanded} stances demanded by one the other has too ({both / demanded:.3f})"
    yield f"demanded     {counts['alike']} of these by both ({counts['alike'] / demanded:.3f})"
    for name in ("holder", "polarity", "strength", "basis", "status"):
        yield f"{name:12} {counts[name]} of {counts['both']} alike ({counts[name] / max(1, counts['both']):.3f})"


def _compare(ones: list[Claim], others: list[Claim], counts: Counter[str]) -> None:
    for one in (each for each in ones if not each["optional"]):
        counts["demanded"] += 1
        alike = max(others, key=lambda each: (_meets(each, one), each["polarity"] == one["polarity"]), default=None)
        if alike is None or not _meets(alike, one):
            continue
        counts["both"] += 1
        counts["alike"] += not alike["optional"]
        holders = [{each["holder"], *each["holder_also"]} for each in (one, alike)]
        counts["holder"] += bool(holders[0] & holders[1])
        for name in ("polarity", "strength", "basis", "status"):
            counts[name] += one[name] == alike[name]
