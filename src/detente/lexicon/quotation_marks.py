"""Marks of quotation: quotation_marks.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.lexicon.load import Examples, entries


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """One style of marks."""

    id: str
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    single: bool = False
    examples: Examples = field(default_factory=Examples)


def mark_styles(language: str) -> Mapping[str, MarkStyle]:
    """Give the styles of a language by name."""
    return entries(f"languages/{language}/quotation_marks.yaml", MarkStyle)
