"""Changes of position that a record tells, drawn at random, each with both quotations where they stand, to be judged.

A change may be drawn where all its articles are open: in the closed half (``untuned``) of no gold. The order of digests
of seed, holder, articles and quotations chooses, so that each change is as likely as any other, and the same ones are
drawn whatever the order of reading. Guidelines: docs/guidelines.md, "Changes that a record tells".
"""

import argparse
import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from detente.positions import ChangeDossier, changes
from detente.record import Record
from detente.settings import Settings
from evaluate.golden import FOLDER
from evaluate.shared import Row, rows

AROUND = 600
"""So many characters before and after a quotation are shown, unless its article or the paragraph ends there."""
_BLANK = re.compile(r"\n\s*\n")
_GAP = " … "


def draw(record: Record, number: int, seed: int) -> Iterator[Row]:
    """Give ``number`` changes as rows: holder, object, sides, kinds, interval, and either side with its passage."""
    closed = closed_ids()
    open_ = (each for each in changes(record) if closed.isdisjoint(each.articles))
    drawn = sorted(open_, key=lambda each: _place(seed, each))[:number]

    @cache
    def text(article: str) -> str:
        return record.show(article).text

    for n, each in enumerate(drawn, 1):
        texts = {article: text(article) for article in _in_time(each)}
        yield {
            "n": n,
            "holder": each.name,
            "object": each.object,
            "issue": each.issue,
            "kinds": each.kinds,
            "shape": each.shape,
            "from": each.polarity and each.polarity[0],
            "to": each.polarity and each.polarity[1],
            "when": each.when,
            "by": each.by,
            "reason": each.reason,
            "before": _side(each.before, texts),
            "after": _side(each.after, dict(reversed(texts.items()))),
            "tellings": [f"{turn.kind}: {turn.said}" for turn in each.tellings],
            "articles": [[article, _published(record, article)] for article in texts],
        }


def closed_ids() -> frozenset[str]:
    """Give the ids of the texts that some gold keeps from being tuned on."""
    files = FOLDER.glob("*/untuned*.jsonl")
    return frozenset(json.loads(line)["id"] for path in files for line in path.read_text("utf-8").splitlines())


def _in_time(each: ChangeDossier) -> tuple[str, ...]:
    """Give the articles of a change, that of the old side first and that of the new one last."""
    both = next((turn for turn in each.tellings if (turn.before, turn.after) == (each.before, each.after)), None)
    first = both.articles[:1] if both else ()
    last = both.articles[1:] if both else ()
    return (*first, *(article for article in each.articles if article not in (*first, *last)), *last)


def _published(record: Record, article: str) -> str | None:
    return record.show(article).article.published


def _side(words: str | None, texts: dict[str, str]) -> Row | None:
    """Give a quotation with its article, offsets (code points, end exclusive) and what stands around it."""
    if not words:
        return None
    for article, text in texts.items():
        if places := _places(words.split(_GAP), text):
            start, end = places
            return {"words": words, "article": article, "start": start, "end": end, "passage": passage(text, *places)}
    raise ValueError(f"{words!r}: found in none of {', '.join(texts)}; expected the articles of the change to hold it")


def _places(parts: Iterable[str], text: str) -> tuple[int, int] | None:
    """Give where the parts of a quotation begin and end in a text, one after the other; None where one is not there."""
    first, at = -1, 0
    for part in parts:
        start = text.find(part, at)
        if start < 0:
            return None
        first, at = (start if first < 0 else first), start + len(part)
    return first, at


def passage(text: str, start: int, end: int) -> str:
    """Give the paragraph of a place and some of those around it, cut between words; "/" parts paragraphs."""
    before, after = text[:start][-AROUND:], text[end:][:AROUND]
    if start > AROUND:
        before = before.partition(" ")[2]
    if len(text) - end > AROUND:
        after = after.rpartition(" ")[0]
    return " ".join(_BLANK.sub(" / ", before + text[start:end] + after).split())


def _place(seed: int, each: ChangeDossier) -> bytes:
    words = (each.holder, *each.articles, each.before or "", each.after or "")
    return hashlib.sha256(" ".join((str(seed), *words)).encode()).digest()


VERDICTS = ("right", "doubtful", "wrong")
_KEPT = ("n", "holder", "kinds", "from", "to", "when", "articles")


def judged(drawn: Iterable[Row], verdicts: Iterable[Row], seed: int) -> Iterator[Row]:
    """Give what a reader said of each change drawn, stand-off: ids, offsets and labels, and no words of a text.

    Raise ``ValueError`` where a change has no verdict, or one that is none of ``VERDICTS``.
    """
    said = {int(each["n"]): each for each in verdicts}
    for row in drawn:
        verdict = said.get(row["n"], {}).get("verdict")
        if verdict not in VERDICTS:
            raise ValueError(f"change {row['n']}: found the verdict {verdict!r}; expected one of {', '.join(VERDICTS)}")
        sides = {name: _place_of(row[name]) for name in ("before", "after")}
        kept = {name: row[name] for name in _KEPT}
        yield {"seed": seed, **kept, **sides, "verdict": verdict, "fault": said[row["n"]].get("fault") or None}


def _place_of(side: Row | None) -> list[Any] | None:
    return [side["article"], side["start"], side["end"]] if side else None


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that draws changes."""
    drawn = commands.add_parser("sampled-changes", help="print changes of a record drawn at random, to be judged")
    drawn.add_argument("--record", default="", metavar="RECORD", help="path or URL; default: as for `detente`")
    drawn.add_argument("--number", type=int, default=60, metavar="N")
    drawn.add_argument("--seed", type=int, default=1, metavar="S")
    drawn.add_argument(
        "--judged",
        nargs=2,
        type=Path,
        metavar=("DRAWN", "VERDICTS"),
        help="print, of what was drawn (JSONL), a reader's verdicts (CSV: n,verdict,fault,reason) stand-off",
    )


def command(given: argparse.Namespace) -> int:
    """Print the draw, or what a reader said of one, as JSON lines."""
    if given.judged:
        drawn, verdicts = given.judged
        with verdicts.open(encoding="utf-8", newline="") as lines:
            for row in judged(rows(drawn), csv.DictReader(lines), given.seed):
                print(json.dumps(row, ensure_ascii=False))
        return 0
    address = given.record or Settings.from_environment().record
    with closing(Record.open(address, create=False)) as record:
        for row in draw(record, given.number, given.seed):
            print(json.dumps(row, ensure_ascii=False))
    return 0
