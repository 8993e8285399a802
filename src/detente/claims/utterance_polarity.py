"""Whether words are asserted, denied or declined, and by which rule that is decided."""

from detente.claims.utterance_clauses import proposes, told_by
from detente.claims.utterance_draft import Draft, runs
from detente.documents import Document
from detente.documents.tree import Tree
from detente.lexicon import Polarity, ReportingVerb, reporting_nouns, reporting_ways

_NOT = {"not", "n't", "never"}
_NO = "no"
_NOR = {"nor", "or"}

Judged = tuple[Polarity, str]
"""A polarity and what is added to the reason of the draft for it."""


def is_negated(tree: Tree, verb: int) -> bool:
    """Say whether "not" or "never" stands beside a verb."""
    return any(tree[child].text.lower() in _NOT for child in tree.children(verb, "neg"))


def has_no(tree: Tree, noun: int) -> bool:
    """Say whether "no" stands before a noun: "no comment"."""
    return any(tree[child].text.lower() == _NO for child in tree.children(noun, "det", "neg"))


def polarity_of(
    document: Document, verb: int, entry: ReportingVerb, speakers: tuple[int, ...], content: set[int]
) -> Judged:
    """Judge what a verb makes of its content: its own polarity, turned by "not" or by a source that is nobody."""
    tree = document.tree
    nobody = _is_nobody(document, speakers)
    if is_negated(tree, verb) or nobody:
        return entry.negated, "; reporting_ways/nobody" if nobody else ""
    heads = tuple(i for i in content if tree[i].head not in content)
    if entry.polarity == "declined":
        return declined(document, heads)
    if entry.disputes and any(_is_claim(document, head) for head in heads):
        court = any(tree[each].lemma.lower() in _words(document, "courts") for each in speakers)
        return ("asserted", "; reporting_ways/courts") if court else ("denied", "")
    return entry.polarity, ""


def declined(document: Document, infinitives: tuple[int, ...]) -> Judged:
    """Judge a refusal by what is refused: to speak, which declines, or to do something, which is a plain refusal."""
    tree, known = document.tree, _words(document, "withheld")
    for verb in infinitives:
        objects = (tree[each].lemma for each in tree.children(verb, "dobj"))
        if tree[verb].lemma in known or any(f"{tree[verb].lemma} {each}" in known for each in objects):
            return "declined", "; reporting_ways/withheld"
    return "asserted", ""


def undecided(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Make one draft that declines of "neither confirmed nor denied that"."""
    tree = document.tree
    dropped: set[int] = set()
    for draft in drafts:
        pair = _pair(document, draft.verb) if draft.verb is not None and draft.polarity == "denied" else None
        if pair is not None and draft.verb is not None:
            dropped.add(pair)
            first = pair
            while first - 1 in tree.children(pair, "aux", "auxpass", "neg", "preconj", "advmod", "cc"):
                first -= 1
            draft.cue = runs(tree, range(first, draft.verb + 1))
            draft.polarity = "declined"
            draft.why += "; reporting_ways/confirming"
    return [each for each in drafts if each.verb not in dropped]


def _pair(document: Document, verb: int) -> int | None:
    """Give the verb of confirming to which one of denying is joined by "nor", or by "or" under "not"."""
    tree = document.tree
    above = tree[verb].head
    joined = {tree[cc].text.lower() for cc in tree.children(above, "cc") if cc < verb}
    if tree[verb].dep != "conj" or tree[above].lemma not in _words(document, "confirming") or not joined & _NOR:
        return None
    return above if "nor" in joined or is_negated(tree, above) else None


def _is_nobody(document: Document, speakers: tuple[int, ...]) -> bool:
    tree, known = document.tree, _words(document, "nobody")
    words = [[tree[i].text.lower() for i in (each, *tree.children(each, "det", "neg"))] for each in speakers]
    return bool(words) and all(known & set(each) for each in words)


def _is_claim(document: Document, head: int) -> bool:
    """Say whether a noun is something claimed; an idea is where a clause tells it: "the idea that it was over"."""
    tree, nouns = document.tree, reporting_nouns(document.language)
    if tree[head].pos == "ADP":
        return any(_is_claim(document, each) for each in tree.children(head, "pobj"))
    claims = [each for each in nouns.get(tree[head].lemma, ()) if each.use == "claim"]
    tells = any(not proposes(tree, clause) for clause in told_by(tree, head))
    return any(not each.takes for each in claims) or (bool(claims) and tells)


def _words(document: Document, way: str) -> set[str]:
    return set(reporting_ways(document.language)[way].words)
