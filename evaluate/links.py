"""Who is who: mentions by name tied to their actors, and pronouns and descriptions that speak or take part in events.

Gold lies in ``gold/links``. **Names**: a gold mention is found where the name that covers most of it leads to the right
actor: a state by its code, a person by his name, a body or bloc by standing together with its other mentions and no
others'. Names that the gold does not know count against precision, those that it calls optional count for nothing.
**Types**: among the names that are found, those said to be of another kind. **Chains**: the required pronouns and
descriptions that lead to exactly the actors meant; a group whose members the document knows leads to them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from detente.documents import Mention
from detente.lexicon import names_of
from detente.settings import Settings
from evaluate.golden import Annotated, annotated
from evaluate.matching import same

KIND = {
    "state": "state", "person": "person", "bloc": "bloc", "government": "body", "party": "body",
    "organisation": "body", "outlet": "body",
}  # fmt: skip
"""The annotators' kind of an actor's type; places and groups have none."""

Gold = dict[str, Any]


class Miss(NamedTuple):
    """Something wrong: in which text, what is wrong, the words, the actors wanted and those found."""

    text: str
    what: str
    words: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]


class Text:
    """One text, its gold mentions and the document's mentions laid over each other."""

    def __init__(self, row: Annotated) -> None:
        self.id: str = row.gold["id"]
        self.gold: list[Gold] = row.gold["mentions"]
        self.document = row.found.document
        self.named = [each for each in self.document.mentions if each.kind == "name" and each.actors]

    def kind(self, mention: Mention) -> str | None:
        """Give the annotators' kind of what a mention leads to, None for places and groups."""
        actors = (self.document.actor.get(actor) for actor in mention.actors)
        return next((KIND.get(actor.type) for actor in actors if actor), None)

    def over(self, gold: Gold, mentions: list[Mention]) -> Mention | None:
        """Give the mention that shares most with a gold mention, None where none shares half of the shorter one."""
        best = max(mentions, key=lambda each: _share(each, gold), default=None)
        return best if best and _share(best, gold) > 0 else None

    @cached_property
    def bodies(self) -> set[tuple[str, str]]:
        """Give the pairs of a gold body and an actor that have most of their mentions in common, each of the other."""
        pairs: Counter[tuple[str, str]] = Counter()
        for gold in self.gold:
            if not gold["described"] and gold["kind"] in ("body", "bloc") and (found := self.over(gold, self.named)):
                pairs[gold["actors"][0], found.actors[0]] += 1
        best = {side: _best(pairs, side) for side in (0, 1)}
        return {pair for pair in pairs if best[0][pair[0]] == pair and best[1][pair[1]] == pair}

    def is_(self, actor: str, gold: str, kind: str) -> bool:
        """Say whether an actor of the document is the one that the gold means."""
        known = self.document.actor.get(actor)
        name = known.name if known else actor
        if kind == "state":
            return actor == gold or (same(name, gold) and (known is None or known.type == "state"))
        if kind == "person":
            return known is not None and known.type == "person" and same(name, gold)
        government = gold.lower().startswith(("government", "administration", "cabinet"))
        if government and known and known.type in ("state", "government", "group"):
            return _is_of(known.represents or actor, gold)
        return (gold, actor) in self.bodies or any(same(each, gold) for each in (name, *names_of(actor)))

    def _members(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Give the actors with the members in place of groups that have some."""
        known = (self.document.actor.get(actor) for actor in actors)
        parts = (each.members or (each.id,) if each else () for each in known)
        return tuple(dict.fromkeys(part for each in parts for part in each))

    def are(self, actors: tuple[str, ...], gold: Gold) -> bool:
        """Say whether these are exactly the actors of a gold mention, by one reader or the other."""
        kinds = {gold["kind"], gold.get("kind_also") or gold["kind"]}
        actors = self._members(actors)
        readings: list[list[str]] = [gold["actors"], gold.get("actors_also") or gold["actors"]]
        return any(
            len(actors) == len(wanted)
            and all(any(self.is_(actor, each, kind) for kind in kinds for actor in actors) for each in wanted)
            for wanted in readings
        )


def _share(mention: Mention, gold: Gold) -> float:
    spans = [(gold["start"], gold["end"]), *([tuple(gold["also"])] if "also" in gold else [])]
    return max(_jaccard(mention.span.start, mention.span.end, *span) for span in spans)


def _jaccard(a: int, b: int, c: int, d: int) -> float:
    return max(0, min(b, d) - max(a, c)) / (max(b, d) - min(a, c))


def _best(pairs: Counter[tuple[str, str]], side: int) -> dict[str, tuple[str, str]]:
    best: dict[str, tuple[str, str]] = {}
    for pair, n in pairs.items():
        if n > pairs.get(best.get(pair[side], ("", "")), 0):
            best[pair[side]] = pair
    return best


def _is_of(state: str, gold: str) -> bool:
    return any(name.lower() in gold.lower() for name in names_of(state))


class Score(NamedTuple):
    """Counts by kind of ``wanted``, ``hit``, ``found`` and ``right`` names; of ``types`` and ``chains``; the misses."""

    counts: dict[str, Counter[str]]
    misses: list[Miss]


def measure(half: str, settings: Settings) -> Score:
    """Read one half and score it."""
    score = Score(defaultdict(Counter), [])
    for row in annotated("links", half, settings):
        text = Text(row)
        _names(text, score)
        _chains(text, score)
    return score


def _names(text: Text, score: Score) -> None:
    answered: dict[Mention, list[Gold]] = defaultdict(list)
    for gold in (each for each in text.gold if not each["described"]):
        found = text.over(gold, text.named)
        if found:
            answered[found].append(gold)
        if not gold["required"]:
            continue
        count = score.counts[gold["kind"]]
        right = found is not None and text.are(found.actors[:1], gold)
        count["wanted"] += 1
        count["hit"] += right
        if found and text.kind(found):
            score.counts["types"]["of"] += 1
            wrong = text.kind(found) not in (gold["kind"], gold.get("kind_also"))
            score.counts["types"]["wrong"] += wrong
        if not right:
            score.misses.append(_miss(text, f"{gold['kind']} missed", gold, found))
    for mention in text.named:
        kind = text.kind(mention)
        golds = answered.get(mention, [])
        if kind is None or (golds and not any(gold["required"] for gold in golds)):
            continue
        right = any(text.are(mention.actors[:1], gold) for gold in golds)
        score.counts[kind]["found"] += 1
        score.counts[kind]["right"] += right
        if not golds:
            words = text.document.text[mention.span.start : mention.span.end]
            score.misses.append(Miss(text.id, f"{kind} too much", words, (), mention.actors))


def _chains(text: Text, score: Score) -> None:
    others = [each for each in text.document.mentions if each.kind != "name"]
    for gold in (each for each in text.gold if each["described"]):
        found = text.over(gold, others) or text.over(gold, list(text.document.mentions))
        if gold["actors"] == ["?"]:
            score.counts["open"]["of"] += 1
            score.counts["open"]["left"] += not (found and found.actors)
        elif gold["required"]:
            right = found is not None and text.are(found.actors, gold)
            score.counts["chains"]["of"] += 1
            score.counts["chains"]["right"] += right
            if not right:
                score.misses.append(_miss(text, "chain", gold, found))


def _miss(text: Text, what: str, gold: Gold, found: Mention | None) -> Miss:
    words = text.document.text[gold["start"] : gold["end"]]
    return Miss(text.id, what, words, tuple(gold["actors"]), found.actors if found else ())


def report(score: Score) -> Iterator[str]:
    """Give the lines that are printed."""
    counts = score.counts
    for kind in ("state", "person", "body", "bloc"):
        yield _f1(kind, counts[kind])
    yield _f1("body or bloc", counts["body"] + counts["bloc"])
    types, chains, left = (counts[name] for name in ("types", "chains", "open"))
    typed = types["of"] - types["wrong"]
    yield f"types        {typed} of {types['of']} right ({typed / max(1, types['of']):.3f})"
    yield f"chains       {chains['right']} of {chains['of']} right ({chains['right'] / max(1, chains['of']):.3f})"
    yield f"open         {left['left']} of {left['of']} left open ({left['left'] / max(1, left['of']):.3f})"


def _f1(name: str, count: Counter[str]) -> str:
    p, r = count["right"] / max(1, count["found"]), count["hit"] / max(1, count["wanted"])
    return f"{name:12} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  ({count['wanted']} wanted)"


def print_more(settings: Settings, *, misses: bool = False) -> Iterator[str]:
    """Give the chains of the texts that are annotated for work on coreference, which have no names."""
    score = measure("more", settings)
    yield from (line for line in report(score) if line.startswith(("chains", "open")))
    if misses:
        yield from (f"  {each}" for each in score.misses if each.what == "chain")
