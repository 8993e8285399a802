"""Draw texts at random, the same ones for the same seed, whatever the order of the file."""

import hashlib
from pathlib import Path

from evaluate.shared import Row, rows

FEWEST_WORDS, MOST_WORDS = 100, 400


def draw(texts: Path, number: int, seed: int, *, any_length: bool = False) -> list[Row]:
    """Give ``number`` rows in random order, of 100 to 400 words unless any length will do.

    A row's place in the order is the digest of the seed and its id: adding rows to the file moves no other row.
    """
    fitting = [row for row in rows(texts) if any_length or FEWEST_WORDS <= len(row["text"].split()) <= MOST_WORDS]
    return sorted(fitting, key=lambda row: hashlib.sha256(f"{seed} {row['id']}".encode()).digest())[:number]
