"""Declarations: "The governments of Peru and Chile declare:" and the points that follow, until somebody else speaks."""

import re
from typing import NamedTuple

from detente.documents.clauses import subjects_of
from detente.documents.document import Document, Sentence
from detente.lexicon import reporting_verbs

_POINT = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\(?[a-zivx]{1,4}\)|[-–—•*·])\s")
_OWN = {"they", "their", "we", "our", "it", "its", "that", "to"}
_REACH = 3


class Declaration(NamedTuple):
    """Who declares (the head token of the phrase), by which verb, and the numbers of the sentences that are his.

    ``verb`` is the colon where each point has a verb of its own: "The Ministers: 1. Condemn the attack".
    """

    issuer: int
    verb: int
    sentences: range


def declarations(document: Document) -> tuple[Declaration, ...]:
    """Find the sentences that end in a colon and let somebody declare what follows."""
    found = []
    for n, sentence in enumerate(document.sentences):
        opening = _opening(document, sentence)
        if opening and (points := _points(document, n)):
            found.append(Declaration(*opening, points))
    return tuple(found)


def _opening(document: Document, sentence: Sentence) -> tuple[int, int] | None:
    """Give issuer and verb of "The governments of Peru and Chile declare:"."""
    tree, known = document.tree, reporting_verbs(document.language)
    last = sentence.last - 1
    if last - sentence.first < 1 or tree[last].text != ":":
        return None
    near = range(max(sentence.first + 1, last - _REACH), last)
    verbs = [
        i for i in near if any("clause" in entry.takes for _, entry in known.get(_lemma(tree[i].text, i, document), ()))
    ]
    follows = any(tree[i].text.lower() in ("following", "follows") for i in range(sentence.first, last))
    if not verbs and follows:
        verbs = [i for i in range(sentence.first, last) if tree[i].dep in ("ROOT", "conj") and tree[i].pos == "VERB"]
    if not verbs and (issuer := _alone(document, sentence)) is not None:
        return issuer, last
    for verb in reversed(verbs):
        subjects = tree.children(verb, "nsubj") or subjects_of(tree, verb)
        if subjects:
            return subjects[0], verb
    return None


def _alone(document: Document, sentence: Sentence) -> int | None:
    """Give the head of "The Ministers:", where each point that follows begins with a verb of speech."""
    tree, known = document.tree, reporting_verbs(document.language)
    inside = range(sentence.first, sentence.last - 1)
    root = next((i for i in inside if tree[i].head == i), None)
    block = sentence.block + 1
    if root is None or tree[root].pos not in ("NOUN", "PROPN") or any(tree[i].pos in ("VERB", "AUX") for i in inside):
        return None
    if block >= len(document.blocks) or not _is_point(document, block):
        return None
    first = tree.at(after_point(document, document.blocks[block].span.start))
    return root if first is not None and tree[first].text.lower() in known else None


def _lemma(text: str, i: int, document: Document) -> str:
    """Give the verb of "declare:", which the parser may take for a noun."""
    token = document.tree[i]
    return token.lemma if token.pos == "VERB" else text.lower().removesuffix("s")


def _points(document: Document, opening: int) -> range:
    """Give the sentences that follow as points: numbered lines, or sentences that go on with "they" and "that"."""
    block = document.sentences[opening].block
    listed = block + 1 < len(document.blocks) and _is_point(document, block + 1)
    last = opening + 1
    while last < len(document.sentences):
        sentence = document.sentences[last]
        if document.blocks[sentence.block].kind != "paragraph" or _is_quoted(document, sentence):
            break
        inside = (
            _is_point(document, sentence.block) if listed and sentence.block != block else _goes_on(document, sentence)
        )
        if not inside:
            break
        last += 1
    return range(opening + 1, last)


def _is_point(document: Document, block: int) -> bool:
    return _POINT.match(document.text, document.blocks[block].span.start) is not None


def after_point(document: Document, place: int) -> int:
    """Give the place behind the number or letter of a point that begins here; the place itself where none does."""
    found = _POINT.match(document.text, place)
    return found.end() if found else place


def _goes_on(document: Document, sentence: Sentence) -> bool:
    return document.tree[sentence.first].text.lower() in _OWN


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    return any(each.span.start == sentence.span.start for each in document.quotations)
