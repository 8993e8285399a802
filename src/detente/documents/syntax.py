"""Sentences, words, syntax and names: the only file that knows the parser (spaCy).

The parser sees each paragraph by itself, through a view of the same length in which quotation marks and
apostrophes of every style are the plain ones it was trained on; offsets lead back to the text as read.
"""

import re
from dataclasses import replace
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from detente.documents.document import Document, Entity, Sentence
from detente.documents.repairs import repaired
from detente.documents.tree import Token
from detente.errors import UsageError
from detente.settings import Settings
from detente.text import Span

_PLAIN = str.maketrans(dict.fromkeys("«»“”„‟", '"') | dict.fromkeys("‘’‛`´", "'") | dict.fromkeys("\n\r\t\u00a0", " "))
_CLOSED = re.compile(r"(?:[^aeiou]|qu)+[aeiou][bcdfgklmnprstvz]")
_TELEGRAPH = re.compile(r"``|''")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, as careless software leaves it behind; the parser cannot take it."""


@cache
def load(model: str) -> Language:
    """Load a spaCy pipeline by name; raise ``UsageError`` when it is not installed."""
    try:
        return spacy.load(model)
    except OSError as error:
        raise UsageError(
            f"the syntax model {model!r} is not installed: expected the name of a spaCy pipeline"
        ) from error


def view(text: str) -> str:
    r"""Give the parser's view of a text: the same length, marks plain.

    >>> view("«Perú’s» ``word''")
    '"Perú\'s" " word "'
    """
    plain = _TELEGRAPH.sub(lambda match: '" ' if match[0] == "``" else ' "', text).translate(_PLAIN)
    return _SURROGATE.sub("\ufffd", plain)


def lemma_of(form: str, lemma: str) -> str:
    """Give the lemma of a verb's form: a short closed syllable would have doubled its last letter.

    >>> lemma_of("staged", "stag"), lemma_of("hoping", "hop"), lemma_of("barred", "bar")
    ('stage', 'hope', 'bar')
    """
    ending = form.lower().removeprefix(lemma)
    return f"{lemma}e" if ending in ("ed", "ing") and _CLOSED.fullmatch(lemma) else lemma


def annotate(document: Document, settings: Settings) -> Document:
    """Parse the prose of every block."""
    nlp = load(settings.model)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    prose = [(n, block.prose) for n, block in enumerate(document.blocks) if block.kind != "header"]
    views = [view(span.of(document.text)) for _, span in prose]
    for (n, span), parsed in zip(prose, nlp.pipe(views), strict=True):
        where = _add_tokens(tokens, parsed, span.start)
        for sentence in parsed.sents:
            kept = [where[token.i] for token in sentence if token.i in where]
            if kept:
                stretch = Span(tokens[kept[0]].start, tokens[kept[-1]].end)
                sentences.append(Sentence(kept[0], kept[-1] + 1, stretch, n))
        for entity in parsed.ents:
            kept = [where[token.i] for token in entity if token.i in where]
            if kept:
                entities.append(Entity(kept[0], kept[-1] + 1, entity.label_))
    tree = repaired(tokens, entities)
    return replace(document, tree=tree, sentences=tuple(sentences), entities=tuple(entities))


def _add_tokens(tokens: list[Token], parsed: Doc, offset: int) -> dict[int, int]:
    """Append the words of one parsed block; give the index that each parser token has received."""
    kept = [token for token in parsed if not token.is_space]
    where = {token.i: len(tokens) + n for n, token in enumerate(kept)}
    for token in kept:
        start = offset + token.idx
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        i = where[token.i]
        form = token.text
        lemma = token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower()
        if token.pos_ == "VERB":
            lemma = lemma_of(form, lemma)
        tokens.append(
            Token(
                i,
                start,
                start + len(form),
                form,
                lemma,
                token.tag_,
                token.pos_,
                token.dep_,
                where.get(head.i, i),
            )
        )
    return where
