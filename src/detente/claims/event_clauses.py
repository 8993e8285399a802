"""The clause of a verb as frames see it: with what the parser hangs elsewhere, and with the complement they want."""

from collections.abc import Callable, Collection, Iterator, Mapping

from detente.claims.event_roles import infinitives
from detente.documents import Clause, Preposition, Tree, clause, prepositions
from detente.lexicon import Complement, EventUse, Frame, event_words


def whole(tree: Tree, verb: int) -> Clause:
    """Give the clause of a verb with the phrases that hang on its adverbs: "broke away *from Norway*"."""
    around = clause(tree, verb)
    if tree[verb].tag == "VBG" and tree[verb].dep == "attr" and not around.subjects:
        around = around._replace(subjects=clause(tree, tree[verb].head).subjects)  # "Qatar is *mediating*"
    if tree[verb].tag == "VBN" and tree[verb].dep == "acomp" and not around.subjects:
        above = clause(tree, tree[verb].head)  # "Chad is *committed* to it"
        around = around._replace(subjects=above.subjects, passive=False)
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


def is_complete(tree: Tree, around: Clause, frame: Frame, language: str) -> bool:
    """Say whether the complement that a frame wants follows: an infinitive, a gerund, "that they must", or none."""
    follows = _FOLLOWS[frame.complement] if frame.complement else None
    return follows is None or follows(tree, around, event_words(language))


def _is_bare(tree: Tree, around: Clause) -> bool:
    """Say whether nothing follows but what is to be done: not "called it *a lie*", nor "joined them *in asking*"."""
    inside = (prep.token for prep in around.prepositions if prep.word == "in")
    named = [*around.attributes, *around.complements]
    bare = [head for head in named if not _has_helping(tree, head, {"to"})]
    return not (bare or any(tree.children(prep, "pcomp") for prep in inside))


def _has_helping(tree: Tree, verb: int, words: Collection[str]) -> bool:
    return any(tree[c].text.lower() in words or tree[c].lemma in words for c in tree.children(verb, "aux"))


_FOLLOWS: dict[Complement, Callable[[Tree, Clause, Mapping[EventUse, Collection[str]]], bool]] = {
    "none": lambda tree, around, _: _is_bare(tree, around),
    "must": lambda tree, around, known: any(_has_helping(tree, verb, known["must"]) for verb in around.complements),
    "future": lambda tree, around, known: any(_has_helping(tree, verb, known["will"]) for verb in around.complements),
    "any": lambda _tree, around, _: bool(around.complements),
    "gerund": lambda tree, around, _: any(tree[verb].tag == "VBG" for verb in around.complements),
    "to": lambda tree, around, _: bool(infinitives(tree, around)),
}
"""What must follow, by its name in the frames."""
