"""The office that a sentence says somebody holds, by which his name is known for a person's."""

from collections.abc import Mapping

from detente.documents.tree import Tree
from detente.lexicon import NameWord
from detente.text import fold


def said_title(tree: Tree, titles: Mapping[str, NameWord], i: int) -> NameWord | None:
    """Give the office that the name ending at a token is said to hold: "Soto has been *secretary* of state".

    Only one without an article counts: a firm may be "a leader".
    """
    above = tree[i].head
    if tree[i].dep != "nsubj" or tree[above].lemma != "be":
        return None
    bare = (each for each in tree.children(above, "attr") if not tree.children(each, "det", "poss", "nummod"))
    return next((found for each in bare if (found := titles.get(fold(tree[each].lemma)))), None)
