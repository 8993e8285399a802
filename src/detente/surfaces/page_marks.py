"""Marks on a text: cut it where a claim's words begin or end, so that overlapping claims share a piece."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

_BLANK_LINE = re.compile(r"(?:[ \t]*\r?\n){2,}")
_SEVERAL = "several"


class Piece(NamedTuple):
    """Words between two cuts. ``claims`` cover it, ``starts`` begin with it, as numbers; ``kind`` is its underline."""

    number: int
    words: str
    claims: tuple[int, ...]
    starts: tuple[int, ...]
    kind: str
    said: bool


class Numbered(NamedTuple):
    """A claim with its number on the page: in the order of the text."""

    number: int
    kind: str
    body: Mapping[str, Any]


def numbered(printed: Mapping[str, Any], kinds: Sequence[str]) -> list[Numbered]:
    """Give the claims of an article numbers in the order in which their words stand in it."""
    found = [(body["evidence"], place, kind, body) for place, kind in enumerate(kinds) for body in printed[kind]]
    found.sort(key=lambda each: (each[0], each[1], each[3]["id"]))
    return [Numbered(n, kind, body) for n, (_, _, kind, body) in enumerate(found, start=1)]


def paragraphs(text: str, claims: Sequence[Numbered]) -> list[list[Piece]]:
    """Divide a text into paragraphs, and these into pieces; only the blank lines between them are left out."""
    bounds = [0, *(bound for gap in _BLANK_LINE.finditer(text) for bound in gap.span()), len(text)]
    cuts = sorted({*bounds, *(cut for claim in claims for span in claim.body["evidence"] for cut in span)})
    divided: list[list[Piece]] = []
    seen: set[int] = set()
    number = 0
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        within = [cut for cut in cuts if start <= cut <= end]
        pieces = []
        for first, last in pairwise(within):
            number += 1
            pieces.append(_piece(number, text[first:last], _covering(claims, first, last), seen))
        if pieces and any(piece.words.strip() for piece in pieces):
            divided.append(pieces)
    return divided


def runs(numbers: Sequence[int]) -> str:
    """Give ascending numbers as they stand in the text, three and more in a row by their ends; no line breaks in them.

    >>> runs([3, 4, 6, 7, 8, 9]).split()
    ['3', '4', '6–9']
    """
    rows = [[n for _, n in row] for _, row in groupby(enumerate(numbers), key=lambda each: each[1] - each[0])]
    return "\u00a0".join(f"{row[0]}–{row[-1]}" if len(row) > 2 else "\u00a0".join(map(str, row)) for row in rows)


def _covering(claims: Sequence[Numbered], first: int, last: int) -> list[Numbered]:
    return [claim for claim in claims if any(start <= first and last <= end for start, end in claim.body["evidence"])]


def _piece(number: int, words: str, claims: Sequence[Numbered], seen: set[int]) -> Piece:
    starts = tuple(claim.number for claim in claims if claim.number not in seen)
    seen.update(starts)
    kinds = {claim.kind for claim in claims}
    others = sorted(kinds - {"utterances"})
    kind = others[0] if len(others) == 1 else _SEVERAL if others else "".join(kinds)
    return Piece(number, words, tuple(claim.number for claim in claims), starts, kind, "utterances" in kinds)
