"""What another version of the program did to the claims: which are gone, new, or say something else.

Claims of the two readings of a text are the same where their evidence is; of several with one evidence, those that
share most fields are put side by side; then those whose evidence shares at least half of its characters.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from detente.errors import UsageError
from detente.record import ReadBy, Reading, Record
from detente.text import Span, Spans, overlap
from detente.versions import Version

_HOW = ("id", "evidence", "confidence", "asserted_by", "extractor", "within")
_HALF = 0.5
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A claim that both versions found, or only one: its kind, article, ids and words in the earlier and in the later.

    ``fields`` gives for each field that differs what the one and the other have; without any, ``what`` is *same*.
    """

    what: Literal["same", "changed", "gone", "new"]
    kind: str
    article: str
    before: str | None
    after: str | None
    quote: str
    fields: Mapping[str, tuple[Any, Any]]


def versions(record: Record) -> tuple[ReadBy, ...]:
    """Give the versions of code, model and lexicon that have read something, the first before the later ones."""
    return tuple(record.read_by())


def differences(record: Record, one: str, other: str) -> Iterator[Difference]:
    """Compare the claims of two versions in every text that both have read; those that are the same are given too.

    A version is its number in ``versions``, from 1, or the beginning of its code or lexicon. Raise ``UsageError`` at
    once where it is none, or several.
    """
    known = versions(record)
    sides = tuple(_version(known, words) for words in (one, other))
    return _compared(record, *sides)


def _compared(record: Record, one: Version, other: Version) -> Iterator[Difference]:
    for before, after in record.read_by_both(one, other):
        for kind in dict.fromkeys((*before.kinds, *after.kinds)):
            yield from _of_kind(kind, before, after)


def _version(known: Sequence[ReadBy], words: str) -> Version:
    if words.isdecimal() and 1 <= int(words) <= len(known):
        return known[int(words) - 1].version
    found = [
        each.version
        for each in known
        if any(part.startswith(words) for part in (each.version.code, each.version.lexicon))
    ]
    if len(found) != 1 or not words:
        listed = "; ".join(f"{n}: {each.version}" for n, each in enumerate(known, start=1))
        raise UsageError(f"found the version {words!r}; expected one of {listed or 'none, since nothing was read'}")
    return found[0]


def _begins(version: Version, words: str) -> bool:
    return version.code.startswith(words) or version.lexicon.startswith(words)


def _of_kind(kind: str, before: Reading, after: Reading) -> Iterator[Difference]:
    ones, others = list(before.json.get(kind, ())), list(after.json.get(kind, ()))
    for mine, theirs in _pairs(ones, others):
        changed = _changed(mine, theirs)
        yield _difference("changed" if changed else "same", kind, after, mine, theirs, changed)
        ones.remove(mine)
        others.remove(theirs)
    for mine in ones:
        yield _difference("gone", kind, before, mine, None, {})
    for theirs in others:
        yield _difference("new", kind, after, None, theirs, {})


def _pairs(ones: Sequence[Body], others: Sequence[Body]) -> list[tuple[Body, Body]]:
    """Put side by side what is one claim in both readings, the most alike first."""
    fits = []
    for n, mine in enumerate(ones):
        for m, theirs in enumerate(others):
            shared = overlap(_spans(mine), _spans(theirs))
            if shared and shared >= _HALF * max(_length(mine), _length(theirs)):
                same = mine["evidence"] == theirs["evidence"]
                fits.append((not same, len(_changed(mine, theirs)), -shared, n, m))
    taken: set[tuple[str, int]] = set()
    found = []
    for *_, n, m in sorted(fits):
        if not taken & {("one", n), ("other", m)}:
            taken |= {("one", n), ("other", m)}
            found.append((ones[n], others[m]))
    return found


def _changed(mine: Body, theirs: Body) -> dict[str, tuple[Any, Any]]:
    names = [name for name in dict.fromkeys((*mine, *theirs)) if name not in _HOW]
    return {name: (mine.get(name), theirs.get(name)) for name in names if mine.get(name) != theirs.get(name)}


def _spans(body: Body) -> Spans:
    return tuple(Span(*span) for span in body["evidence"])


def _length(body: Body) -> int:
    return sum(end - start for start, end in body["evidence"])


def _difference(
    what: Literal["same", "changed", "gone", "new"],
    kind: str,
    reading: Reading,
    before: Body | None,
    after: Body | None,
    fields: Mapping[str, tuple[Any, Any]],
) -> Difference:
    body = after or before or {}
    return Difference(
        what=what,
        kind=kind,
        article=reading.article.id,
        before=before["id"] if before else None,
        after=after["id"] if after else None,
        quote=reading.quote(_spans(body)),
        fields=fields,
    )
