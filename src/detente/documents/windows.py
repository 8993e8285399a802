"""Windows: stretches of whole sentences, short enough for the encoder, paragraphs kept together where they fit."""

from collections.abc import Iterator

from detente.documents.document import Document, Sentence
from detente.documents.encoded import Window
from detente.documents.wordpieces import END, START, pieces, vocabulary

LONGEST = 256
"""A window's pieces, both marks at its ends counted."""


def windows(document: Document) -> Iterator[Window]:
    """Cut a document into windows that do not overlap and leave no token out."""
    quoted = _quoted(document)
    for first, last in _stretches(document):
        yield _window(document, first, last, quoted)


def window_of(document: Document, sentence: Sentence) -> Window:
    """Give a window that holds one sentence, as much of it as fits."""
    last = next(
        (part.stop for part in _cut(document, range(sentence.first, sentence.last), LONGEST - 2)), sentence.last
    )
    return _window(document, sentence.first, last, _quoted(document))


def _window(document: Document, first: int, last: int, quoted: list[int]) -> Window:
    ids, marks, starts = [vocabulary()[START]], [0], []
    for token in document.tree.tokens[first:last]:
        starts.append(len(ids))
        own = pieces(token.text)
        ids += own
        marks += [quoted[token.i]] * len(own)
    return Window(first, last, (*ids, vocabulary()[END]), (*marks, 0), tuple(starts))


def _quoted(document: Document) -> list[int]:
    marks = [0] * len(document.tree)
    for each in document.quotations:
        for i in document.tree.within(each.span):
            marks[i] = 1
    return marks


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Give first and last token of each window: as many paragraphs as fit, a longer one in as few parts as possible."""
    first = last = 0
    room = LONGEST - 2
    left = room
    for part in _parts(document, room):
        size = sum(_length(document, i) for i in part)
        if last > first and size > left:
            yield first, last
            first, left = last, room
        last, left = part.stop, left - size
    if last > first:
        yield first, last


def _parts(document: Document, room: int) -> Iterator[range]:
    """Give paragraphs; where one is too long, its sentences; where one of these is too long, what fits of it."""
    for block in _blocks(document.sentences):
        whole = range(block[0].first, block[-1].last)
        if sum(_length(document, i) for i in whole) <= room:
            yield whole
            continue
        for sentence in block:
            yield from _cut(document, range(sentence.first, sentence.last), room)


def _blocks(sentences: tuple[Sentence, ...]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if group and sentence.block != group[-1].block:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _cut(document: Document, tokens: range, room: int) -> Iterator[range]:
    start, size = tokens.start, 0
    for i in tokens:
        own = _length(document, i)
        if size and size + own > room:
            yield range(start, i)
            start, size = i, 0
        size += own
    yield range(start, tokens.stop)


def _length(document: Document, token: int) -> int:
    return len(pieces(document.tree[token].text))
