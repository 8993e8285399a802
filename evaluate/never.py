"""What must never be found in an article: patterns of claims, as the gold of our own articles gives them.

A pattern names the list it looks in (``of``, or ``any`` for all claims) and fields; a claim that fits every field is
forbidden. ``key`` is a regular expression over a stance's object and issue, ``date`` any date of the claim, the name of
an actor fits in whatever form the matcher knows; every other field must be equal.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from evaluate.matching import Matcher, fold, same

Claim = dict[str, Any]

CLAIMS = (
    "utterances", "events", "stances", "commitments", "tenures", "blocs", "memberships", "recognitions", "sanctions",
    "changes",
)  # fmt: skip
ONE = {"holder", "person", "claimant", "member", "bloc", "by", "through"}
SEVERAL = {"actors", "recipients", "speakers"}
DATES = ("date", "since", "until", "holding", "founded", "announced_on", "effective")


def read(path: Path) -> list[Claim]:
    """Read patterns from a YAML file: a list of mappings, true and false being the only words that are no text."""
    patterns = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - builds only text
    truths = {"true": True, "false": False}
    return [{name: truths.get(value, value) for name, value in pattern.items()} for pattern in patterns]


def broken(found: Claim, patterns: list[Claim]) -> list[str]:
    """Name the claims of a printed article that fit one of the patterns."""
    matcher = Matcher(found)
    return [
        f"{claim['id']}: {pattern}"
        for pattern in patterns
        for claim in _looked_at(found, pattern["of"])
        if fits(matcher, claim, pattern)
    ]


def fits(matcher: Matcher, claim: Claim, pattern: Claim) -> bool:
    """Say whether the claim fits every field of the pattern."""
    return all(_fits(matcher, claim, name, value) for name, value in pattern.items() if name != "of")


def _looked_at(found: Claim, where: str) -> Iterator[Claim]:
    for kind in CLAIMS if where == "any" else (where,):
        yield from found[kind]


def _fits(matcher: Matcher, claim: Claim, name: str, value: Any) -> bool:
    if name == "key":
        about = fold(" ".join(filter(None, (claim["object"]["text"], claim["object"]["issue"]))))
        return re.search(value, about) is not None
    if name == "date":
        return any(claim.get(each) == value for each in DATES)
    if name == "name":
        return same(claim["name"], value)
    if name in SEVERAL:
        return any(matcher.is_(actor, value) for actor in claim[name])
    if name in ONE and isinstance(claim[name], str):
        return matcher.is_(claim[name], value)
    return bool(claim[name] == value)
