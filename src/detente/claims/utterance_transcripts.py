"""Transcripts: a label names the speaker of what follows, down to the next label."""

from collections.abc import Iterator

from detente.claims.utterance_draft import Draft, trimmed
from detente.documents import Block, Document
from detente.text import Span, Spans, fold

LABEL = "label"
_CONFIDENCE = 0.9
_SEVERAL = 3
_LETTERS = {"q", "a"}
"""Questions without a speaker are nobody's words; for answers see the interviews."""
_ASKERS = {"question", "reporter", "moderator", "interviewer", "journalist"}


def transcript_drafts(document: Document) -> Iterator[Draft]:
    """Give a draft for every labelled turn; an answer is tied to the question before it."""
    text = document.text
    asked: Spans = ()
    for label, blocks in _turns(document):
        words = label.of(text).rstrip()
        colon = label.start + len(words) - 1
        content = trimmed(
            text, tuple(Span(max(block.prose.start, block.span.start), block.span.end) for block in blocks)
        )
        if not content or not words.endswith(":"):
            continue
        name = fold(words[:-1])
        if name in _LETTERS:
            continue
        cue = (Span(colon, colon + 1),)
        yield Draft(
            None, (Span(label.start, colon),), (), cue, content, LABEL, _CONFIDENCE, reply_to=asked, mode="direct"
        )
        asked = content if name in _ASKERS else ()


def _turns(document: Document) -> Iterator[tuple[Span, list[Block]]]:
    """Give each label with the paragraphs that it covers: its own, in a transcript those after it as well."""
    blocks = [block for block in document.blocks if block.kind != "header"]
    several = sum(block.label is not None for block in blocks) >= _SEVERAL
    for n, block in enumerate(blocks):
        if block.label is None:
            continue
        own = [block]
        for later in blocks[n + 1 :] if several else ():
            if later.label is not None or later.kind != "paragraph":
                break
            own.append(later)
        yield block.label, own


def labelled(document: Document, source: Span) -> tuple[str, ...]:
    """Give the one person of the article whose surname the label ends in; nobody where it is not one."""
    last = fold(source.of(document.text)).split()[-1:]
    people = [each for each in document.actors if each.type == "person" and fold(each.name).split()[-1:] == last]
    return (people[0].id,) if len(people) == 1 else ()


def spoken(document: Document) -> tuple[Span, ...]:
    """Give the stretches of a transcript that are somebody's words throughout."""
    return tuple(block.prose for _, blocks in _turns(document) for block in blocks)
