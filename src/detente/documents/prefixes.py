"""Words that the parser breaks: the verb after "co-" ("co-chaired"), and "Under" before a secretary's name.

It takes the prefix for a word of its own, upon which it hangs who acts; and "Under" for a preposition.
"""

from detente.documents.tree import Token, Tree

_PREFIX, _HYPHEN = "co", "-"
_VERBS = ("VERB", "AUX")
_NAMES = ("compound", "nmod", "amod")


def mended(tree: Tree, token: Token) -> dict[int, Token]:
    """Give the tokens that are others where a word was broken at this one; none where none was."""
    if token.text.lower() == _PREFIX and token.i + 2 < len(tree) and tree[token.i + 1].text == _HYPHEN:
        return _prefixed(tree, token, tree[token.i + 2])
    follows = token.i + 1 < len(tree)
    if token.text == "Under" and token.dep == "conj" and follows and tree[token.i + 1].text == "Secretary":
        return _under(tree, token)
    return {}


def _prefixed(tree: Tree, prefix: Token, verb: Token) -> dict[int, Token]:
    """Give the verb what the parser gave to its prefix: "will *co*-chair", "Ann Lee *co*-chaired"."""
    if verb.pos not in _VERBS and prefix.pos not in _VERBS:
        return {}
    if prefix.pos in ("NOUN", "PROPN") and prefix.head != verb.i and verb.i not in tree.heads(prefix.i):
        return {}
    broken = (prefix.i, prefix.i + 1)
    changed = {i: tree[i]._replace(dep="dep", head=verb.i) for i in broken}
    names = [i for i in tree.children(prefix.i, *_NAMES) if i < prefix.i]
    if prefix.pos in ("NOUN", "PROPN"):
        if not names:
            return {}
        actor = names[-1]
        changed[actor] = tree[actor]._replace(dep=prefix.dep, head=prefix.head)
        others = [i for i in tree.children(prefix.i) if i not in (actor, *broken, verb.i)]
        return changed | {i: tree[i]._replace(head=actor if i < prefix.i else verb.i) for i in others}
    whole = verb._replace(pos="VERB", tag=verb.tag if verb.pos in _VERBS else prefix.tag)
    if verb.i not in tree.heads(prefix.i):
        whole = whole._replace(dep=prefix.dep, head=verb.i if prefix.head == prefix.i else prefix.head)
    changed[verb.i] = whole
    below = (i for part in broken for i in tree.children(part) if i not in (*broken, verb.i))
    objects = [i for i in tree.children(verb.i, "nsubj") if i > verb.i]
    changed |= {i: tree[i]._replace(dep="dobj") for i in objects}
    return changed | {i: tree[i]._replace(head=verb.i) for i in below}


def _under(tree: Tree, word: Token) -> dict[int, Token]:
    """Give an Under Secretary the place in a list that the parser gave to the first word of her title."""
    name = tree.child(word.i, "pobj")
    if name is None:
        return {}
    changed = {name: tree[name]._replace(dep=word.dep, head=word.head)}
    changed[word.i] = word._replace(dep="compound", head=name, pos="PROPN", tag="NNP")
    below = (i for i in tree.children(word.i) if i != name)
    return changed | {i: tree[i]._replace(head=name) for i in below}
