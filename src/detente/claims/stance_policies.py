"""Whose policy, stance or statement a noun names."""

from detente.documents import Document, clause, owners, subjects_of

COPULAS = ("be", "remain", "stay", "become", "seem", "feel", "stand", "appear", "keep")
"""Verbs that say of their subject what stands behind them."""


def policy_holders(document: Document, noun: int) -> tuple[int, ...]:
    """Give those whose policy, stance or statement it is; the noun itself where the text does not say."""
    tree = document.tree
    above = tree[tree[noun].head]
    if found := owners(tree, noun):
        return found
    if tree[noun].dep == "attr" and above.lemma in COPULAS:
        return subjects_of(tree, above.i) or (noun,)
    if tree[noun].dep == "dobj" and above.pos == "VERB":
        return clause(tree, above.i).subjects or (noun,)
    return (noun,)
