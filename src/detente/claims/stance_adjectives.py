"""Words of attitude that are adjectives: "opposed to", "it is vital that", "the illegal annexation"."""

from detente.claims.stance_called import called
from detente.claims.stance_found import Found
from detente.claims.stance_policies import COPULAS
from detente.claims.stance_verbs import is_infinitive, joined, judged_by
from detente.documents import Document, owners, prepositions, subjects_of
from detente.lexicon import StanceCue, carriers

_SAID = ("acomp", "conj", "acl", "oprd", "attr", "ccomp")
"""How an adjective hangs on what says it of somebody: "is *ready*", "declared itself *ready*"."""


def adjective(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Find who has the attitude of an adjective, and towards what."""
    return _judged(document, word, cue) if cue.holder == "speaker" else _felt(document, word, cue)


def _judged(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take what the speaker, or who calls it so, thinks of something: "is vital", "the brutal war"."""
    tree = document.tree
    token = tree[word]
    if token.pos == "VERB" and not _is_participle(document, word):
        return None
    given = called(document, word, cue) if not cue.attribute else None
    if given or cue.given:
        return given
    if cue.attribute:
        named = token.dep == "amod" and tree[token.head].pos in ("NOUN", "PROPN")
        return Found(cue, word, token.head, (), (token.head,)) if named else None
    if token.pos == "VERB" and tree.child(word, "auxpass") is not None:
        return Found(cue, word, word, (), subjects_of(tree, word))  # "is needed"
    part = token.dep == "amod" and tree[token.head].dep == "attr"
    verb = tree[tree[token.head].head].i if part else tree[token.head].i
    said = part or token.dep == "acomp"
    if not said or tree[verb].lemma not in COPULAS or tree[verb].dep in ("relcl", "acl"):
        return None
    return Found(cue, word, verb, (), judged_by(tree, verb, word, cue))


def _is_participle(document: Document, word: int) -> bool:
    """Say whether a verb's form describes like an adjective, with nobody who acts."""
    token = document.tree[word]
    return token.tag in ("VBN", "VBD") and not document.tree.children(word, "dobj", "aux", "agent")


def _felt(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take what somebody is: "is opposed to", "is concerned by", "determined to"."""
    tree = document.tree
    token = tree[word]
    if token.tag == "VBG" and token.dep != "acomp":
        return None
    if token.pos == "VERB" and (token.tag not in ("VBN", "VBD", "VBG") or tree.children(word, "dobj", "aux")):
        return None
    acted = token.pos == "VERB" and bool(tree.children(word, "agent")) and "by" not in cue.object
    if acted or token.dep == "amod" or (token.pos != "VERB" and token.dep not in _SAID):
        return None
    joined_on = token.dep == "conj" and tree[token.head].dep == "acomp"  # "united and determined"
    alone = token.pos == "VERB" and token.dep not in ("acomp", "oprd", "attr") and not joined_on
    verb = word if alone else next((h for h in tree.heads(word) if tree[h].pos in ("VERB", "AUX")), word)
    about = tuple(each for each in subjects_of(tree, verb) if tree[each].lemma in cue.subjects)
    if cue.subjects and not about:
        return None
    holding = tuple(o for each in about for o in owners(tree, each)) if about else _holders(document, word, verb)
    for slot in cue.object:
        if objects := _objects(document, word, verb, slot) or _below_subjects(document, about, slot):
            return Found(cue, word, verb, holding, objects, voiced=bool(about))
    return None


def _below_subjects(document: Document, subjects: tuple[int, ...], slot: str) -> tuple[int, ...]:
    """Give what stands below the subject of a phrase: "the door *to talks* is closed"."""
    phrases = (prep for each in subjects for prep in prepositions(document.tree, each))
    return tuple(head for prep in phrases if prep.word == slot for head in prep.objects)


def _holders(document: Document, word: int, verb: int) -> tuple[int, ...]:
    tree, token = document.tree, document.tree[word]
    if token.dep in ("acl", "relcl") and tree[token.head].pos != "AUX":
        return (token.head,)
    auxiliary = tree.child(verb, "auxpass")
    return subjects_of(tree, verb) or (subjects_of(tree, auxiliary) if auxiliary is not None else ())


def _objects(document: Document, word: int, verb: int, slot: str) -> tuple[int, ...]:
    tree = document.tree
    if slot == "that":
        return tree.children(word, "ccomp")
    if slot == "infinitive":
        return joined(tree, tuple(v for v in tree.children(word, "xcomp") if is_infinitive(tree, v)))
    if slot == "sight":
        known = carriers(document.language)
        seen = (v for v in tree.children(word, "xcomp") if is_infinitive(tree, v) and (tree[v].lemma, "sees") in known)
        return tuple(below for v in seen for below in (*tree.children(v, "ccomp", "dobj"),))
    phrases = [*prepositions(tree, word), *(prepositions(tree, verb) if verb != word else ())]
    return tuple(head for prep in phrases if prep.word == slot for head in prep.objects)
