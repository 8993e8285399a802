"""What somebody is called: "called the decision regrettable", "described the attack as a crime"."""

from detente.claims.stance_found import Found
from detente.documents import Document, clause
from detente.lexicon import StanceCue, carriers


def called(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take an adjective or noun that somebody is given; the parser may hang the adjective on its noun."""
    tree, known = document.tree, carriers(document.language)
    token, above = tree[word], tree[tree[word].head]
    behind = token.dep == "amod" and above.i < word
    if behind or token.dep in ("oprd", "attr") or (token.dep == "ccomp" and token.pos in ("ADJ", "NOUN")):
        verb = tree[above.i].head if behind else above.i
        role = known.get((tree[verb].lemma, "calls"))
    elif token.dep in ("pobj", "amod", "pcomp") and (hung := _after_as(document, word)) is not None:
        verb = hung
        role = known.get((tree[verb].lemma, "describes"))
    else:
        return None
    if role is None or tree[verb].pos != "VERB":
        return None
    found = clause(tree, verb)
    small = tree.children(word, "nsubj") if token.dep == "ccomp" else ()
    objects = small or tuple(o for o in found.objects if o < word)
    name = (f"stance_carriers/{role.id}",)
    return Found(cue, word, verb, found.subjects, objects, carriers=name) if objects and found.subjects else None


def _after_as(document: Document, word: int) -> int | None:
    """Give the verb of "described it as reckless", where "as" hangs on the verb or on its object."""
    tree = document.tree
    head = tree[word].head if tree[word].dep == "amod" else word
    marker = tree[head] if tree[head].text.lower() == "as" else tree[tree[head].head]
    if marker.text.lower() != "as":
        return None
    above = tree[marker.head]
    return above.head if above.dep in ("dobj", "nsubjpass") else above.i
