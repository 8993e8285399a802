"""Verbs that alone tell of a change: "went over to the other camp", "warmed to the treaty", "its line has shifted"."""

from detente.claims.stance_told import Told, governed, named_in
from detente.claims.stance_verbs import is_infinitive
from detente.documents import Document, clause, owners, prepositions, subjects_of
from detente.lexicon import ChangeCue, stance_cues


def over(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "has gone over to the other camp", "came round to the view of Chile"."""
    tree = document.tree
    found = clause(tree, verb)
    beside = {tree[c].text.lower() for c in tree.children(verb, "prt", "advmod", "prep")}
    below = governed(tree, found, cue.after)
    below = (*below, *(o for p in tree.children(verb, "prep") for q in prepositions(tree, p) for o in q.objects))
    sides = [o for o in below if tree[o].lemma in cue.policies]
    if tree[verb].pos != "VERB" or not sides or not found.subjects or (cue.particle and cue.particle not in beside):
        return None
    return Told(cue, verb, verb, found.subjects, named_in(document, tree.subtree(sides[0]), found.subjects))


def about(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "has warmed to the treaty", "turned against the levy", "backed down over the levy"."""
    tree = document.tree
    if tree[verb].pos != "VERB" or tree[verb].tag in ("VB", "VBG") or tree.children(verb, "dobj"):
        return None
    if cue.particle and cue.particle not in (
        tree[c].text.lower() for c in tree.children(verb, "prt", "advmod", "prep")
    ):
        return None
    found = clause(tree, verb)
    below = [o for o in governed(tree, found, cue.after) if o > verb and tree[o].pos in ("NOUN", "PROPN", "VERB")]
    if not below or not found.subjects or found.passive:
        return None
    named = named_in(document, tuple(t for o in below for t in tree.subtree(o)), found.subjects)
    given_up, taken = (below[0], None) if cue.policies else (None, below[0])
    return Told(cue, verb, verb, found.subjects, named, given_up=given_up, taken=taken)


def alone(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take what says by itself that somebody changed: "Peru has reconsidered", "has come round", "changed its mind"."""
    tree = document.tree
    found = clause(tree, verb)
    done = tree[verb].tag == "VBD" or any(tree[aux].lemma == "have" for aux in tree.children(verb, "aux"))
    beside = {tree[c].text.lower() for c in tree.children(verb, "prt", "advmod")}
    if tree[verb].pos != "VERB" or not done or found.passive or (cue.particle and cue.particle not in beside):
        return None
    objects = tree.children(verb, "dobj")
    if (any(tree[o].lemma not in cue.policies for o in objects)) or bool(objects) != bool(cue.policies):
        return None
    if tree.children(verb, "prep", "ccomp", "xcomp") or not found.subjects or not document.who(*found.subjects):
        return None
    return Told(cue, verb, verb, found.subjects, (), recent=True)


def coming(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "has come to support the treaty"."""
    tree = document.tree
    found = clause(tree, verb)
    perfect = any(tree[aux].lemma == "have" for aux in tree.children(verb, "aux"))
    below = [v for v in tree.children(verb, "advcl", "xcomp") if is_infinitive(tree, v) and tree[v - 1].head == v]
    sided = next((v for v in below if _takes_side(document, v)), None)
    if tree[verb].pos != "VERB" or not perfect or sided is None or not found.subjects:
        return None
    named = named_in(document, tree.subtree(sided), found.subjects)
    return Told(cue, verb, verb, found.subjects, named, taken=sided)


def _takes_side(document: Document, verb: int) -> bool:
    """Say whether a verb is one of attitude, no deed that somebody comes to do: "has come to *support*"."""
    cues = stance_cues(document.language).get(document.tree[verb].lemma, ())
    return any(c.pos == "verb" and c.holder == "subject" and "object" in c.object and not c.implied for c in cues)


def moved(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "the position of Peru on the treaty has shifted"."""
    tree = document.tree
    perfect = any(tree[aux].lemma == "have" for aux in tree.children(verb, "aux"))
    if tree[verb].pos != "VERB" or tree.children(verb, "dobj") or not (perfect or tree[verb].tag == "VBD"):
        return None
    nouns = [s for s in subjects_of(tree, verb) if tree[s].lemma in cue.policies and tree[s].head == verb]
    beside = tuple(c for n in nouns for c in tree.children(n, "amod", "compound") if document.who(c))
    holding = (*(o for n in nouns for o in owners(tree, n) if tree[o].lemma not in cue.policies), *beside)
    named = tuple(
        t for n in nouns for p in prepositions(tree, n) if p.word != "of" for o in p.objects for t in tree.subtree(o)
    )
    return Told(cue, verb, verb, holding[:1], named_in(document, named, holding)) if holding else None
