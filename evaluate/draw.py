"""Draw texts at random, the same ones for the same seed, whatever the order of the file."""

import hashlib
import re
from itertools import islice, zip_longest
from pathlib import Path

from evaluate.shared import Row, rows

WORDS = (100, 400)
_LABEL = re.compile(r"(?m)^[A-Z][A-Z .\-’']{3,40}:")
_TALKS = re.compile(r"\b(Call|Meeting|Meets) (with|between)\b")
_TURNS = 3
KINDS = ("transcript", "readout", "statement")


def draw(
    texts: Path, number: int, seed: int, words: tuple[int, int] | None = WORDS, kind: str | None = None
) -> list[Row]:
    """Give ``number`` rows in random order, of so many words (of any length for None) and of a kind of ``KINDS``.

    A row's place in the order is the digest of the seed and its id: adding rows to the file moves no other row.
    """
    fewest, most = words or (0, 10**9)
    fitting = [row for row in rows(texts) if fewest <= len(row["text"].split()) <= most]
    fitting = [row for row in fitting if kind is None or is_kind(row, kind)]
    return sorted(fitting, key=lambda row: hashlib.sha256(f"{seed} {row['id']}".encode()).digest())[:number]


def draw_evenly(texts: list[Path], number: int, seed: int, words: tuple[int, int]) -> list[tuple[Path, Row]]:
    """Give ``number`` rows, in turn from each file while it has some, each with its file."""
    drawn = [[(path, row) for row in draw(path, number, seed, words)] for path in texts]
    turns = (each for several in zip_longest(*drawn) for each in several if each is not None)
    return list(islice(turns, number))


def is_kind(row: Row, kind: str) -> bool:
    """Say whether an official text is a transcript (three labels), a read-out (its title) or a statement (no label)."""
    labels = len(_LABEL.findall(row["text"]))
    readout = _TALKS.search(row["title"] or "") is not None
    if kind == "statement":
        return not readout and not labels
    return readout if kind == "readout" else labels >= _TURNS
