"""What judgements make of claims, for views: rejected ones are left out, corrected ones show their corrected fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

_ISSUE = ("issue", "object.issue")

Judged = Literal["accepted", "corrected"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the standing judgements say of one claim; ``fields`` are the corrected ones (``object.issue`` is one)."""

    accepted: bool = False
    rejected: bool = False
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def judged(self) -> Judged | None:
        """Give how a claim that is shown was judged."""
        return "corrected" if self.fields else "accepted" if self.accepted else None

    def body(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give a claim with its corrected fields; the one that is given stays as it is."""
        for name, value in self.fields.items():
            body = with_field(body, name, value)
        return body


def with_field(body: Mapping[str, Any], name: str, value: Any) -> Mapping[str, Any]:
    """Give a claim with another value for a field.

    >>> with_field({"object": {"issue": None, "text": "talks"}}, "object.issue", "dialogue")
    {'object': {'issue': 'dialogue', 'text': 'talks'}}
    """
    first, _, rest = name.partition(".")
    return {**body, first: with_field(body.get(first) or {}, rest, value) if rest else value}


class Verdicts:
    """The verdicts of a record at a moment, by the numbers of the claims in their table."""

    def __init__(self, of: Mapping[int, Verdict] | None = None) -> None:
        self._of = of or {}

    @property
    def corrected(self) -> frozenset[int]:
        """The claims that show a corrected field: they may have other actors than those by which they were kept."""
        return frozenset(number for number, verdict in self._of.items() if verdict.fields and not verdict.rejected)

    @property
    def rejected(self) -> frozenset[int]:
        """The claims that no view shows."""
        return frozenset(number for number, verdict in self._of.items() if verdict.rejected)

    @property
    def issues(self) -> Mapping[int, Any]:
        """The issues to which claims were corrected, where one was."""
        told = ((number, verdict.fields) for number, verdict in self._of.items() if not verdict.rejected)
        return {number: fields[name] for number, fields in told for name in _ISSUE if name in fields}

    def of(self, number: int) -> Verdict:
        """Give the verdict on a claim; an empty one where nobody has judged it."""
        return self._of.get(number, _NONE)

    def shown(self, bodies: Iterable[tuple[int, Mapping[str, Any]]]) -> list[Mapping[str, Any]]:
        """Give the claims that views show, as they show them."""
        verdicts = ((self.of(number), body) for number, body in bodies)
        return [verdict.body(body) for verdict, body in verdicts if not verdict.rejected]


_NONE = Verdict()
NO_VERDICTS = Verdicts()
