"""Clauses: for every verb, who does what to whom, whatever the order of the words.

The grammar on which the extractors stand: subjects are found through relative pronouns, shared subjects of
joined verbs and the verbs above an infinitive; passives give agent and patient; lists are taken apart. Every
argument is the index of its head token.
"""

from collections.abc import Iterator
from typing import NamedTuple

from detente.documents.document import Document
from detente.documents.tree import Tree

_RELATIVE = {"who", "which", "that", "whom"}
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_OBJECT_CONTROL = {
    "ask", "urge", "tell", "order", "force", "allow", "call", "press", "invite", "want", "request", "persuade",
    "encourage", "help", "enable", "require", "instruct", "authorize", "warn", "push", "expect",
}  # fmt: skip
_NO_VERB_HEAD = ("aux", "auxpass")


class Preposition(NamedTuple):
    """A phrase that hangs on a verb or noun: its preposition (lower case) and the heads of what it governs."""

    word: str
    token: int
    objects: tuple[int, ...]


class Clause(NamedTuple):
    """A verb with its arguments, each as head tokens; lists are taken apart.

    ``subjects`` are those who act: of a passive, the agents after "by". ``objects`` are those acted upon: of a
    passive, its grammatical subjects. ``complements`` are the verbs of clauses below ("said that X *went*").
    """

    verb: int
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    recipients: tuple[int, ...]
    attributes: tuple[int, ...]
    prepositions: tuple[Preposition, ...]
    complements: tuple[int, ...]
    particles: tuple[str, ...]
    passive: bool

    def after(self, *words: str) -> tuple[int, ...]:
        """Give the heads governed by these prepositions."""
        return tuple(head for prep in self.prepositions if prep.word in words for head in prep.objects)


def clauses(document: Document) -> Iterator[Clause]:
    """Give the clause of every verb, in the order of the text."""
    tree = document.tree
    for token in tree.tokens:
        if token.pos in ("VERB", "AUX") and token.dep not in _NO_VERB_HEAD:
            yield clause(tree, token.i)


def clause(tree: Tree, verb: int) -> Clause:
    """Give the clause of one verb."""
    passive = bool(tree.children(verb, "nsubjpass", "auxpass")) or _is_reduced_passive(tree, verb)
    grammatical = subjects_of(tree, verb)
    agents = _expand(tree, (head for by in tree.children(verb, "agent") for head in tree.children(by, "pobj")))
    objects = _expand(tree, (_antecedent(tree, child) for child in tree.children(verb, "dobj")))
    return Clause(
        verb=verb,
        subjects=agents if passive else grammatical,
        objects=(*grammatical, *objects) if passive else objects,
        recipients=_expand(tree, tree.children(verb, "dative")),
        attributes=_expand(tree, tree.children(verb, "attr", "acomp", "oprd")),
        prepositions=tuple(prepositions(tree, verb)),
        complements=tree.children(verb, "ccomp", "xcomp"),
        particles=tuple(tree[child].lemma for child in tree.children(verb, "prt")),
        passive=passive,
    )


def subjects_of(tree: Tree, verb: int, depth: int = 6) -> tuple[int, ...]:  # noqa: PLR0911 - one return a construction
    """Give the grammatical subjects of a verb, borrowed from another verb or noun where it has none of its own."""
    own = [child for child in tree.children(verb, *_SUBJECTS) if tree[child].lemma != "there"]
    own = own or [child for aux in tree.children(verb, "aux") for child in tree.children(aux, "nsubj")]
    if own:
        return _expand(tree, (_antecedent(tree, child) for child in own))
    token, head = tree[verb], tree[tree[verb].head]
    if token.tag in ("VBD", "VBZ") and tree[verb - 1].pos in ("NOUN", "PROPN") and tree[verb - 1].head < verb - 1:
        return tree.conjuncts(verb - 1)  # the parser took the subject for an apposition to what stands before it
    if depth == 0 or head.i == verb:
        return ()
    if token.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        return tree.conjuncts(head.i) if token.tag in ("VBN", "VBG") else ()
    if token.dep == "xcomp" and head.lemma in _OBJECT_CONTROL and tree.children(head.i, "dobj"):
        return _expand(tree, tree.children(head.i, "dobj"))
    if token.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and not (token.dep == "ccomp" and token.tag == "VBZ"):
        while head.pos in ("ADP", "SCONJ", "NOUN", "ADJ") and head.head != head.i:
            if head.pos == "NOUN" and (owner := tree.child(head.i, "poss")) is not None:
                return _expand(tree, (owner,))
            head = tree[head.head]
        return subjects_of(tree, head.i, depth - 1) if head.pos in ("VERB", "AUX") else ()
    return ()


def prepositions(tree: Tree, head: int) -> Iterator[Preposition]:
    """Give the prepositional phrases that hang on a verb or noun, chains such as "out of" joined."""
    for child in tree.children(head, "prep", "agent", "dative"):
        if tree[child].pos not in ("ADP", "SCONJ", "VERB", "ADV"):
            continue
        objects = _expand(tree, tree.children(child, "pobj", "pcomp"))
        yield Preposition(tree[child].text.lower(), child, objects)
        for below in (*tree.children(child, "prep"), *tree.children(child, "conj")):
            if tree[below].pos == "ADP":
                yield Preposition(tree[below].text.lower(), below, _expand(tree, tree.children(below, "pobj", "pcomp")))


def owners(tree: Tree, noun: int) -> tuple[int, ...]:
    """Give those to whom a noun belongs: "Peru's policy", "the policy of Peru and Chile"."""
    of = (head for prep in prepositions(tree, noun) if prep.word == "of" for head in prep.objects)
    return (*_expand(tree, tree.children(noun, "poss")), *of)


def _is_reduced_passive(tree: Tree, verb: int) -> bool:
    """Say whether this is "measures *applied* by the United States"."""
    token = tree[verb]
    if token.tag != "VBN" or tree.children(verb, "aux", "dobj"):
        return False
    if token.dep == "conj" and not tree.children(verb, "nsubj"):  # "was arrested and *jailed*"
        return bool(tree.children(token.head, "nsubjpass", "auxpass"))
    return token.dep in ("acl", "advcl", "amod", "pcomp")


def _antecedent(tree: Tree, child: int) -> int:
    """Give the noun for which a relative pronoun stands, else the token itself."""
    token = tree[child]
    if token.lemma not in _RELATIVE or token.tag not in ("WP", "WDT", "DT", "IN"):
        return child
    verb = next((v for v in (token.head, *tree.heads(token.head)) if tree[v].dep == "relcl"), None)
    return tree[verb].head if verb is not None else child


def _expand(tree: Tree, heads: Iterator[int] | tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each for head in heads for each in tree.conjuncts(head)))
