"""Whether words that could name a time do so here: not as a quantity, a name or another word."""

import re

from detente.documents.document import Document, Entity
from detente.lexicon import TimePattern, time_lexicon

_BEFORE = re.compile(r"(\w+|[-–])\s*$")
_NAMES = ("PERSON", "ORG", "PRODUCT", "LAW", "FAC", "EVENT", "WORK_OF_ART")
_QUANTITIES = ("CARDINAL", "MONEY", "QUANTITY", "PERCENT")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos")
_NAMEABLE = ("weekday", "holiday", "day", "set", "period", "fixed", "clock")


def stands(document: Document, rule: TimePattern, match: re.Match[str]) -> bool:
    """Say whether the words of a match name a time."""
    if rule.after:
        before = _BEFORE.search(document.text, max(0, match.start() - 20), match.start())
        if not before or before[1].lower() not in rule.after:
            return False
    if match[0][0].isdigit() and not _is_whole(document.text, rule, match):
        return False
    i = document.tree.at(match.start())
    return i is None or _is_used(document, rule, match, i)


def _is_used(document: Document, rule: TimePattern, match: re.Match[str], i: int) -> bool:
    """Say whether what the parser saw agrees."""
    if rule.describes and document.tree[i].pos != "ADJ":
        return False
    if rule.reads == "duration" and not _is_unit(document, match):
        return False
    if rule.reads == "set" and "often" in match.groupdict() and _is_paper(document, i):
        return False
    if rule.id == "rate":
        return i > 0 and document.tree[i - 1].pos in ("NOUN", "NUM", "SYM")
    if rule.id in ("length", "year", "month"):
        return _is_no_name(document, rule, match, i)
    return not _is_in_name(document, i, match.end()) if rule.reads in _NAMEABLE else True


def _is_whole(text: str, rule: TimePattern, match: re.Match[str]) -> bool:
    """Say whether a figure is no part of a longer one: a price, a share, a score, an address."""
    before, after = text[max(0, match.start() - 5) : match.start()], text[match.end() : match.end() + 4]
    if rule.reads == "date" and "month" not in match.groupdict():  # a year: "2018-2020", "2015/16"
        if re.search(r"\b\d{4}[-–]$", before):
            return True
        return not (re.search(r"[$£€#/.,:\-–]$", before) or re.match(r"[.,:]\d|%|-[a-z]|/\d{3}", after))
    return not (re.search(r"[$£€#/.,:]$", before) or re.match(r"[.,:/]\d|%", after)) or rule.reads == "more"


def _is_no_name(document: Document, rule: TimePattern, match: re.Match[str], i: int) -> bool:  # noqa: PLR0911
    """Say whether a year, a month or a number of units is no person, no title, no plain number."""
    tree, token = document.tree, document.tree[i]
    entity = _entity(document, i)
    if rule.id == "length":
        unit = match.groupdict().get("unit") or ""
        return not (unit.istitle() or (entity and entity.label in _NAMES))  # "60 Minutes"
    before = tree[i - 1] if i else None
    is_common = time_lexicon(document.language).is_common(token.text)
    if rule.id == "month" and is_common and _is_deed(document, i):
        return False
    if entity and entity.label in ("DATE", "TIME"):
        return True
    inside = entity and i > entity.first and tree[i - 1].pos == "PROPN"
    if entity and entity.label in _NAMES and (inside or entity.label == "PERSON" or rule.id == "month"):
        return False
    one = rule.id == "year" and (tree[token.head].tag == "NN" or not token.text.isdigit())  # "a 2011 study", "2015-18"
    if token.pos in ("VERB", "AUX") or (entity and entity.label in _QUANTITIES and not one):
        return False
    if rule.id == "year":
        return not (before and before.pos == "PROPN" and token.dep in ("nummod", "nmod", "appos"))
    return not is_common or (
        before is not None and ("link", before.text.lower()) in time_lexicon(document.language).words
    )


def _is_deed(document: Document, i: int) -> bool:
    """Say whether the name of a month is a deed: "the annual *March* for peace"."""
    tree, words = document.tree, time_lexicon(document.language).words
    before = next((each for each in range(i - 1, max(-1, i - 3), -1) if tree[each].pos != "PUNCT"), None)
    if before is None or i + 1 == len(tree) or ("edge", tree[before].text.lower()) in words:
        return False
    return tree[before].pos in ("DET", "ADJ") and tree[i + 1].pos == "ADP"


def _is_unit(document: Document, match: re.Match[str]) -> bool:
    """Say whether the unit is one of time: not "a second term", not "three quarters of the votes"."""
    last = document.tree.at(match.end() - 1)
    form = (match.groupdict().get("unit") or "").lower()
    units = time_lexicon(document.language).words
    if ("ordinal", form) in units:
        return last is None or document.tree[last].pos == "NOUN"
    entry = units.get(("unit", form))
    return not (entry and entry.value == "quarter" and document.text.startswith(" of ", match.end()))


def _is_paper(document: Document, i: int) -> bool:
    """Say whether "daily" is a newspaper: "a Lima *daily*", "the party *daily* Granma"."""
    token, before = document.tree[i], document.tree[i - 1] if i else None
    return token.dep in _NOMINAL or bool(before and before.pos == "PROPN" and token.pos in ("NOUN", "PROPN", "ADJ"))


def _entity(document: Document, i: int) -> Entity | None:
    return next((each for each in document.entities if each.first <= i < each.last), None)


def _is_in_name(document: Document, i: int, end: int) -> bool:
    """Say whether a time belongs to a longer name, "the Bloody Sunday Inquiry", "USA Today", or "the first Monday"."""
    tree, entity = document.tree, _entity(document, i)
    if i and ("ordinal", tree[i - 1].text.lower()) in time_lexicon(document.language).words:
        return True
    before = tree[i - 1] if i and tree[i - 1].pos == "PROPN" else None
    if entity and entity.label in _NAMES and (entity.first < i or tree[entity.last - 1].end > end):
        return True
    if before and tree[i].text[0].isupper() and time_lexicon(document.language).is_small(tree[i].text):
        return True
    after = tree[i + 1] if i + 1 < len(tree) else None
    return bool(before and after and after.pos == "PROPN" and tree[i].dep == "compound")
