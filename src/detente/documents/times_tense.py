"""Which way a time points: back from the publication or ahead of it, as the clause around it says."""

from collections.abc import Sequence

from detente.documents.document import Document
from detente.documents.tree import Tree
from detente.lexicon import TimeWord, embedders, time_lexicon
from detente.text import Span

_WILL = {"will", "'ll", "shall", "wo"}
_MIGHT = {"would", "should", "can", "may", "might", "must", "could", "'d"}
_UNTIL = {"until", "till"}
_TOWARDS = {"for", "until", "till", "to", "by"}
_MODIFIERS = ("poss", "compound", "amod", "nummod", "nmod")
_SUBJECTS = ("nsubj", "nsubjpass")
_NOT = {"not", "n't", "neither", "nor", "never", "no", "nobody", "none"}
_NOMINAL = ("NOUN", "PROPN", "PRON")


def head_of(document: Document, span: Span) -> int | None:
    """Give the token of a stretch that hangs on a token outside it; None where nothing was parsed."""
    tokens: Sequence[int] = document.tree.within(span)
    if not tokens and (cut := document.tree.at(span.start)) is not None:
        tokens = (cut,)  # "mid-1980s" is one token
    inside = set(tokens)
    heads = [i for i in tokens if document.tree[i].head not in inside or document.tree[i].head == i]
    return heads[-1] if heads else None


def verb_above(tree: Tree, token: int) -> int | None:
    """Give the nearest verb on which a token hangs, at whatever distance."""
    return next((i for i in tree.heads(token) if tree[i].pos in ("VERB", "AUX") and tree[i].dep != "aux"), None)


def direction(document: Document, span: Span) -> tuple[int, str]:
    """Give 1 where the clause speaks of what lies ahead, -1 of what lies behind, 0 where it says nothing.

    2 and -2 where this is certain: the time hangs on a verb in the past. The second part names the word in
    the data that decided, where one did.
    """
    tree, head = document.tree, head_of(document, span)
    verb = verb_above(tree, head) if head is not None else None
    if head is None or verb is None:
        return 0, ""
    way = list(tree.heads(head))
    way = way[: way.index(verb)]
    links = {tree[i].text.lower() for i in way if tree[i].pos in ("ADP", "SCONJ")}
    if links & _UNTIL and _is_perfect(tree, verb):
        return 1, ""  # "has given them until Tuesday"
    if "since" in links:
        return -2, ""
    if head > verb and (entry := _arranges(document, verb, links)):
        return 1, f"time_words/{entry.id}"
    points = _points(document, verb)
    nouns = [i for i in way if tree[i].pos in _NOMINAL and not is_of_time(document, i)]
    if not nouns:
        return points * (2 if tree[verb].tag in ("VBD", "VBN") and points < 0 else 1), ""
    modifies = nouns[0] == way[0] and tree[head].dep in _MODIFIERS and tree[way[0]].dep not in _SUBJECTS
    return 0 if points > 0 and modifies else points, ""  # "will discuss Wednesday's ruling": it may be past


def _is_perfect(tree: Tree, verb: int) -> bool:
    """Say whether a verb tells what has been done by now."""
    return any(tree[child].text.lower() in ("has", "have", "'s", "'ve") for child in tree.children(verb, "aux"))


def is_of_time(document: Document, token: int) -> bool:
    """Say whether a noun only places a time within another: "the *morning* of 3 May", "the *end* of 2015"."""
    words, lemma = time_lexicon(document.language).words, document.tree[token].lemma.lower()
    return any((kind, lemma) in words for kind in ("part", "unit", "edge"))


def _arranges(document: Document, verb: int, links: set[str]) -> TimeWord | None:
    """Give the entry where the verb sets a day for something: "scheduled for Monday", "extended it until Monday"."""
    token = document.tree[verb]
    entry = time_lexicon(document.language).words.get(("arranged", token.lemma))
    return entry if links & _TOWARDS or token.tag == "VBN" or "on" in links else None


def _points(document: Document, verb: int) -> int:  # noqa: PLR0911 - one return a tense
    """Give the way that a verb's tense points."""
    tree, token = document.tree, document.tree[verb]
    marks = {tree[child].text.lower() for child in tree.children(verb, "aux", "auxpass")}
    if marks & _WILL:
        return 1
    if marks & _MIGHT:
        below = [each for child in tree.children(verb) for each in (child, *tree.children(child))]
        failed = "could" in marks and any(tree[each].text.lower() in _NOT for each in below)
        return -1 if "have" in marks or failed else 1
    if marks & {"had", "did", "was", "were", "has", "have", "'ve"}:
        return -1
    above = token.head
    if token.tag == "VB" and "to" in marks:
        entry = embedders(document.language).get(tree[above].lemma)
        ahead = entry is not None and entry.effect in ("future", "hypothetical")
        higher = above if tree[above].pos in ("VERB", "AUX") else verb_above(tree, above)
        if ahead or above == verb or higher is None:
            return 1
        if ("command", tree[above].lemma) in time_lexicon(document.language).words:
            return 1  # "ordered him to appear on Friday"
        controlled = tree.children(verb, "nsubj") or tree.children(above, "dobj")
        return 0 if controlled else _points(document, higher)  # "helped them to leave on Friday"
    if token.tag in ("VBZ", "VBP") or marks & {"is", "are", "'s", "'re", "am", "do", "does"}:
        return 1
    if token.tag == "VBG" and above != verb:
        higher = above if tree[above].pos in ("VERB", "AUX") else verb_above(tree, above)
        entry = embedders(document.language).get(tree[higher].lemma) if higher is not None else None
        if entry and entry.effect in ("future", "hypothetical") and token.dep == "pcomp":
            return 1  # "committed to leaving"
        return _points(document, higher) if higher is not None else 0
    return -1 if token.tag in ("VBD", "VBN") else 0
