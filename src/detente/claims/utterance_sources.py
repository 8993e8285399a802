"""Who speaks and by which words: the subject of a reporting verb, and the verb group."""

from detente.documents import subjects_of
from detente.documents.tree import Tree


def source_of(tree: Tree, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the tokens of the phrase that names who speaks and its head tokens; nothing where nobody is named."""
    passive = tree.child(verb, "nsubjpass", "auxpass") is not None
    if passive:
        agents = tuple(head for by in tree.children(verb, "agent") for head in tree.children(by, "pobj"))
        return (_phrase(tree, agents, verb), agents) if agents else ((), ())
    if tree[verb].tag == "VBN" and not tree.children(verb, "aux", "nsubj") and tree.child(verb, "agent") is None:
        return (), ()
    own = tree.children(verb, "nsubj")
    if own:
        if tree[own[0]].lemma in ("it", "there") and tree[verb].lemma == "be":
            return (), ()
        return _phrase(tree, own, verb), subjects_of(tree, verb)
    above = tree[verb].head
    if tree[verb].dep == "conj" and tree[above].dep == "ccomp" and verb in stolen(tree, tree[above].head, above):
        return source_of(tree, tree[above].head)
    heads = subjects_of(tree, verb)
    return _phrase(tree, heads, verb), heads


def _phrase(tree: Tree, heads: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """Give the tokens under these heads, without the branch in which the verb stands."""
    found: set[int] = set()
    above = {verb, *tree.heads(verb)}
    for head in heads:
        stack = [head]
        while stack:
            i = stack.pop()
            found.add(i)
            stack.extend(child for child in tree.children(i) if child not in above and child not in found)
    return tuple(sorted(found))


def cue_of(tree: Tree, verb: int, second: int) -> tuple[int, ...]:
    """Give the tokens of the cue: the verb with its auxiliaries, negation, particle and the adverbs between them."""
    found = {verb, second}
    near = tree.children(verb, "aux", "auxpass", "neg", "advmod", "prt")
    i = verb - 1
    while i in near:
        found.add(i)
        i -= 1
    i = verb + 1
    while i in near and tree[i].dep in ("prt", "neg"):
        found.add(i)
        i += 1
    while tree[min(found)].dep == "advmod" and tree[min(found)].tag == "WRB":
        found.discard(min(found))
    return tuple(sorted(found))


def stolen(tree: Tree, verb: int, content: int) -> tuple[int, ...]:
    """Give verbs that the parser has joined to the content although they go on from the cue.

    "He said that he will stay and insisted that ...": a past tense without a subject of its own after "will".
    """
    if tree[verb].tag != "VBD" or _tense(tree, content) == "VBD":
        return ()
    return tuple(
        each
        for each in tree.children(content, "conj")
        if tree.child(each, "nsubj", "nsubjpass") is None and _tense(tree, each) == "VBD"
    )


def _tense(tree: Tree, verb: int) -> str:
    """Give the tag of the finite word of a verb group."""
    auxiliaries = tree.children(verb, "aux", "auxpass")
    return tree[auxiliaries[0] if auxiliaries else verb].tag
