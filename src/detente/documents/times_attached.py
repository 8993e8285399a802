"""Where a time hangs in its sentence: which times a sentence has, and which verb each dates."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from detente.documents.document import Document, TimeExpression
from detente.documents.times_tense import head_of, is_of_time, verb_above
from detente.documents.tree import Tree
from detente.text import Span

_ON = {"on", "in", "at", "during", "since", "until", "from", "by", "after", "before", "over", "around", "through"}
_CARRIED = ("dobj", "pobj", "attr", "dative", "oprd")
_SUBJECT = ("nsubj", "nsubjpass")
_LINKS = ("ADP", "SCONJ", "ADV", "NUM")


def times_in(document: Document, span: Span) -> Iterator[TimeExpression]:
    """Give the times of a stretch of the text."""
    first = islice(document.times, first_from(document, span.start), None)
    return takewhile(lambda time: time.span.end <= span.end, first)


def dated(document: Document, token: int) -> Iterator[tuple[TimeExpression, int]]:
    """Give the dated times of a token's sentence, each with its head token."""
    for time in times_in(document, document.sentence_of(token).span):
        head = head_of(document, time.span)
        if time.edtf and head is not None:
            yield time, head


def first_from(document: Document, offset: int) -> int:
    """Give the place of the first time that begins there or later."""
    return bisect_left(document.times, offset, key=lambda time: time.span.start)


def _way(tree: Tree, head: int, top: int) -> list[int]:
    """Give the tokens between a time and the word above it on which it hangs."""
    above = list(tree.heads(head))
    return above[: above.index(top)] if top in above else above


def verb_of(tree: Tree, head: int) -> int | None:
    """Give the verb that a time dates.

    A time at the front belongs to the first clause, though parsers hang it on the last: "In 2014, Russia annexed
    Crimea, the report said".
    """
    verb = verb_above(tree, head)
    if verb is None or head > verb:
        return verb
    first = (each for each in tree.children(verb, "ccomp") if head < each < verb)
    return next((each for each in first if tree[each].pos in ("VERB", "AUX")), verb)


def is_adverbial(document: Document, head: int, verb: int) -> bool:
    """Say whether only prepositions, adverbs and nouns of time lie between the time and the verb."""
    if document.tree[head].dep in _SUBJECT:
        return False
    if document.tree[head].dep == "compound" and head and document.tree[head - 1].pos == "ADP":
        return True  # "On *Thursday* Peru left": a day read as part of the name
    way = _way(document.tree, head, verb_above(document.tree, head) or verb)
    return all(document.tree[i].pos in _LINKS or is_of_time(document, i) for i in way)


def is_carried(document: Document, head: int, verb: int) -> bool:
    """Say whether the time hangs by a preposition on an object of the verb, where parsers often put it."""
    tree = document.tree
    way = _way(tree, head, verb)
    if not way or tree[way[0]].text.lower() not in _ON:
        return False
    return all(tree[i].dep in _CARRIED or is_of_time(document, i) for i in way if tree[i].pos not in _LINKS)
