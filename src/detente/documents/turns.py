"""Who has the floor: the turns of a transcript, each with the person whom its label names.

A label gives a surname in capitals; who that is, the byline, the title or the text tells in full. Where nothing
does, the label's own words make the actor.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.documents.actors import Registry
from detente.documents.document import Block, Document, Turn
from detente.documents.labels import Label, read_label
from detente.documents.people import People
from detente.text import Span, Spans, fold, slug, trim

_DIRECTION = re.compile(r"[(\[][^()\[\]]*[)\]][.]?|[#* ]+")
_PARTS = re.compile(r"([-'’ ]|\bM[Cc](?=\w{3}))")


def turns(document: Document, people: People, registry: Registry) -> Iterator[Turn]:
    """Give the turns, and note their speakers as actors."""
    stretches = tuple(_stretches(document))
    asking = _asking(document, stretches)
    for block, spans in stretches:
        assert block.label is not None  # noqa: S101 - stretches begin with a label
        words = block.label.of(document.text)
        label = read_label(words, document.language)
        colon = block.label.start + words.index(":")
        asks = label.part is None and fold(words[: words.index(":")]) in asking
        name = None if label.part or asks else _name(document.text, label, people)
        speaker = registry.add(f"person/{slug(name)}", name, "person") if name else None
        why = f"label; transcript_words/{label.part.id}" if label.part else "label"
        part = label.part.part if label.part else "asker" if asks else None
        yield Turn(Span(block.label.start, colon), spans, speaker, part, why)


def _asking(document: Document, stretches: tuple[tuple[Block, Spans], ...]) -> set[str]:
    """Give the label of the one who asks: he bears the outlet's name, and most of his turns are questions."""
    said: dict[str, list[bool]] = {}
    for block, spans in stretches:
        words = block.label.of(document.text) if block.label else ""
        label = fold(words.partition(":")[0])
        said.setdefault(label, []).append(bool(spans) and spans[-1].of(document.text).rstrip().endswith("?"))
    outlet = fold(document.article.outlet or "")
    return {name for name, asked in said.items() if len(asked) > 1 and 2 * sum(asked) >= len(asked) and name == outlet}


def _stretches(document: Document) -> Iterator[tuple[Block, Spans]]:
    """Give each block with a label, and its words: its own, in a transcript those of the paragraphs after it too.

    A text is a transcript where several labels stand, or where a label begins it.
    """
    blocks = [block for block in document.blocks if block.kind != "header"]
    labelled = [n for n, block in enumerate(blocks) if block.label]
    for n, until in pairwise((*labelled, None) if labelled else ()):
        assert n is not None  # noqa: S101 - only the last may be
        end = until or next((m for m in range(n + 1, len(blocks)) if blocks[m].kind != "paragraph"), len(blocks))
        whole = len(labelled) > 1 or not any(_tells(document, block) for block in blocks[:n])
        own = blocks[n:end] if whole else blocks[n : n + 1]
        spans = (trim(document.text, block.prose) for block in own if block.prose.start < block.prose.end)
        spoken = tuple(span for span in spans if span)
        yield blocks[n], spoken[:1] + tuple(span for span in spoken[1:] if not _is_direction(document, span))


def _tells(document: Document, block: Block) -> bool:
    """Say whether a paragraph tells something, and is not only the place above a transcript: "Oslo, Norway"."""
    tree = document.tree
    return block.kind == "paragraph" and any(tree[i].pos in ("VERB", "AUX") for i in tree.within(block.prose))


def _is_direction(document: Document, span: Span) -> bool:
    """Say whether a paragraph is a remark on the scene: "(Applause.)", "# # #"."""
    return _DIRECTION.fullmatch(span.of(document.text)) is not None


def _name(text: str, label: Label, people: People) -> str | None:
    """Give the fullest name of the one whom a label names; None for an office whose holder is not told."""
    if not label.name:
        return people.holder(label.title)
    return people.called(label.name) or _written(text, " ".join(label.name))


def _written(text: str, name: str) -> str:
    """Give a name in capitals as the text writes it elsewhere, else with small letters after the first."""
    if name.upper() != name:
        return name
    found = re.search(rf"\b(?!{re.escape(name)})(?i:{re.escape(name)})\b", text)
    if found and found[0].upper() != found[0] and found[0][0].isupper():
        return found[0]
    return "".join(part.capitalize() for part in _PARTS.split(name))
