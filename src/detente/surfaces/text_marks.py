"""Marks beside what is shown: how it was judged, when it was known, whether it was retracted."""

from collections.abc import Mapping
from typing import Any

_VERBS = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "note": "noted"}


def judgement_words(ruling: Mapping[str, Any]) -> str:
    """Say in one line how a claim was judged."""
    change = f" {ruling['field']}: {value_words(ruling['value'])}" if ruling["field"] else ""
    return f"{_VERBS[ruling['kind']]}{change}, by {ruling['by']} ({ruling['number']}): {ruling['why']}"


def recorded_words(recorded: Mapping[str, Any]) -> str:
    """Say in one line when what is shown was known."""
    said = [f"version {recorded['version']} of {recorded['versions']}", f"recorded {minute(recorded['recorded_at'])}"]
    said += [f"{name} {minute(at)}" for name in ("superseded", "erased") if (at := recorded.get(f"{name}_at"))]
    if recorded["notice"]:
        said.append(f"{recorded['notice']}: “{recorded['notice_quote']}”")
    if recorded["retracted"]:
        said.append(f"retracted since, {minute(recorded['retracted'])}")
    return ", ".join(said)


def retracted_words(at: str | None) -> str | None:
    """Say that what is shown was retracted later; nothing where it was not."""
    return f"retracted {at[:10]}" if at else None


def minute(time: str | None) -> str:
    """Give a time to the minute.

    >>> minute("2021-08-05T10:30:00.000+00:00")
    '2021-08-05 10:30'
    """
    return (time or "")[:16].replace("T", " ")


def value_words(value: Any) -> str:
    """Give the value of a field in words."""
    return "none" if value in (None, []) else ", ".join(value) if isinstance(value, list) else str(value)
