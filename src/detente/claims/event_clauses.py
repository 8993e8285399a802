"""The clause of a verb as frames see it: with what the parser hangs elsewhere, and with the complement they want."""

from collections.abc import Iterator

from detente.claims.event_roles import infinitives
from detente.documents import Clause, Preposition, Tree, clause, prepositions
from detente.lexicon import Frame

_MUST = ("must", "should", "ought")
_WILL = ("will", "would", "shall", "to", "'ll", "'d")


def whole(tree: Tree, verb: int) -> Clause:
    """Give the clause of a verb with the phrases that hang on its adverbs: "broke away *from Norway*"."""
    around = clause(tree, verb)
    beside = tree.children(verb, "advmod", "prt")
    more = tuple(each for child in beside for each in prepositions(tree, child))
    more = (*more, *_taken_for_clauses(tree, verb))
    return around._replace(prepositions=(*around.prepositions, *more)) if more else around


def _taken_for_clauses(tree: Tree, verb: int) -> Iterator[Preposition]:
    """Give the phrases that the parser takes for a subject: "spoke *with the envoy* to discuss it"."""
    for below in tree.children(verb, "advcl"):
        for mark in tree.children(below, "mark"):
            subjects = tree.children(below, "nsubj")
            if tree[mark].text.lower() == "with" and subjects and tree[below].tag == "VB":
                yield Preposition("with", mark, tuple(head for each in subjects for head in tree.conjuncts(each)))


def is_complete(tree: Tree, around: Clause, frame: Frame) -> bool:
    """Say whether the complement that a frame wants follows: an infinitive, a gerund, "that they must", or none."""
    if not frame.complement:
        return True
    if frame.complement == "none":
        named = [*around.attributes, *around.complements]
        inside = [child for each in around.prepositions if each.word == "in" for child in tree.children(each.token, "pcomp")]
        bare = [head for head in named if not any(tree[c].text.lower() == "to" for c in tree.children(head, "aux"))]
        return not (bare or inside)  # "joined them *in asking* for help"
    if frame.complement == "must":
        return any(tree[child].lemma in _MUST for verb in around.complements for child in tree.children(verb, "aux"))
    if frame.complement == "future":
        return any(tree[c].text.lower() in _WILL for verb in around.complements for c in tree.children(verb, "aux"))
    if frame.complement == "any":
        return bool(around.complements)
    if frame.complement == "gerund":
        return any(tree[verb].tag == "VBG" for verb in around.complements)
    return bool(infinitives(tree, around))
