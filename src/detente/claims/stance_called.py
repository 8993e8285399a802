"""What somebody is called: "called the decision regrettable", "described the attack as a crime"."""

from detente.claims.stance_found import Found
from detente.documents import Document, clause
from detente.lexicon import StanceCue, carriers


def called(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take an adjective or noun that somebody is given; the parser may hang the adjective on its noun."""
    tree, known = document.tree, carriers(document.language)
    token, above = tree[word], tree[tree[word].head]
    behind = token.dep == "amod" and above.i < word and above.text.lower() != "as"
    hung = _after_as(document, word) if token.dep in ("pobj", "amod", "pcomp") and not behind else None
    if hung is not None:
        verb, role = hung, known.get((tree[hung].lemma, "describes"))
    else:
        verb = above.head if behind else above.i
        named = behind or token.dep in ("oprd", "attr") or (token.dep == "ccomp" and token.pos in ("ADJ", "NOUN"))
        named = named or _is_second(document, word)
        role = known.get((tree[verb].lemma, "calls")) if named else None
    if role is None or tree[verb].pos != "VERB":
        return None
    found = clause(tree, verb)
    small = tree.children(word, "nsubj") if token.dep == "ccomp" else ()
    objects = small or tuple(o for o in (*found.objects, *_referred(document, verb)) if o < word)
    name = (f"stance_carriers/{role.id}",)
    return Found(cue, word, verb, found.subjects, objects, carriers=name) if objects and found.subjects else None


def _referred(document: Document, verb: int) -> tuple[int, ...]:
    """Give what a verb that takes "to" refers to: "referred to the plan as a stunt", "which Peru refers to as"."""
    tree = document.tree
    found = clause(tree, verb)
    heads = found.after("to") if not found.objects else ()
    return tuple(tree[verb].head if tree[each].tag == "WDT" and tree[verb].dep == "relcl" else each for each in heads)


def _is_second(document: Document, word: int) -> bool:
    """Say whether a noun is what a relative pronoun before it is called: "the treaty, which Peru called a mistake"."""
    tree = document.tree
    return tree[word].dep == "dobj" and any(
        first < word and tree[first].tag == "WDT" for first in tree.children(tree[word].head, "dobj")
    )


def _after_as(document: Document, word: int) -> int | None:
    """Give the verb of "described it as reckless", where "as" hangs on the verb or on its object."""
    tree = document.tree
    head = tree[word].head if tree[word].dep == "amod" else word
    marker = tree[head] if tree[head].text.lower() == "as" else tree[tree[head].head]
    if marker.text.lower() != "as":
        return None
    above = tree[marker.head]
    return above.head if above.dep in ("dobj", "nsubjpass") else above.i
