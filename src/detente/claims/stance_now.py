"""Changes that an adverb tells beside an attitude: "no longer recognises", "now supports", "is now ready to sign"."""

from detente.claims.stance_told import Told, named_in
from detente.documents import Clause, Document, clause, owners, subjects_of
from detente.lexicon import ChangeCue, StanceCue, stance_cues


def adverb(document: Document, word: int, cue: ChangeCue) -> Told | None:
    """Take "no longer recognises", "now supports", "will no longer follow a policy of sanctions"."""
    tree = document.tree
    verb = tree[word].head
    if tree[word].dep != "advmod" or tree[verb].pos != "VERB" or not _is_beside(document, word, cue):
        return None
    found = clause(tree, verb)
    policies = [o for o in found.objects if tree[o].lemma in cue.policies]
    cues = stance_cues(document.language).get(tree[verb].lemma, ())
    sided = [each for each in cues if _is_sided(document, found, each)]
    dealt = tree[verb].lemma in cue.handling and bool(found.subjects)
    if not policies and not dealt and not any("object" in each.object or cue.before for each in sided):
        return None
    if not cue.before and tree[verb].tag not in ("VBZ", "VBP"):
        return None
    left = found.objects or (_left(document, found, sided) if cue.before else ())
    left = left or (tuple(s for c in found.complements for s in tree.children(c, "nsubj")) if dealt else ())
    if not left:
        return None
    below = tuple(t for o in left for t in tree.subtree(o))
    named = named_in(document, below, found.subjects)
    voiced = found.passive and not found.subjects and bool(cue.before)  # "is no longer sought"
    told = bool(found.objects) and not (voiced or dealt)
    given_up = policies[0] if policies else None if told else left[0]
    return Told(cue, verb, verb, found.subjects, named, given_up=given_up, by_speaker=voiced)


def _is_sided(document: Document, found: Clause, cue: StanceCue) -> bool:
    """Say whether a verb with its objects shows the side of its subject: "has *enough*", not "has soldiers"."""
    whole = not cue.fixed or any(document.tree[o].lemma in cue.fixed for o in found.objects)
    return cue.pos == "verb" and cue.holder == "subject" and not (cue.own or cue.negated) and whole


def _is_beside(document: Document, adverb: int, cue: ChangeCue) -> bool:
    """Say whether an adverb has the words that it must have, and leads over to nothing else: "*Now*, we support it"."""
    tree = document.tree
    verb = tree[adverb].head
    if cue.before and tree[adverb - 1].text.lower() not in cue.before:
        return False
    apart = verb > adverb + 1 and tree[adverb + 1].pos in ("PUNCT", "ADP", "SCONJ")
    return not apart and (not cue.needs or tree[verb].lemma in cue.needs)


def _left(document: Document, found: Clause, cues: list[StanceCue]) -> tuple[int, ...]:
    """Give what a verb of attitude takes beside an object: "no longer asks *that it leave*"."""
    slots = {slot for cue in cues for slot in cue.object}
    tree = document.tree
    clauses = tuple(c for c in found.complements if c > found.verb) if slots & {"infinitive", "that", "should"} else ()
    return clauses or tuple(
        o for o in found.after(*slots) if o > found.verb and tree[o].pos in ("NOUN", "PROPN", "VERB")
    )


def inclined(document: Document, word: int, cue: ChangeCue) -> Told | None:
    """Take "is now prepared to sign", "said that it was now opposed to the levy"."""
    tree = document.tree
    verb = tree[word].head
    reported = tree[verb].tag == "VBD" and tree[verb].dep == "ccomp"
    if tree[word].dep != "advmod" or not (tree[verb].tag in ("VBZ", "VBP") or reported):
        return None
    sided = [
        each for each in (verb, *tree.children(verb, "acomp")) if word < each and _is_inclined(document, each, cue)
    ]
    below = tuple(t for each in sided for c in tree.children(each, "xcomp", "prep") for t in tree.subtree(c))
    subjects = subjects_of(tree, verb)
    return Told(cue, verb, verb, subjects, named_in(document, below, subjects)) if below else None


def _is_inclined(document: Document, word: int, cue: ChangeCue) -> bool:
    """Say whether a word is an adjective by which its subject is for or against something: "ready", "opposed"."""
    token = document.tree[word]
    return bool({token.lemma, token.text} & set(cue.needs))


def adjective(document: Document, word: int, cue: ChangeCue) -> Told | None:
    """Take "their points of view are different now"."""
    tree = document.tree
    verb = tree[word].head
    if tree[word].dep != "acomp" or not any(tree[a].lemma in cue.needs for a in tree.children(verb, "advmod")):
        return None
    nouns = [s for s in subjects_of(tree, verb) if tree[s].lemma in cue.policies]
    holding = tuple(o for n in nouns for o in owners(tree, n) if tree[o].lemma not in cue.policies)
    return Told(cue, verb, verb, holding, ()) if holding else None
