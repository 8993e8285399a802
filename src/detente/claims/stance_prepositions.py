"""Prepositions that take a side: "is against the ban", "a policy of pressure"."""

from detente.claims.stance_found import Found
from detente.claims.stance_nouns import carried
from detente.claims.stance_policies import COPULAS, policy_holders
from detente.documents import Document, clause, subjects_of
from detente.lexicon import StanceCue, carriers

_SIDES = ("state", "bloc", "government", "party")


def preposition(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take "a policy against", "is against": a preposition that hangs on a noun of policy or on a copula."""
    tree, known = document.tree, carriers(document.language)
    first = word
    while tree[first].dep == "conj" and tree[tree[first].head].pos in ("ADP", "SCONJ"):
        first = tree[first].head
    above = tree[tree[first].head]
    objects = tuple(c for head in tree.children(word, "pobj", "pcomp") for c in tree.conjuncts(head))
    copula = above.lemma == "be" if cue.polarity == "for" else above.lemma in COPULAS
    if copula and above.pos in ("AUX", "VERB") and cue.words != ("of",):
        subjects = subjects_of(tree, above.i)
        sided = cue.polarity == "against" or any(_is_side(document, each) for each in subjects)
        return Found(cue, word, above.i, subjects, objects) if sided else None
    if cue.words == ("of",):
        return _course(document, cue, above.i, objects) if tree[word].head == above.i else None
    papers = (tree[each] for each in tree.children(above.i, "dobj") if each < word and above.pos == "VERB")
    above = next((each for each in papers if (each.lemma, "policy") in known), above)  # "filed a suit against"
    if above.pos == "NOUN" and (above.lemma, "policy") in known:
        names = (f"stance_carriers/{known[above.lemma, 'policy'].id}",)
        return Found(cue, word, above.i, policy_holders(document, above.i), objects, carriers=names)
    return None


def _is_side(document: Document, token: int) -> bool:
    """Say whether a word names a state or a body that can be "for" a thing, not a thing that is "for" somebody."""
    if document.tree[token].text in ("I", "We", "we"):
        return True
    known = (document.actor.get(who) for who in document.who(token))
    return any(actor is not None and actor.type in _SIDES for actor in known)


def _course(document: Document, cue: StanceCue, noun: int, objects: tuple[int, ...]) -> Found | None:
    """Take "a policy of pressure", given up where somebody pursues it no longer."""
    tree = document.tree
    carrier = carriers(document.language).get((tree[noun].lemma, "course"))
    if carrier is None:
        return None
    by = carried(document, noun)
    above = tree[noun].head
    longer = any(tree[adverb].text.lower() == "longer" for adverb in tree.children(above, "advmod"))
    verb = tree[above].head if tree[above].pos == "ADP" else above
    acting = clause(tree, verb).subjects if tree[verb].pos == "VERB" else ()
    holding = tuple(o for o in tree.children(noun, "poss") if tree[o].tag != "PRP$") or acting
    names = (f"stance_carriers/{carrier.id}",)
    return Found(cue, noun, noun, holding, objects, by.ended or longer, names)
