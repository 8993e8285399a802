"""Mistakes that the parser is known to make, set right in the tree before anybody walks on it.

Words that it breaks are mended in ``prefixes.py``; here stand seven others: a preposition left without the words after
it ("call *on* all sides"), a list that is broken off ("call
on the mission, *the council*, and others"), a list of names taken for an apposition ("Canada, *Mexico*, and Chile"),
"other" people joined to a body that stands nearer than their like ("officials of the mission and *other diplomats*"),
a noun joined to the verb before it ("met officials, and *envoys*"), the first of two with titles taken for a part
of the second ("Minister *Ann Lee* and State Secretary Bo Holm met"), and somebody who is only addressed taken for the
subject ("*Ann*, Peru has been patient").
"""

from collections.abc import Iterable, Mapping, Sequence

from detente.documents.document import Entity
from detente.documents.prefixes import mended
from detente.documents.tree import Token, Tree

_GOVERNING = ("in", "on", "at", "with", "to", "from", "for", "upon", "against")
_BELOW = ("pobj", "pcomp", "prep", "conj")
_LISTED = ("PERSON", "GPE")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj")
_WITHIN = ("appos", "compound", "nmod", "dep", "npadvmod")
_BODIES = ("GPE", "ORG", "NORP")
_PLURALS = ("NNS", "NNPS")
_OF_CLAUSES = ("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "mark")


def repaired(tokens: Sequence[Token], entities: Iterable[Entity]) -> Tree:
    """Give the tree of tokens, with the names that the parser saw in them, after its known mistakes.

    A repair after which the words would hang in the air, each upon the other, is left out.
    """
    tree = Tree(tuple(tokens))
    labels = {i: entity.label for entity in entities for i in range(entity.first, entity.last)}
    changed: dict[int, Token] = {}
    for token in tree.tokens:
        if (repair := _repair(tree, token, labels)) and _is_rooted(tree, changed | repair, repair):
            changed |= repair
    return Tree(tuple(changed.get(token.i, token) for token in tree.tokens)) if changed else tree


def _repair(tree: Tree, token: Token, labels: Mapping[int, str]) -> dict[int, Token]:
    """Give the tokens that are others where the parser was mistaken about this one."""
    if broken := mended(tree, token):
        return broken
    if token.dep == "prep":
        return _governing(tree, token)
    if token.dep == "nsubj" and (subject := _after_address(tree, token, labels)) is not None:
        addressed = token._replace(dep="dep")
        return {token.i: addressed, subject: tree[subject]._replace(dep="nsubj", head=token.head)}
    moved = _moved(tree, token, labels)
    if moved == token and token.dep in _ARGUMENTS and labels.get(token.i) == "PERSON":
        return _titled(tree, token, labels)
    return {token.i: moved} if moved != token else {}


def _after_address(tree: Tree, name: Token, labels: Mapping[int, str]) -> int | None:
    """Give the state or body that the parser took for an apposition to a person addressed before it.

    An apposition would be closed by a comma: "Ann, a judge, has been patient", but "Ann, *Peru* has been patient".
    """
    subject = tree.child(name.i, "appos")
    if subject is None or labels.get(name.i) != "PERSON" or labels.get(subject) not in _BODIES:
        return None
    end = max(tree.subtree(subject)) + 1
    opened = tree[min(tree.subtree(subject)) - 1].text == ","
    return subject if opened and end < len(tree) and tree[end].pos in ("AUX", "VERB") else None


def _moved(tree: Tree, token: Token, labels: Mapping[int, str]) -> Token:
    """Give a token as it is where it alone was mistaken, else as it was."""
    if token.dep == "prt" and tree.children(token.i, "pobj"):
        return token._replace(dep="prep")  # "called *on* them", taken for "called it off"
    if token.dep == "dobj" and (first := _begun(tree, token)) is not None:
        return token._replace(dep="conj", head=first)
    if token.dep == "appos" and _is_listed(tree, token, labels):
        return token._replace(dep="conj")
    if token.dep == "conj" and (like := _like(tree, token)) is not None:
        return token._replace(head=like)
    return token


def _is_rooted(tree: Tree, changed: Mapping[int, Token], among: Iterable[int]) -> bool:
    """Say whether the ways up from some tokens end at a root, and do not lead round."""
    for i in among:
        passed = set()
        while (head := changed.get(i, tree[i]).head) != i:
            if i in passed:
                return False
            passed.add(i)
            i = head  # noqa: PLW2901 - a way begins here
    return True


def _governing(tree: Tree, prep: Token) -> dict[int, Token]:
    """Give a preposition without an object the phrase right after it, which the parser gave to the verb."""
    if prep.text.lower() not in _GOVERNING or prep.pos != "ADP" or tree.children(prep.i, *_BELOW):
        return {}
    for noun in tree.children(prep.head, "dobj", "nsubj"):
        if noun < prep.i or min(tree.subtree(noun)) != prep.i + 1:
            continue
        governed = {noun: tree[noun]._replace(dep="pobj", head=prep.i)}
        if tree[noun].dep == "dobj":
            return governed
        subject = tree.child(noun, "appos")  # "while in *Rome*, *Ms Holm* will meet them"
        if subject is None or tree[subject].i > prep.head:
            return {}
        moved = (child for child in tree.children(noun, "cc", "conj") if child > subject)
        governed[subject] = tree[subject]._replace(dep="nsubj", head=prep.head)
        return governed | {child: tree[child]._replace(head=subject) for child in moved}
    return {}


def _begun(tree: Tree, noun: Token) -> int | None:
    """Give the noun with which a list begins that goes on, after a comma, with what the parser took for an object."""
    comma = min(tree.subtree(noun.i)) - 1
    if comma < 1 or tree[comma].text != "," or noun.head > comma:
        return None
    for prep in tree.children(noun.head, "prep"):
        governed = tree.child(prep, "pobj")
        if governed is not None and noun.head < prep < comma and max(tree.subtree(prep)) == comma - 1:
            return governed
    return None


def _is_listed(tree: Tree, name: Token, labels: Mapping[int, str]) -> bool:
    """Say whether a name after a comma is one of a list that goes on with ", and": of people, or of states."""
    label = labels.get(name.i)
    comma = min(tree.subtree(name.i)) - 1
    if label not in _LISTED or labels.get(name.head) != label or tree[comma].text != ",":
        return False
    first = tree[name.head]
    joined = (c for head in (name.i, first.i) for c in tree.children(head, "conj"))
    last = next((c for c in (*joined, *tree.children(first.head, first.dep)) if c > name.i), None)
    if last is None or labels.get(last) != label:
        return False
    joint = min(tree.subtree(last)) - 1
    return tree[joint].dep == "cc" and tree[joint - 1].text == ","


def _like(tree: Tree, token: Token) -> int | None:
    """Give the plural to which "other" people belong, where they were joined to a single body that stands nearer.

    A noun that was joined to a verb goes on with what that governs: "met *officials* of Mali, and envoys of Togo".
    """
    near = tree[token.head]
    if near.pos == "VERB" and token.pos == "NOUN" and not tree.children(token.i, *_OF_CLAUSES):
        below = (i for prep in tree.children(near.i, "prep") for i in tree.children(prep, "pobj"))
        told = (i for i in (*tree.children(near.i, "dobj"), *below) if near.i < i < token.i)
        return max((i for i in told if tree[i].pos == "NOUN"), default=None)
    others = any(tree[child].text.lower() == "other" for child in tree.children(token.i, "amod"))
    if not others or token.tag not in _PLURALS or near.tag in _PLURALS:
        return None
    above = near
    while above.dep in ("pobj", "prep", "conj") and above.head != above.i:
        above = tree[above.head]
        if above.pos == "NOUN" and above.tag in _PLURALS:
            return above.i
    return None


def _is_of_title(token: Token, labels: Mapping[int, str]) -> bool:
    """Say whether a word may stand in a title: "Peruvian Vice President and Minister of Trade"."""
    return token.pos == "PROPN" or token.text in ("of", "for", "and") or labels.get(token.i) == "NORP"


def _titled(tree: Tree, last: Token, labels: Mapping[int, str]) -> dict[int, Token]:
    """Give to the first of two people with titles the place that the parser gave to the second alone."""
    start = last.i
    while start > 0 and labels.get(start - 1) == "PERSON":
        start -= 1
    joint = start - 1
    while joint > 0 and labels.get(joint - 1) != "PERSON" and _is_of_title(tree[joint], labels):
        joint -= 1
    first = joint - 1
    if first < 0 or joint == start - 1 or tree[joint].text.lower() != "and" or labels.get(first) != "PERSON":
        return {}
    if tree[first].dep not in _WITHIN or first in tree.heads(last.i):
        return {}
    moved = {first: tree[first]._replace(dep=last.dep, head=last.head)}
    moved[last.i] = last._replace(dep="conj", head=first)
    moved[joint] = tree[joint]._replace(dep="cc", head=first)
    for i in range(joint + 1, start):  # the title of the second is his own
        if tree[i].head <= first or tree[i].dep == "conj":
            moved[i] = tree[i]._replace(dep="compound", head=last.i)
    before = first
    while before > 0 and tree[before - 1].head in (last.i, *range(before, first)) and tree[before - 1].pos == "PROPN":
        before -= 1
        if tree[before].head == last.i:
            moved[before] = tree[before]._replace(dep="compound", head=first)
    return moved
