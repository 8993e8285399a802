"""Whether an event happened, will happen, is supposed or is told as background, and what type that makes it."""

import datetime as dt
from typing import Literal, NamedTuple

from detente.claims.event_matches import Match
from detente.dates import bounds
from detente.documents import Document, Factuality, Tree, factuality
from detente.lexicon import event_types

Status = Literal["actual", "historical", "future", "hypothetical"]
_RECENT = dt.timedelta(days=60)
_PERFECT = ("had", "'d")


class Standing(NamedTuple):
    """The status, whether it is negated, and the type that follows."""

    status: Status
    negated: bool
    type: str


def standing(document: Document, match: Match, date: str | None) -> Standing:
    """Judge a match: the first that applies of hypothetical, future, historical, actual."""
    judged = factuality(document, match.verb)
    if _is_means_denied(document.tree, match.verb):
        judged = judged._replace(negated=not judged.negated)
    kind = event_types()[match.frame.type]
    if _is_announced(document.tree, match.verb):
        judged = judged._replace(hypothetical=False, time="future")
    if judged.hypothetical or _is_purpose(document, match):
        return Standing("hypothetical", judged.negated, kind.id)
    if judged.time == "future" or _is_after(document, date):
        if judged.negated and kind.quad < 3:  # "will not lift the embargo"
            return Standing("actual", negated=False, type="REJECT")
        return Standing("future", judged.negated, kind.future or kind.id)
    past = _is_background(document, match, judged) or _is_long_ago(document, date)
    return Standing("historical" if past else "actual", judged.negated, kind.id)


def _is_purpose(document: Document, match: Match) -> bool:
    """Say whether it is only what something is for: "his duty is *to improve* ties", "went there *to meet* them"."""
    tree, verb = document.tree, document.tree[match.verb]
    if verb.dep == "csubj":  # "executing him would change nothing"
        return True
    if verb.tag == "VBG" and verb.dep == "pcomp":  # "a goal of ousting him"
        above = tree[tree[verb.head].head]
        return above.pos == "NOUN" and tree[verb.head].text.lower() in ("of", "for", "to", "towards", "toward")
    if verb.tag != "VB" or not any(tree[child].text.lower() == "to" for child in tree.children(verb.i, "aux")):
        return False
    return verb.dep in ("acl", "advcl", "relcl", "ROOT") or (verb.dep == "xcomp" and tree[verb.head].lemma == "be")


def _is_means_denied(tree: Tree, verb: int) -> bool:
    """Say whether this is "not by *recognising* them"."""
    token = tree[verb]
    return token.dep == "pcomp" and token.head > 0 and tree[token.head - 1].text.lower() == "not"


def _is_announced(tree: Tree, verb: int) -> bool:
    """Say whether "would" is the "will" of reported speech: "announced that it *would release* them"."""
    would = [child for child in tree.children(verb, "aux") if tree[child].text.lower() in ("would", "'d")]
    conditional = any(
        tree[child].text.lower() in ("if", "unless")
        for each in tree.children(verb, "advcl")
        for child in tree.children(each, "mark")
    )
    return bool(would) and not conditional and tree[verb].dep == "ccomp" and tree[tree[verb].head].tag in ("VBD", "VBN")


def _published(document: Document) -> dt.date | None:
    published = document.article.published
    return dt.date.fromisoformat(published[:10]) if published else None


def _is_after(document: Document, date: str | None) -> bool:
    published = _published(document)
    return bool(published and date and bounds(date).first > published)


def _is_long_ago(document: Document, date: str | None) -> bool:
    published = _published(document)
    return bool(published and date and bounds(date).last < published - _RECENT)


def _is_background(document: Document, match: Match, judged: Factuality) -> bool:
    """Say whether a pluperfect tells what was before the events reported; in reported speech it is a mere shift."""
    tree = document.tree
    perfect = {tree[child].text.lower() for child in tree.children(match.verb, "aux")} & set(_PERFECT)
    if not perfect or judged.time != "past":
        return False
    return tree[match.verb].dep != "ccomp"
