"""Events in our own gold of 400 sentences: event or not, type, roles, status.

Gold lies in ``gold/events``. **Detection**: a required event is found where an event is told by words that meet its
own; what is told in an annotated sentence beyond what is required or optional counts against precision. Over the
events that are found: **type** (one of those that are right), **roles** (F1 over those who did it and those to whom, by
name, or by the words of those who are only described; a person's state is right for him; where all take part alike, on
one side), **status** and negation.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from detente.settings import Settings
from evaluate.golden import Annotated, annotated
from evaluate.matching import Matcher, fold, touches

ALIKE = ("CONSULT", "COOPERATE", "ASSAULT")
"""Types in which two sides may both be actors."""

Claim = dict[str, Any]
Sides = tuple[list[str], list[str]]


class Score(NamedTuple):
    """Counts of what was wanted, found and right, and the misses."""

    counts: Counter[str]
    misses: list[str]


def measure(half: str, settings: Settings) -> Score:
    """Read one half and score it."""
    score = Score(Counter(), [])
    for row in annotated("events", half, settings):
        _text(row, score)
    return score


def _text(row: Annotated, score: Score) -> None:
    printed = row.found.as_json()
    matcher = Matcher(printed)
    for sentence in row.gold["sentences"]:
        start, end = sentence["span"]
        found = [each for each in printed["events"] if touches(_told(each), (start, end))]
        pairs = _paired(sentence["events"], found)
        words = printed["text"][start:end]
        for gold in sentence["events"]:
            if gold["required"]:
                score.counts["wanted"] += 1
                if pair := next((each for told, each in pairs if told is gold), None):
                    _compare(matcher, pair, gold, score, words)
                else:
                    score.misses.append(f"missed {gold['type']} {_words(printed, gold)!r} in: {words}")
        for each, good in zip(found, right(sentence["events"], found), strict=True):
            if not good:
                score.counts["too much"] += 1
                score.misses.append(f"too much {each['type']} {each['actors']} {each['recipients']} in: {words}")


def right(golden: list[Claim], found: list[Claim]) -> list[bool]:
    """Say of each event that is found in a sentence whether it is an annotated one, or tells one of them again."""
    pairs = _paired(golden, found)
    answered = [id(each) for _, each in pairs]
    return [
        id(each) in answered
        or any(touches(_told(each), gold["words"]) and each["type"] in _types(gold) for gold, _ in pairs)
        for each in found
    ]


def _told(event: Claim) -> list[tuple[int, int]]:
    """Give the words of every telling of an event: one that an article tells twice is told in both sentences."""
    return [*event["evidence"], *(span for mention in event["mentions"] for span in mention)]


def _words(printed: Claim, gold: Claim) -> str:
    start, end = gold["words"]
    return str(printed["text"][start:end])


def _paired(golden: list[Claim], found: list[Claim]) -> list[tuple[Claim, Claim]]:
    """Pair gold events with found ones, each once: those of one type first, required ones before optional ones."""
    pairs: list[tuple[Claim, Claim]] = []
    likely = [
        (each["type"] not in _types(gold), not gold["required"], g, f)
        for g, gold in enumerate(golden)
        for f, each in enumerate(found)
        if touches(_told(each), gold["words"])
    ]
    taken: set[tuple[str, int]] = set()
    for _, _, g, f in sorted(likely):
        if not taken & {("gold", g), ("found", f)}:
            taken |= {("gold", g), ("found", f)}
            pairs.append((golden[g], found[f]))
    return pairs


def _types(gold: Claim) -> tuple[str, ...]:
    return (gold["type"], *gold["type_also"])


def _compare(matcher: Matcher, found: Claim, gold: Claim, score: Score, words: str) -> None:
    counts = score.counts
    kind = found["type"] in _types(gold)
    status = found["status"] in (gold["status"], *gold["status_also"])
    negated = found["negated"] in (gold["negated"], gold.get("negated_also", gold["negated"]))
    counts["found"] += 1
    counts["type"] += kind
    counts["status"] += status and negated
    right, wanted, given = _roles(matcher, _described(matcher, found), gold)
    counts["roles right"] += right
    counts["roles wanted"] += wanted
    counts["roles given"] += given
    wrong = [name for name, good in (("type", kind), ("status", status and negated)) if not good]
    if right < max(wanted, given):
        wrong.append(f"roles, wanted {gold['actors']} > {gold['recipients']}")
    if wrong:
        told = (found["type"], found["actors"], found["recipients"], found["status"], found["negated"])
        score.misses.append(f"wrong {'; '.join(wrong)}: {gold['type']} {gold['status']} but {told} in: {words}")


def _described(matcher: Matcher, found: Claim) -> Claim:
    """Give an event whose sides hold the words of those as well who take part and are only described."""
    words = {"actor": list(found["actors"]), "recipient": list(found["recipients"])}
    for party in found["parties"]:
        if party["id"] is None:
            start, end = party["words"]
            words[party["role"]].append(matcher.text[start:end])
    return {**found, "actors": words["actor"], "recipients": words["recipient"]}


def _roles(matcher: Matcher, found: Claim, gold: Claim) -> tuple[int, int, int]:
    """Give how many parties are right, wanted and given, by the reader who fits better."""
    readings: list[Sides] = [
        (actors, recipients)
        for actors in (gold["actors"], gold.get("actors_also") or gold["actors"])
        for recipients in (gold["recipients"], gold.get("recipients_also") or gold["recipients"])
    ]
    told: Sides = (found["actors"], found["recipients"])
    if gold["type"] in ALIKE or found["type"] in ALIKE:
        told = ([*told[0], *told[1]], [])
        readings = [([*actors, *recipients], []) for actors, recipients in readings]
    counted = [(_right(matcher, told, each), len(each[0]) + len(each[1])) for each in readings]
    given = len(told[0]) + len(told[1])
    right, wanted = max(counted, key=lambda n: n[0] / max(1, n[1] + given))
    return right, wanted, given


def _right(matcher: Matcher, told: Sides, wanted: Sides) -> int:
    return sum(any(_is(matcher, actor, name) for actor in told[side]) for side in (0, 1) for name in wanted[side])


def _is(matcher: Matcher, actor: str, name: str) -> bool:
    """Say whether an actor is the one named, his state counting for a person."""
    if matcher.is_(actor, name):
        return True
    words = fold(matcher.names.get(actor, "")).split()
    return bool(words) and words[-1] in fold(name).split()


def report(score: Score) -> Iterator[str]:
    """Give the lines that are printed."""
    n = score.counts
    p, r = n["found"] / max(1, n["found"] + n["too much"]), n["found"] / max(1, n["wanted"])
    yield f"detection    P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  ({n['wanted']} wanted)"
    for name in ("type", "status"):
        yield f"{name:12} {n[name]} of {n['found']} right ({n[name] / max(1, n['found']):.3f})"
    p, r = n["roles right"] / max(1, n["roles given"]), n["roles right"] / max(1, n["roles wanted"])
    yield f"roles        P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}"


def print_more(settings: Settings, *, misses: bool = False) -> Iterator[str]:
    """Give the report of the sentences that are annotated, by one reader, for work on events."""
    score = measure("more", settings)
    yield from report(score)
    yield from (f"  {each}" for each in score.misses if misses)
