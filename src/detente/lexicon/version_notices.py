"""Lines by which an article says what became of it: version_notices.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from detente.lexicon.load import Examples, entries

NoticeKind = Literal["corrected", "updated", "withdrawn", "translated"]


@dataclass(frozen=True, slots=True)
class VersionNotice:
    """The beginnings of lines of one kind: whole phrases, and words before a colon, dash or bracket."""

    id: str
    notice: NoticeKind
    begins: tuple[str, ...]
    labels: tuple[str, ...] = ()
    examples: Examples = field(default_factory=Examples)


@cache
def version_notices(language: str) -> Mapping[str, VersionNotice]:
    """Give the notices of a language by name."""
    return entries(f"languages/{language}/version_notices.yaml", VersionNotice)
