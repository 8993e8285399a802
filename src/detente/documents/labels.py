"""Speakers' labels in transcripts: "SECRETARY BLINKEN:", "Ned Price:", "QUESTION (via interpreter):".

A line that begins with a colon after a few words may also be a heading, a warning or an entry in a list. A label
names a person, by a title or a given name, or a part in the talk; and what follows labels are sentences.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from detente.lexicon import TranscriptWord, given_names, titles_of_people, transcript_words
from detente.text import Span, fold

_SHAPE = re.compile(
    r"(?P<name>[^\W\d_][^:\n()]{0,69}?)(?: ?\([^()\n]{1,40}\))? ?:"
    r"(?:[ \t\u00a0]+(?:\([^()\n]{1,40}\)[ \t\u00a0]+)?(?=\S)|[ \t\u00a0]*$)"
)
_SENTENCE = re.compile(r"[.?!…—–-][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W_][\w.'’\-]*")
_MOST_WORDS = 7
_LONG = 12
_FEWEST_KNOWN, _FEWEST_MIXED = 2, 3
_INITIALS = 2


class Label(NamedTuple):
    """What a label says: the words of the name, those of the title before it, and the part in the talk, if any."""

    name: tuple[str, ...]
    title: tuple[str, ...]
    part: TranscriptWord | None


class _Candidate(NamedTuple):
    line: int
    span: Span
    name: str
    shouted: bool
    known: bool
    asker: bool
    sentence: bool


def read_label(label: str, language: str) -> Label:
    """Read the words of a label.

    >>> read_label("FOREIGN MINISTER LE DRIAN (Via interpreter): ", "en")
    Label(name=('LE', 'DRIAN'), title=('FOREIGN', 'MINISTER'), part=None)
    """
    words = tuple(_WORD.findall(re.sub(r"\([^()]*\)", " ", label.split(":", maxsplit=1)[0])))
    parts, titles = transcript_words(language), titles_of_people(language)
    part = next((entry for word in words if (entry := parts.get(fold(word)))), None)
    ends = [n for n, word in enumerate(words) if (title := titles.get(_plain(word))) and title.kind == "title"]
    end = max(ends, default=-1) + 1
    return Label(() if part else words[end:], words[:end], part)


def _plain(word: str) -> str:
    return fold(word).rstrip(".")


def find_labels(text: str, lines: list[Span], language: str) -> dict[int, Span]:
    """Give the label of each line that has one, by the line's number; the label goes up to the words spoken."""
    found = list(_candidates(text, lines, language))
    counts = Counter(each.name for each in found)
    shouted = [each for each in found if each.shouted]
    known = [each for each in shouted if each.known and len(each.name) > 1]  # "Q:" alone tells of no transcript
    labels = shouted if len(known) >= _FEWEST_KNOWN else [each for each in known if not each.asker]
    mixed = [each for each in found if not each.shouted and each.known]
    if len(mixed) >= _FEWEST_MIXED and any(each.asker or counts[each.name] > 1 for each in mixed):
        labels = [*labels, *mixed, *(each for each in found if not each.known and _recurs(each, counts, mixed))]
    taken = {each.line for each in labels}
    answering = _answering(found, text)
    labels = [*labels, *(each for each in (*_talking(found, len(lines)), *answering) if each.line not in taken)]
    sentences = sum(each.sentence for each in labels)
    return {each.line: each.span for each in labels} if 2 * sentences > len(labels) else {}


def _talking(found: list[_Candidate], lines: int) -> list[_Candidate]:
    """Give the labels of a talk between two or more who come back again and again and fill most of the lines.

    Who asks may be called by his outlet's name, who answers by his full name first: "Ana Soto: ... Soto: ...".
    """
    counts = Counter(each.name for each in found if each.sentence and len(each.name) > _INITIALS)
    back = {name for name, count in counts.items() if count >= _FEWEST_KNOWN}
    last = {name.split()[-1] for name in back}
    talk = [each for each in found if each.name in back or each.name.split()[-1] in last]
    turns = sum(one.name != other.name for one, other in pairwise(talk))
    both = len(back) > 1 and len(talk) >= 2 * _FEWEST_MIXED and 2 * len(talk) > lines
    return talk if both and 2 * turns > len(talk) else []


def _answering(found: list[_Candidate], text: str) -> list[_Candidate]:
    """Give the labels of those who answer in an interview: a name that follows a questioner's label time and again.

    Whoever joins them is told by his full name elsewhere: "Soto: ... Paz: ..." where the text speaks of Rosa Paz.
    """
    after = Counter(other.name for one, other in pairwise(found) if one.asker and not other.asker)
    back = {name for name, count in after.items() if count >= _FEWEST_KNOWN and len(name) > _INITIALS}
    if not back:
        return []
    joining = (each for each in found if each.sentence and _is_told_in_full(each, text))
    lines = {each.line for each in (*joining, *(each for each in found if each.asker or each.name in back))}
    return [each for each in found if each.line in lines]


def _is_told_in_full(one: _Candidate, text: str) -> bool:
    """Say whether a label is the surname of somebody whom the text names in full."""
    name = one.span.of(text).partition(":")[0]
    return re.search(rf"\b[A-ZÀ-Þ][\w'’.-]+ {re.escape(name)}\b(?! ?:)", text) is not None


def _recurs(one: _Candidate, counts: Counter[str], mixed: list[_Candidate]) -> bool:
    """Say whether an unknown name comes back between questions."""
    return not one.shouted and counts[one.name] > 1 and " " in one.name and any(each.asker for each in mixed)


def _candidates(text: str, lines: list[Span], language: str) -> Iterator[_Candidate]:
    for n, line in enumerate(lines):
        match = _SHAPE.match(text, line.start, line.end)
        words = match["name"].split() if match else []
        if match is None or not words or len(words) > _MOST_WORDS:
            continue
        shouted = match["name"].upper() == match["name"]
        if not shouted and not (_is_capital(words[0]) and _is_capital(words[-1]) and _are_capital(words)):
            continue
        rest = Span(match.end(), line.end)
        if rest.start >= rest.end and (not shouted or n + 1 == len(lines)):
            continue
        said = rest.of(text) or lines[n + 1].of(text)
        sentence = bool(_SENTENCE.search(said)) or len(said.split()) > _LONG
        known, asker = _is_known(match["name"], language)
        yield _Candidate(n, Span(*match.span()), fold(match["name"]), shouted, known, asker, sentence)


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _are_capital(words: list[str]) -> bool:
    return sum(not _is_capital(word) for word in words) <= len(words) // 2


def _is_known(name: str, language: str) -> tuple[bool, bool]:
    """Say whether a label names a person or a part in the talk, and whether it is a part."""
    label = read_label(name, language)
    if label.part:
        return True, True
    given = len(label.name) > 1 and fold(label.name[0]) in given_names(language)
    return bool(label.title) or given, False
