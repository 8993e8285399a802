"""Clauses that say what is told where the syntax alone does not: on a noun, behind the words of another."""

from detente.documents import Document
from detente.documents.tree import Tree
from detente.lexicon import ReportingVerb, reporting_nouns, reporting_verbs

_CLAUSES = ("acl", "relcl", "ccomp")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def caught(document: Document, verb: int, entry: ReportingVerb) -> list[int]:
    """Give the clauses that the parser has hung on the noun before: "told *reporters* that", "in a *note* that"."""
    tree, nouns = document.tree, reporting_nouns(document.language)
    heads = list(tree.children(verb, "dobj", "dative")) if entry.addressed else []
    for preposition in tree.children(verb, "prep", "dative"):
        for noun in tree.children(preposition, "pobj"):
            venue = any(each.use in ("venue", "body") for each in nouns.get(tree[noun].lemma, ()))
            heads += [noun] if venue or tree[preposition].lemma == "to" else []
    return [clause for head in heads if head > verb for clause in clauses_after_that(tree, head)]


def own(document: Document, verb: int, heads: list[int]) -> list[int]:
    """Leave out the word of another: "X said that ..., *TASS reported*", "*X said that ...;* Y said"."""
    tree, known = document.tree, reporting_verbs(document.language)
    kept = []
    for head in heads:
        speaks = tree[head].lemma in known and tree.child(head, "nsubj") is not None
        full = tree.child(head, "ccomp", "dobj") is not None
        between = range(max(tree.subtree(head)) + 1, verb) if head < verb else range(0)
        behind = len(heads) > 1 and head > max(verb, heads[0]) and tree[tree.subtree(head)[0] - 1].text == ","
        parted = any(tree[i].text == ";" for i in between)
        if not (speaks and ((parted and full) or (behind and not full))):
            kept.append(head)
    return kept


def told_by(tree: Tree, noun: int) -> tuple[int, ...]:
    """Give the clauses that say what a noun tells: "the claim *that he had fled*", not "the claim that he made"."""
    around = (noun, *(each for by in tree.children(noun, "prep", "agent") for each in tree.children(by, "pobj")))
    return tuple(clause for head in around for clause in clauses_after_that(tree, head) if _is_whole(tree, clause))


def clauses_after_that(tree: Tree, noun: int) -> tuple[int, ...]:
    """Give the clauses under a noun that begin with "that" and have a subject besides it."""
    return tuple(
        each
        for each in tree.children(noun, *_CLAUSES)
        if each > noun
        and (that := _that(tree, each)) is not None
        and any(s != that for s in tree.children(each, *_SUBJECTS))
    )


def proposes(tree: Tree, clause: int) -> bool:
    """Say whether the verb of a clause is a bare infinitive: "that the talks *be moved*"."""
    finite = tree.children(clause, "aux", "auxpass")
    return tree[finite[0] if finite else clause].tag == "VB"


def _that(tree: Tree, clause: int) -> int | None:
    first = tree.subtree(clause)[0]
    return first if tree[first].text.lower() == "that" else None


def _is_whole(tree: Tree, clause: int) -> bool:
    """Say whether a clause lacks nothing for which "that" could stand, though the parser may see a pronoun in it."""
    that = _that(tree, clause)
    if that is None or tree[that].dep == "mark":
        return that is not None
    others = [each for each in tree.children(clause, "dobj", "acomp", "attr", "ccomp") if each != that]
    return bool(others) or tree.child(clause, "nsubjpass") is not None
