"""Dividing what a query asks for, so that none has more values than every database takes."""

from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


def portions(values: list[T], size: int = 500) -> Iterator[list[T]]:
    """Divide a list into parts of at most so many, in order."""
    yield from (values[start : start + size] for start in range(0, len(values), size))
