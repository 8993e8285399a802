"""Write ``changes/THREAD/thread.expected.json`` from ``thread.yaml``: the same changes, their places given as offsets.

    python -m evaluate.gold.threads

Places are quoted as in the gold of single articles (``write.py``), each with the article in which it stands: beside the
YAML, or in the folder of that name in ``examples``.
"""

import json
from pathlib import Path

import yaml

from evaluate.gold.write import EXAMPLES, GOLD, Record, place, scalar

PARTS = ("changes", "changes_also_right", "contested", "non_changes")
QUOTED = ("old", "new", "text")

#: What a change says where the YAML says nothing.
DEFAULTS: Record = {"by": None, "announced_on": None, "issue": None, "kind_also": [], "shape": [], "old": [], "new": []}


def sources() -> list[Path]:
    """Give all YAML files of the gold of threads."""
    return sorted((GOLD / "changes").glob("*/thread.yaml"))


def target(source: Path) -> Path:
    """Give the JSON file that belongs to a YAML file."""
    return source.with_suffix(".expected.json")


def passage(thread: str, written: Record) -> Record:
    """Give a quoted place of an article as its offsets and its words."""
    file = f"{written['file']}.txt"
    own = GOLD / "changes" / thread / file
    text = (own if own.exists() else EXAMPLES / thread / file).read_text("utf-8")
    start, end = place(text, written["text"])
    return {"file": file, "start": start, "end": end, "text": text[start:end]}


def expected(source: Path) -> Record:
    """Give what the YAML file expects of its thread."""
    written = yaml.load(source.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - every scalar stays text
    thread = written["thread"]
    result: Record = {"thread": thread, "untuned": scalar(written["untuned"])}
    for part in PARTS:
        result[part] = [_change(thread, part, each) for each in written[part]]
    return result


def _change(thread: str, part: str, written: Record) -> Record:
    found = dict(DEFAULTS) if part.startswith("changes") else {}
    for name, value in written.items():
        found[name] = [passage(thread, each) for each in value] if name in QUOTED else scalar(value)
    return found


def rendered(source: Path) -> str:
    """Give the JSON of a YAML file as text."""
    return json.dumps(expected(source), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for each in sources():
        target(each).write_text(rendered(each), "utf-8")
