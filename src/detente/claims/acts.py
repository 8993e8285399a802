"""Deeds and attitudes that are no speech: "recalled its ambassador" is one, "recalled that it had warned" is none."""

from detente.documents import Document
from detente.lexicon import Act, acts

_CLAUSES = ("ccomp",)
_WISHES = ("ccomp", "xcomp")


def act_at(document: Document, verb: int) -> Act | None:
    """Give the entry of act_verbs.yaml by which a verb tells a deed; None where a clause follows it."""
    tree = document.tree
    act = acts(document.language).get(tree[verb].lemma) if tree[verb].pos == "VERB" else None
    if act is None or tree.child(verb, *(_WISHES if act.wishing else _CLAUSES)) is not None:
        return None
    return act
