"""Second ring: sentence cases in ``cases/TOPIC.LANGUAGE.yaml``; adding one needs no Python.

- id: capital-rejects                 a readable name
  text: Caracas rejected the report.
  published: 2021-08-05               optional
  expect:                             for each kind, claims that must be there, by some of their fields;
    utterances:                       spans are given by their words, "…" where something is left out
      - {speakers: [VEN], cue: rejected}
  absent:                             for each kind, claims that must not be there; {} stands for any claim
    events: [{}]
  chains:                             pronouns and descriptions by their words, and the actors whom they mean; a group
    - {words: We, actors: [PER]}      whose members are known may be given by them; no actors where nobody is meant
  xfail: the reason                   a known failure

Beside the kinds of claims, ``names`` are the mentions by name: {words: Lima, actors: [PER], type: state}.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from detente.claims import as_json
from detente.documents import Document
from detente.pipeline import Extraction

CASES = Path(__file__).parent / "cases"
SPANS = {
    "source",
    "cue",
    "content",
    "evidence",
    "in_reply_to",
    "about",
    "spans",
    "condition",
    "text",
    "before",
    "after",
}


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader) or ():
            marks = [pytest.mark.xfail(reason=case["xfail"])] if "xfail" in case else []
            yield pytest.param(case, id=f"{path.stem}-{case['id']}", marks=marks)


def told(value: Any, name: str, text: str) -> Any:
    """Give a found value as a case would write it."""
    if name in SPANS and isinstance(value, list):
        return " … ".join(text[start:end] for start, end in value)
    if isinstance(value, dict):
        return {key: told(item, key, text) for key, item in value.items()}
    if isinstance(value, list):
        return [told(item, "", text) for item in value]
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def told_claims(read: Extraction, kind: str) -> list[Any]:
    return [told(as_json(claim), "", read.document.text) for claim in getattr(read.claims, kind)]


def names(read: Extraction) -> Iterator[Any]:
    """Give the mentions by name as a case would write them."""
    document = read.document
    for mention in document.mentions:
        if mention.kind == "name":
            kind = document.actor[mention.actors[0]].type
            yield {"words": mention.span.of(document.text), "actors": list(mention.actors), "type": kind}


def agrees(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            key in found and agrees(found[key], item) for key, item in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(found, list) and len(found) == len(wanted) and all(map(agrees, found, wanted))
    return found == wanted


def meant(document: Document, words: str) -> tuple[list[str], list[str]]:
    """Give the actors meant by the first pronoun or description of these words, and those with groups' members."""
    found = sorted(document.mentions, key=lambda each: each.kind == "name")
    found = (each for each in found if each.span.of(document.text) == words)
    actors = next((each.actors for each in found), ())
    members = (document.actor[actor].members or (actor,) for actor in actors)
    return list(actors), list(dict.fromkeys(member for each in members for member in each))


@pytest.mark.parametrize("case", list(cases()))
def test_case(case, reading):
    assert case.keys() <= {"id", "text", "published", "expect", "absent", "chains", "xfail"}
    read = reading(case["text"], case.get("published"))
    found = {
        kind: list(names(read)) if kind == "names" else told_claims(read, kind)
        for kind in (*case.get("expect", {}), *case.get("absent", {}))
    }
    for kind, wanted in case.get("expect", {}).items():
        for claim in wanted:
            assert any(agrees(each, claim) for each in found[kind]), f"not found: {claim} among {found[kind]}"
    for chain in case.get("chains", ()):
        assert chain["actors"] in meant(read.document, chain["words"]), chain["words"]
    for kind, unwanted in case.get("absent", {}).items():
        for claim in unwanted:
            assert not any(agrees(each, claim) for each in found[kind]), f"found: {claim} among {found[kind]}"
