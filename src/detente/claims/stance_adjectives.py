"""Words of attitude that are adjectives: "opposed to", "it is vital that", "the illegal annexation"."""

from detente.claims.stance_called import called
from detente.claims.stance_found import Found
from detente.claims.stance_policies import COPULAS
from detente.claims.stance_verbs import is_infinitive, joined, judged_by
from detente.documents import Document, prepositions, subjects_of
from detente.lexicon import StanceCue


def adjective(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Find who has the attitude of an adjective, and towards what."""
    tree = document.tree
    token = tree[word]
    participle = token.pos == "VERB"
    if participle and (token.tag not in ("VBN", "VBD") or tree.children(word, "dobj", "aux")):
        return None
    if participle and tree.children(word, "agent") and "by" not in cue.object:
        return None
    alone = participle and token.dep not in ("acomp", "oprd", "attr")
    verb = word if alone else next((h for h in tree.heads(word) if tree[h].pos in ("VERB", "AUX")), word)
    described = (token.head,) if token.dep in ("amod", "acl", "relcl") and tree[token.head].pos != "AUX" else ()
    if cue.holder == "speaker" and (judged := called(document, word, cue)):
        return judged
    if cue.holder == "speaker" and not cue.attribute and token.dep == "amod" and tree[token.head].dep == "attr":
        copula = tree[token.head].head
        if tree[copula].lemma in COPULAS and tree[copula].dep not in ("relcl", "acl"):
            return Found(cue, word, copula, (), judged_by(tree, copula, word, cue))
    if token.dep == "amod" and cue.attribute and tree[token.head].pos in ("NOUN", "PROPN"):
        return Found(cue, word, token.head, (), (token.head,))
    if token.dep == "amod" or (token.dep not in ("acomp", "conj", "acl", "oprd", "attr") and not participle):
        return None
    auxiliary = tree.child(verb, "auxpass")
    subjects = described or subjects_of(tree, verb) or (subjects_of(tree, auxiliary) if auxiliary is not None else ())
    if cue.holder == "speaker":
        said = token.dep == "acomp" and tree[verb].lemma in COPULAS and tree[verb].dep not in ("relcl", "acl")
        return Found(cue, word, verb, (), judged_by(tree, verb, word, cue)) if said else None
    phrases = [*prepositions(tree, word), *(prepositions(tree, verb) if verb != word else ())]
    for slot in cue.object:
        objects = tuple(head for prep in phrases if prep.word == slot for head in prep.objects)
        if slot == "that":
            objects = tree.children(word, "ccomp")
        if slot == "infinitive":
            objects = joined(tree, tuple(v for v in tree.children(word, "xcomp") if is_infinitive(tree, v)))
        if objects:
            return Found(cue, word, verb, subjects, objects)
    return None
