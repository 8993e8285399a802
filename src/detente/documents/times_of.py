"""Which date the text gives to a verb or noun."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from detente.dates import is_edtf
from detente.documents.document import Document, TimeExpression
from detente.documents.times_tense import head_of, is_of_time, verb_above
from detente.documents.tree import Tree

_SINCE = {"since", "from", "after", "starting", "beginning", "effective"}
_UNTIL = {"until", "till", "before", "by", "through", "to"}
_ON = {"on", "in", "at", "during", "since", "until", "from", "by", "after", "before", "over", "around", "through"}
_CARRIED = ("dobj", "pobj", "attr", "dative", "oprd")
_SUBJECT = ("nsubj", "nsubjpass")
_RANGE = {"-", "–", "—", "to", "through", "until"}
_LINKS = ("ADP", "SCONJ", "ADV", "NUM")


def date_of(document: Document, token: int) -> str | None:
    """Give the EDTF date of what a verb or noun names, None where the sentence gives none.

    Of a verb: the time in its own clause, never one inside a clause below or above ("said on Monday that they met
    in May" gives Monday for "said", May for "met"). Of a noun: a time in its own phrase ("Monday's meeting"),
    else that of the nearest verb above. "since 2015" is ``2015/..``, "until May 2016" ``../2016-05``.
    """
    tree = document.tree
    if tree[token].pos in ("VERB", "AUX"):
        return _date_of_verb(document, token)
    under = set(tree.subtree(token, without=("relcl", "acl", "conj", "appos")))
    own = [(time, head) for time, head in _dated(document, token) if head in under]
    if found := _choose(document, own):
        return found
    verb = verb_above(tree, token)
    return _date_of_verb(document, verb) if verb is not None else None


def _date_of_verb(document: Document, verb: int) -> str | None:
    tree = document.tree
    times = [(time, head) for time, head in _dated(document, verb) if _verb_of(tree, head) == verb]
    direct = [(time, head) for time, head in times if _is_adverbial(document, head, verb)]
    carried = [(time, head) for time, head in times if _is_carried(document, head, verb)]
    if found := _choose(document, direct) or _choose(document, carried):
        return found
    above = tree[verb].head
    if tree[verb].dep == "conj" and above != verb and tree[above].pos in ("VERB", "AUX"):
        return _shared(document, above)
    return None


def _shared(document: Document, verb: int) -> str | None:
    """Give the date that a verb hands on to those joined to it: one exact day, or a time before the verb."""
    found = _date_of_verb(document, verb)
    tree = document.tree
    fronted = any(head < verb for _, head in _dated(document, verb) if _verb_of(tree, head) == verb)
    return found if found and (fronted or len(found) == len("2021-08-02")) else None


def _dated(document: Document, token: int) -> Iterator[tuple[TimeExpression, int]]:
    """Give the dated times of a token's sentence, each with its head token."""
    span = document.sentence_of(token).span
    first = _first_from(document, span.start)
    for time in takewhile(lambda time: time.span.end <= span.end, islice(document.times, first, None)):
        head = head_of(document, time.span)
        if time.edtf and head is not None:
            yield time, head


def _first_from(document: Document, offset: int) -> int:
    """Give the place of the first time that begins there or later."""
    return bisect_left(document.times, offset, key=lambda time: time.span.start)


def _way(tree: Tree, head: int, top: int) -> list[int]:
    """Give the tokens between a time and the word above it on which it hangs."""
    above = list(tree.heads(head))
    return above[: above.index(top)] if top in above else above


def _verb_of(tree: Tree, head: int) -> int | None:
    """Give the verb that a time dates.

    A time at the front belongs to the first clause, though parsers hang it on the last: "In 2014, Russia annexed
    Crimea, the report said".
    """
    verb = verb_above(tree, head)
    if verb is None or head > verb:
        return verb
    first = (each for each in tree.children(verb, "ccomp") if head < each < verb)
    return next((each for each in first if tree[each].pos in ("VERB", "AUX")), verb)


def _is_adverbial(document: Document, head: int, verb: int) -> bool:
    """Say whether only prepositions, adverbs and nouns of time lie between the time and the verb."""
    if document.tree[head].dep in _SUBJECT:
        return False
    way = _way(document.tree, head, verb_above(document.tree, head) or verb)
    return all(document.tree[i].pos in _LINKS or is_of_time(document, i) for i in way)


def _is_carried(document: Document, head: int, verb: int) -> bool:
    """Say whether the time hangs by a preposition on an object of the verb, where parsers often put it."""
    tree = document.tree
    way = _way(tree, head, verb)
    if not way or tree[way[0]].text.lower() not in _ON:
        return False
    return all(tree[i].dep in _CARRIED or is_of_time(document, i) for i in way if tree[i].pos not in _LINKS)


def _choose(document: Document, times: list[tuple[TimeExpression, int]]) -> str | None:
    """Give the most precise of several times, with what the preposition before it says; "from A to B" is one."""
    dates = [_bounded(document.tree, time, head) for time, head in times]
    if ranges := [span for time, _ in times if (span := _range(document, time))]:
        return ranges[0]
    since = next((date.removesuffix("..") for date in dates if date.endswith("/..")), None)
    until = next((date.removeprefix("../") for date in dates if date.startswith("../")), None)
    if since and until and is_edtf(since + until):
        return since + until
    return max(dates, key=lambda date: date.count("-") if "/" not in date else 0, default=None)


def _range(document: Document, time: TimeExpression) -> str | None:
    """Give the interval of which a time is one end: "March 3-5", "from May to July", "between 2015 and 2018"."""
    n, text = _first_from(document, time.span.start), document.text
    for one, other in pairwise(document.times[max(0, n - 1) : n + 2]):
        between = text[one.span.end : other.span.start].strip().lower()
        opening = (
            text[max(0, one.span.start - 9) : one.span.start].rstrip().lower().endswith("between") and between == "and"
        )
        if (opening or between in _RANGE) and is_edtf(f"{one.edtf}/{other.edtf}"):
            return f"{one.edtf}/{other.edtf}"
    return None


def _bounded(tree: Tree, time: TimeExpression, head: int) -> str:
    date = time.edtf or ""
    before = tree[tree[head].head].text.lower() if tree[head].dep in ("pobj", "pcomp") else ""
    first, _, last = date.partition("/")
    if before in _SINCE:
        return f"{first}/.."
    return f"../{last or first}" if before in _UNTIL else date
