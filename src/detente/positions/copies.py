"""Copies: one text in several outlets, whole, cut or with small changes, and translations that name their original.

Two articles are copies where most of the shorter stands in the longer, by their sketches, and hardly a name or figure
differs: statements made after one pattern, for two countries, are two texts. Figures: decision 12.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from detente.record import Record, Sketch, Source, runs

LIKELY = 0.5
"""From this share of two sketches on, the texts themselves are compared."""

SHARED = 0.75
"""Of the shorter text, this share of every five words that follow each other stands in the longer."""

LENGTHS = 0.25
"""The shorter has at least this share of the longer's words; else it is quoted there."""

FOREIGN = 0.1
"""At most this share of the names and figures of the shorter may be missing from the longer."""

_NAMES = re.compile(r"\b(?:[A-Z][\w’'-]+|\d[\d.,]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article among copies of one text: its outlet and day; ``translation`` says that it is one of another."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    translation: bool


def copies(record: Record) -> tuple[tuple[Copy, ...], ...]:
    """Give the texts of which the record has several copies, each with all of them, the earliest first."""
    sketches = record.sketches()
    groups = _groups(record, sketches, _candidates(sketches))
    return tuple(sorted((group for group in groups if len(group) > 1), key=lambda group: group[0].article))


def first_of(record: Record, articles: Collection[str]) -> Mapping[str, str]:
    """Give for each of some articles the first of its copies among them: itself, where it is the only one."""
    if len(articles) < 2:
        return {each: each for each in articles}
    sketches = record.sketches(articles)
    groups = _groups(record, sketches, _candidates(sketches))
    found = {each.article: group[0].article for group in groups for each in group}
    return {each: found.get(each, each) for each in articles}


def originals(record: Record) -> Mapping[str, str]:
    """Give for each article that is a copy the first of its text, over the whole record."""
    return {each.article: group[0].article for group in copies(record) for each in group[1:]}


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Give the pairs that share a hash, or of which one names the other.

    What stands in many texts is a formula, or a text that many have: of these each is only paired with the next.
    """
    having: dict[int, list[Sketch]] = defaultdict(list)
    for each in sketches:
        for number in each.hashes[:_LOOKED]:
            having[number].append(each)
    pairs = {
        (one.article, other.article): (one, other)
        for some in having.values()
        for one, other in (combinations(some, 2) if len(some) <= _FEW else pairwise(some))
    }
    named = {name: each for each in sketches for name in (each.article, each.url) if name}
    for each in sketches:
        if each.translation_of in named:
            pairs[each.article, named[each.translation_of].article] = (each, named[each.translation_of])
    yield from pairs.values()


_LOOKED = 32
_FEW = 8


def _groups(
    record: Record, sketches: Sequence[Sketch], pairs: Iterable[tuple[Sketch, Sketch]]
) -> Iterator[tuple[Copy, ...]]:
    alike = [(one, other) for one, other in pairs if is_translation(one, other) or one.shared(other) >= LIKELY]
    sources = record.sources({each.article for pair in alike for each in pair})
    texts = {id_: _Text(source.text) for id_, source in sources.items()}
    group: dict[str, set[str]] = {each.article: {each.article} for each in sketches}
    for one, other in alike:
        if group[one.article] is group[other.article]:
            continue
        if is_translation(one, other) or texts[one.article].is_copy_of(texts[other.article]):
            joined = group[one.article] | group[other.article]
            for name in joined:
                group[name] = joined
    by_id = {each.article: each for each in sketches}
    for names in {min(some): some for some in group.values()}.values():
        yield tuple(sorted((_copy(by_id[name], sources) for name in names), key=_order))


def _copy(sketch: Sketch, sources: Mapping[str, Source]) -> Copy:
    source = sources.get(sketch.article)
    return Copy(
        article=sketch.article,
        title=source.title if source else None,
        outlet=sketch.outlet,
        published=sketch.published,
        translation=sketch.translation_of is not None,
    )


def _order(copy: Copy) -> tuple[bool, str, str]:
    return (copy.translation, copy.published or "9999", copy.article)


def is_translation(one: Sketch, other: Sketch) -> bool:
    """Say whether one of the two says that it is a translation of the other, by id or address."""
    return any(a.translation_of and a.translation_of in (b.article, b.url) for a, b in ((one, other), (other, one)))


def is_copy(one: str, other: str) -> bool:
    """Say whether two texts are one: most of the shorter stands in the longer, and its names and figures with it.

    >>> left = "Peru has left the group of states on 5 May, its minister said."
    >>> is_copy(left, f"LIMA - {left}"), is_copy(left, left.replace("Peru", "Chile"))
    (True, False)
    """
    return _Text(one).is_copy_of(_Text(other))


class _Text:
    """A text, for comparing it with several others; what is compared is worked out once."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self._text = text

    @cached_property
    def names(self) -> set[str]:
        """Its names and figures."""
        return set(_NAMES.findall(self._text))

    @cached_property
    def said(self) -> frozenset[int]:
        """Every five words that follow each other, as ``runs`` gives them."""
        return runs(self._text)

    def is_copy_of(self, other: "_Text") -> bool:
        """Say whether the two texts are one, as ``is_copy`` does."""
        short, long = sorted((self, other), key=_length)
        if short.length < LENGTHS * long.length or len(short.names - long.names) > FOREIGN * len(short.names):
            return False
        return bool(short.said) and len(short.said & long.said) >= SHARED * len(short.said)


def _length(text: _Text) -> int:
    return text.length
