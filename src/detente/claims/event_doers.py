"""Whose deed the words around a noun or verb tell: its owner, who answers for it, at whose hands it is suffered."""

from collections.abc import Iterator

from detente.documents import Clause, Document, Tree, owners
from detente.lexicon import event_words

_NOUNS = ("NN", "NNP", "NNS", "NNPS")


def hands(tree: Tree, around: Clause) -> Iterator[int]:
    """Give at whose hands somebody suffers: "were beaten *at the hands of the police*"."""
    for hand in around.after("at"):
        if tree[hand].lemma.lower() == "hand":
            yield from owners(tree, hand)


def owners_of(tree: Tree, noun: int) -> Iterator[int]:
    """Give whose deed a noun tells: "*Iran*'s war", "hold *Iran* accountable for its war", "for the war"."""
    owned = owners(tree, noun)[: len(tree.children(noun, "poss"))]
    first = noun
    while (
        not tree.children(first, "poss", "det") and tree[first].dep == "conj" and tree[tree[first].head].pos == "NOUN"
    ):
        first = tree[first].head  # "*Iran*'s raids and killings"
    if first != noun and not owned:
        owned = owners(tree, first)[: len(tree.children(first, "poss"))]
    above = tree[tree[noun].head]
    if not owned and tree[above.head].pos == "ADJ":
        yield from _answering(tree, noun)
    elif not owned and above.text.lower() == "of" and tree[above.head].pos == "NOUN":  # "*Iran*'s war of conquest"
        yield from owners_of(tree, above.head)
    for owner in owned:
        tags = _NOUNS if tree[owner].text.lower() == "their" else _NOUNS[:2]
        named = _answering(tree, noun) if tree[owner].tag == "PRP$" else ()
        yield from tuple(head for head in named if tree[head].tag in tags) or (owner,)


def _answering(tree: Tree, noun: int) -> tuple[int, ...]:
    """Give who answers for a deed: "hold *Iran* accountable for the war", "blamed *Iran* for its war"."""
    word = tree[tree[noun].head]
    if tree[noun].dep != "pobj" or word.text.lower() != "for":
        return ()
    verb = tree[word.head]
    named: tuple[int, ...] = ()
    if verb.pos == "ADJ":
        named, verb = tree.children(verb.i, "nsubj"), tree[verb.head]
    named = named or tree.children(verb.i, "dobj")
    return tuple(head for head in named if tree[head].tag in _NOUNS) if verb.pos == "VERB" else ()


def issuers_around(tree: Tree, told: int, subjects: tuple[int, ...]) -> Iterator[int]:
    """Give whose text speaks: "*Peru* issued a statement criticising", but not "Peru saw the shells that killed"."""
    for head in subjects:
        verb = tree[head].head
        participle = any(told in tree.subtree(below) for below in tree.children(head, "acl"))
        if tree[head].dep == "dobj" and tree[verb].pos == "VERB" and participle:
            yield from tree.children(verb, "nsubj")


def doers_below(document: Document, noun: int) -> Iterator[int]:
    """Give who did what a noun tells, by a participle below it: "the crimes committed *by Iran*"."""
    tree, harming = document.tree, event_words(document.language)["harming"]
    for verb in tree.children(noun, "acl"):
        if tree[verb].lemma in harming:  # "the principles *threatened* by Iran" are not its own
            continue
        for by in tree.children(verb, "agent"):
            yield from (each for doer in tree.children(by, "pobj") for each in tree.conjuncts(doer))
