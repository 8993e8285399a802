"""Which date the text gives to a verb or noun."""

from itertools import pairwise

from detente.dates import is_edtf
from detente.documents.document import Document, TimeExpression
from detente.documents.times_attached import dated, first_from, is_adverbial, is_carried, times_in, verb_of
from detente.documents.times_tense import head_of, is_of_time, verb_above
from detente.lexicon import reporting_nouns, time_lexicon

_TENSES = {"has", "have", "will", "would"}


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
    own = [(time, head) for time, head in dated(document, token) if head in under]
    if found := _choose(document, own):
        return found
    verb = verb_above(tree, token)
    return _date_of_verb(document, verb) if verb is not None else None


def _date_of_verb(document: Document, verb: int, depth: int = 4) -> str | None:
    tree = document.tree
    times = [(time, head) for time, head in dated(document, verb) if verb_of(tree, head) == verb]
    direct = [(time, head) for time, head in times if is_adverbial(document, head, verb)]
    carried = [(time, head) for time, head in times if is_carried(document, head, verb)]
    if found := _choose(document, direct) or _choose(document, carried) or _back(document, verb):
        return found
    if not depth:
        return None
    return (
        _of_statement(document, verb, depth - 1)
        or _shared(document, verb, depth - 1)
        or _led(document, verb, depth - 1)
    )


def _back(document: Document, verb: int) -> str | None:
    """Give the time told before to which a clause points back: "*since then*", "*by then*"."""
    tree, words = document.tree, time_lexicon(document.language).words
    for prep in tree.children(verb, "prep"):
        for head in tree.children(prep, "pcomp", "pobj"):
            if ("back", tree[head].text.lower()) in words:
                before = document.times[: first_from(document, tree[head].start)]
                told = next((time for time in reversed(before) if time.edtf), None)
                return _bounded(document, told, head) if told else None
    return None


def _of_statement(document: Document, verb: int, depth: int) -> str | None:
    """Give the date of the statement in which something is said: "in a statement issued on Tuesday, he denied"."""
    tree, known = document.tree, reporting_nouns(document.language)
    nouns = (noun for prep in tree.children(verb, "prep") for noun in tree.children(prep, "pobj"))
    issued = (each for noun in nouns if tree[noun].lemma in known for each in tree.children(noun, "acl"))
    dates = (_date_of_verb(document, each, depth) for each in issued if tree[each].tag == "VBN")
    return next(filter(None, dates), None)


def _shared(document: Document, verb: int, depth: int) -> str | None:
    """Give the date that a verb hands on to one joined to it: one exact day, or a time before the verb.

    A time of its own, even an open one, or another tense parts them: "was founded in 2017 and has met twice a year".
    """
    tree = document.tree
    above = tree[verb].head
    if tree[verb].dep != "conj" or above == verb or tree[above].pos not in ("VERB", "AUX"):
        return None
    span = document.sentence_of(verb).span
    times = [(time, head_of(document, time.span)) for time in times_in(document, span)]
    if any(head is not None and verb_of(tree, head) == verb for _, head in times):
        return None
    own = {tree[each].text.lower() for each in tree.children(verb, "aux")} & _TENSES
    if own and own != {tree[each].text.lower() for each in tree.children(above, "aux")} & _TENSES:
        return None
    found = _date_of_verb(document, above, depth)
    fronted = any(head is not None and head < above and verb_of(tree, head) == above for _, head in times)
    return found if found and (fronted or len(found) == len("2021-08-02")) else None


def _led(document: Document, verb: int, depth: int) -> str | None:
    """Give the date of what a clause with "where" or "when" goes on: "flew to Oslo *on May 3*, where she met him"."""
    tree = document.tree
    while tree[verb].dep == "xcomp":  # "when it was the first *to recognise* them"
        verb = tree[verb].head
    leading = {tree[i].text.lower(): i for i in tree.children(verb, "advmod") if tree[i].tag == "WRB"}
    if "when" in leading:  # "the treaty *of 1787*, when"
        near = (leading["when"] - 1, leading["when"] - 2)
        return _choose(document, [(time, head) for time, head in dated(document, verb) if head in near])
    if tree[verb].dep != "relcl" or "where" not in leading:
        return None
    above = verb_above(tree, tree[verb].head)
    return _date_of_verb(document, above, depth) if above is not None else None


def _choose(document: Document, times: list[tuple[TimeExpression, int]]) -> str | None:
    """Give the most precise of several times, with what the preposition before it says; "from A to B" is one."""
    dates = [_bounded(document, time, head) for time, head in times]
    if ranges := [span for time, _ in times if (span := _range(document, time))]:
        return ranges[0]
    since = next((date.removesuffix("..") for date in dates if date.endswith("/..")), None)
    until = next((date.removeprefix("../") for date in dates if date.startswith("../")), None)
    if since and until and is_edtf(since + until):
        return since + until
    return max(dates, key=lambda date: date.count("-") if "/" not in date else 0, default=None)


def _range(document: Document, time: TimeExpression) -> str | None:
    """Give the interval of which a time is one end: "March 3-5", "from May to July", "between 2015 and 2018"."""
    n, text, words = first_from(document, time.span.start), document.text, time_lexicon(document.language).words
    for one, other in pairwise(document.times[max(0, n - 1) : n + 2]):
        between = text[one.span.end : other.span.start].strip().lower()
        before = text[max(0, one.span.start - 9) : one.span.start].lower().split()[-1:]
        joined = ("range", between) in words or (between == "and" and before == ["between"])
        if joined and is_edtf(f"{one.edtf}/{other.edtf}"):
            return f"{one.edtf}/{other.edtf}"
    return None


def _bounded(document: Document, time: TimeExpression, head: int) -> str:
    tree, words, date = document.tree, time_lexicon(document.language).words, time.edtf or ""
    while tree[head].dep == "pobj" and is_of_time(document, above := tree[tree[head].head].head):
        head = above  # "by *the end* of June"
    before = tree[tree[head].head].text.lower() if tree[head].dep in ("pobj", "pcomp") else ""
    first, _, last = date.partition("/")
    if ("since", before) in words:
        return f"{first}/.."
    return f"../{last or first}" if ("until", before) in words else date
