"""Write ``NAME.expected.json`` from ``NAME.yaml``: the same claims, their places given as offsets instead of words.

    python -m evaluate.gold.write

In the YAML a place is quoted from the article. A quotation must occur exactly once; where the words alone occur more
often, their surroundings are quoted too and the words meant stand in square brackets: ``"[Béjar] said on Monday"``.
A long place is quoted by its first and last words, `` … `` between them.
Fields that are left out take the values of ``DEFAULTS``.
"""

import json
from pathlib import Path
from typing import Any

import yaml

GOLD = Path(__file__).parent
EXAMPLES = GOLD.parents[1] / "examples"

Record = dict[str, Any]

#: The fields that hold a place in the article, quoted.
PLACES = frozenset({"source", "cue", "content", "evidence", "text", "before", "after", "in_reply_to"})

#: What a claim of each kind says where the YAML says nothing.
DEFAULTS: dict[str, Record] = {
    "utterances": {"polarity": "asserted", "date": None, "relayed_by": [], "venue": None},
    "times": {},
    "actors": {},
    "tenures": {"status": ["current"]},
    "blocs": {"founded": None},
    "memberships": {"negated": False},
    "recognitions": {"as": None},
    "sanctions": {},
    "stances": {"asserted_by": None, "status": "current", "basis": "stated"},
    "events": {"recipients": [], "date": None, "status": "actual", "negated": False},
    "commitments": {"to": []},
    "changes": {"announced_on": None, "effective": None, "by": None, "before": None, "after": None},
}


def place(text: str, quotation: str) -> list[int]:
    """Give the offsets of the words that the quotation means; raise ``ValueError`` unless it occurs exactly once."""
    if " … " in quotation:
        first, last = quotation.split(" … ")
        return [place(text, first)[0], place(text, last)[1]]
    head, _, rest = quotation.partition("[") if "]" in quotation else ("", "", quotation)
    words, _, tail = rest.partition("]")
    if text.count(head + words + tail) != 1:
        raise ValueError(f"{quotation!r} occurs {text.count(head + words + tail)} times, expected once")
    start = text.index(head + words + tail) + len(head)
    return [start, start + len(words)]


def scalar(value: Any) -> Any:
    """Give a scalar of the YAML, read as text, its type."""
    return {"true": True, "false": False, "null": None, "": None}.get(value, value) if isinstance(value, str) else value


def claim(kind: str, written: Record, text: str) -> Record:
    """Give one claim as it stands in the JSON."""
    found: Record = dict(DEFAULTS[kind])
    for name, value in written.items():
        if name == "also_right":
            found[name] = {part: [place(text, each) for each in value[part]] for part in value}
        elif kind == "times" and name == "text":
            found["start"], found["end"] = place(text, value)
        else:
            found[name] = place(text, value) if name in PLACES and scalar(value) is not None else scalar(value)
    return found


def expected(source: Path) -> Record:
    """Give what the YAML file expects of its article, in the form that the checker reads."""
    written = yaml.load(source.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - every scalar stays text
    text = (EXAMPLES / source.parent.name / f"{source.stem}.txt").read_text("utf-8")
    article = written["article"] | {"file": f"{source.stem}.txt", "language": "en"}
    result: Record = {"article": article, "untuned": scalar(written["untuned"])}
    for kind in DEFAULTS:
        result[kind] = [claim(kind, each, text) for each in written.get(kind) or []]
        if written.get(f"{kind}_also_right"):
            result[f"{kind}_also_right"] = [claim(kind, each, text) for each in written[f"{kind}_also_right"]]
    result["must_not"] = written["must_not"]
    result["never"] = [{name: scalar(value) for name, value in each.items()} for each in written["never"]]
    result["beyond"] = {kind: int(number) for kind, number in written["beyond"].items()}
    return result


def sources() -> list[Path]:
    """Give all YAML files of the gold."""
    return sorted(GOLD.glob("*/*.yaml"))


def target(source: Path) -> Path:
    """Give the JSON file that belongs to a YAML file."""
    return source.with_suffix(".expected.json")


def rendered(source: Path) -> str:
    """Give the JSON of a YAML file as text."""
    return json.dumps(expected(source), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for each in sources():
        target(each).write_text(rendered(each), "utf-8")
