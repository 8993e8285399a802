"""What a noun tells of those who take part: that it is people or bodies who act, others than its owners, or nobody."""

from detente.documents import Document, prepositions
from detente.lexicon import Agents, agents_by_noun, event_words

_BESIDE = ("amod", "compound", "nmod")


def is_money(document: Document, head: int) -> bool:
    """Say whether a number is one of a currency: "$2 *million*"."""
    return any(document.tree[child].tag == "$" for child in document.tree.children(head))


def agents_at(document: Document, head: int) -> Agents | None:
    """Give the entry of a noun for people or bodies that act: "riot police", "the Chadian opposition party"."""
    tree = document.tree
    before = {tree[child].lemma.lower() for child in tree.children(head, *_BESIDE)}
    known, word = agents_by_noun(document.language), tree[head].lemma.lower()
    if tree[head].tag == "NNPS":  # "our *Allies*"
        one = one_of(word)
        word = one if one in event_words(document.language)["apart"] else word
    return next((entry for needed, entry in known.get(word, ()) if needed <= before), None)


def one_of(plural: str) -> str:
    """Give the singular of a regular plural that the parser takes for a name: "Allies"."""
    return f"{plural.removesuffix('ies')}y" if plural.endswith("ies") else plural.removesuffix("s")


def is_facing(document: Document, noun: int) -> bool:
    """Say whether a noun only makes a preposition of two: "in the *face* of", "in the *wake* of"."""
    tree, facing = document.tree, event_words(document.language)["facing"]
    preceded = tree[noun].dep == "pobj" and tree[tree[noun].head].text.lower() == "in"
    return preceded and tree[noun].lemma in facing and bool(prepositions(tree, noun))


def is_other(document: Document, noun: int) -> bool:
    """Say whether a noun is for others than those whose they are: "our *allies*", "*neighbours* of Chad"."""
    tree, apart = document.tree, event_words(document.language)["apart"]
    owned = tree.children(noun, "poss") or any(each.word == "of" for each in prepositions(tree, noun))
    return bool(owned) and tree[noun].lemma.lower() in apart
