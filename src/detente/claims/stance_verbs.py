"""Words of attitude that are verbs: "supports", "urged Iran to", "is welcomed"; and what "should" or "must" be done."""

from detente.claims.stance_found import Found
from detente.documents import Clause, Document, Tree, clause, prepositions, subjects_of
from detente.lexicon import StanceCue, carriers, stance_cues, stance_turns

_NOW = ("VBZ", "VBP", "MD")
_WILL, _CAN = {"will", "would", "wo", "'ll"}, {"can", "could", "ca"}


def verb(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Find who has the attitude of a verb, and towards what."""
    tree = document.tree
    if tree[word].dep in ("amod", "aux", "auxpass", "compound") or not _is_helped(tree, word, cue):
        return None
    found = clause(tree, word)
    if cue.holder == "speaker":
        if cue.fixed and not fixed_nouns(tree, found, cue):
            return None
        first = word
        while tree[first].dep == "conj" and tree[tree[first].head].pos in ("VERB", "AUX"):
            first = tree[first].head
        own = tree[first].dep not in ("xcomp", "advcl", "acl", "pcomp", "relcl") and not is_infinitive(tree, word)
        return Found(cue, word, word, (), found.subjects if own and not found.passive else ())
    objects, beside = _objects(document, found, cue)
    voiced = cue.voiced and found.passive and not found.subjects and _is_now(tree, word)
    return Found(cue, word, word, _acting(document, found), objects, voiced=voiced, beside=beside)


def _is_helped(tree: Tree, word: int, cue: StanceCue) -> bool:
    """Say whether the auxiliary stands there that a cue asks for: "*can* live with", "*will* not have"."""
    helping = {tree[aux].lemma.lower() for aux in tree.children(word, "aux")}
    return (not cue.will or bool(helping & _WILL)) and (not cue.able or bool(helping & _CAN))


def _acting(document: Document, found: Clause) -> tuple[int, ...]:
    """Give those who act; of a participle behind a mere thing ("a message *blaming* Iran") the next one above."""
    tree, word = document.tree, found.verb
    if found.subjects and not (tree[word].dep == "acl" and tree[word].tag == "VBG"):
        return found.subjects
    if tree[word].tag != "VBG" or tree[word].dep not in ("acl", "advcl", "pcomp"):
        return found.subjects
    if not _is_made(tree, found.subjects[0]) if found.subjects else False:
        return found.subjects
    for above in tree.heads(word):
        if tree[above].pos == "VERB" and (subjects := subjects_of(tree, above)):
            return subjects
    return found.subjects


def _is_made(tree: Tree, noun: int) -> bool:
    """Say whether a noun is what somebody makes: "posted *a message* on it", not "the issuance of *a report* by"."""
    while tree[noun].dep == "pobj" and tree[tree[noun].head].text.lower() != "of":
        noun = tree[tree[noun].head].head
    made = any(tree[prep].text.lower() == "by" for prep in tree.children(noun, "prep"))
    return tree[noun].dep == "dobj" and not made


def _is_now(tree: Tree, word: int) -> bool:
    """Say whether a passive tells what is or will be, not what was: "is appreciated", "will not be tolerated"."""
    return any(tree[aux].tag in _NOW for aux in tree.children(word, "aux", "auxpass"))


def _objects(document: Document, found: Clause, cue: StanceCue) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the objects, and those beside them whom the attitude reaches too: "thanked *Chile* for the vaccines"."""
    tree = document.tree
    if cue.fixed and not fixed_nouns(tree, found, cue):
        return (), ()
    for slot in cue.object:
        beside: tuple[int, ...] = ()
        if slot == "object":
            objects = () if cue.things and _clauses(tree, found, cue, "infinitive") else _what(tree, found)
        elif slot == "doing":
            objects = joined(tree, tuple(c for c in found.complements if tree[c].tag == "VBG"))
        elif slot in ("infinitive", "that", "should"):
            objects = _clauses(tree, found, cue, slot) or _below_fixed(tree, found, cue, slot)
            beside = found.objects if slot == "infinitive" and tree[found.verb].pos == "NOUN" else ()
        else:
            after = tuple(head for head in _after(tree, found, cue, slot) if head > found.verb)
            objects = () if cue.bare and found.objects else (*after, *clause_after(tree, found.verb, slot))
            beside = found.objects if "object" in cue.object else ()
        if objects:
            return tuple(each for head in objects for each in _seen(document, head)), beside
    return (), ()


def _seen(document: Document, head: int) -> tuple[int, ...]:
    """Give what one would like to see done: "*to see* the company *removed* from the list"."""
    tree = document.tree
    sees = (tree[head].lemma, "sees") in carriers(document.language) and is_infinitive(tree, head)
    below = tree.children(head, "ccomp", "xcomp") if sees else ()
    done = tuple(v for v in below if tree[v].tag == "VBN" and tree.children(v, "nsubj", "nsubjpass"))
    return done or (head,)


def fixed_nouns(tree: Tree, found: Clause, cue: StanceCue) -> tuple[int, ...]:
    """Give the words that make a phrase of a verb: "takes no *side*", "stands in the *way* of it", "voted *no*"."""
    phrases = (head for prep in prepositions(tree, found.verb) for head in prep.objects if head > found.verb)
    small = (each for below in found.complements for each in tree.children(below, "nsubj"))  # "left the *door* open"
    beside = (*found.objects, *phrases, *small, *tree.children(found.verb, "advmod", "intj", "attr", "acomp", "oprd"))
    return tuple(each for each in beside if tree[each].lemma.lower() in cue.fixed)


def _what(tree: Tree, found: Clause) -> tuple[int, ...]:
    """Give the objects, for a "what" that a copula explains what it is: "*what* we want is *a treaty*"."""
    above = tree[found.verb].head
    asked = any(tree[each].text.lower() == "what" for each in found.objects)
    if not asked or tree[found.verb].dep not in ("csubj", "nsubj") or tree[above].lemma != "be":
        return found.objects
    return (*tree.children(above, "attr"), *tree.children(above, "xcomp", "ccomp"))


def _below_fixed(tree: Tree, found: Clause, cue: StanceCue, slot: str) -> tuple[int, ...]:
    """Give the infinitive below the noun of a phrase: "sees no reason *to pay*"."""
    fixed = fixed_nouns(tree, found, cue) if slot == "infinitive" else ()
    return joined(tree, tuple(v for noun in fixed for v in tree.children(noun, "acl") if is_infinitive(tree, v)))


def _after(tree: Tree, found: Clause, cue: StanceCue, slot: str) -> tuple[int, ...]:
    """Give what a preposition governs, also below a particle ("stay *out of*") or a fixed object ("no *side in*")."""
    below = [*tree.children(found.verb, "prt", "advmod", "prep")]
    if cue.fixed:
        nouns = (*fixed_nouns(tree, found, cue), *found.objects)
        below += [*nouns, *(each for noun in nouns for each in tree.children(noun, "amod"))]
        below += [*found.complements, *tree.children(found.verb, "oprd", "acomp")]
    phrases = (prep for each in below for prep in prepositions(tree, each))
    return (*found.after(slot), *(head for prep in phrases if prep.word == slot for head in prep.objects))


def _clauses(tree: Tree, found: Clause, cue: StanceCue, slot: str) -> tuple[int, ...]:
    below = found.complements
    if slot == "infinitive":
        called_on = tree.children(found.verb, "advcl") if cue.own or found.after("on", "upon") else ()
        return joined(tree, tuple(c for c in (*below, *called_on) if is_infinitive(tree, c)))
    clauses = tuple(c for c in below if tree[c].dep == "ccomp")
    if slot == "that":
        return tuple(c for c in clauses if tree[c].pos in ("VERB", "AUX"))
    return tuple(c for c in clauses if _is_wished(tree, c))


def clause_after(tree: Tree, word: int, slot: str) -> tuple[int, ...]:
    """Give what is called for as a clause: "called for *the bill to be dropped*"."""
    if slot != "for":
        return ()
    below = tree.children(word, "advcl", "ccomp", "xcomp", "acl", "relcl")
    marked = (v for v in below if any(tree[mark].text.lower() == "for" for mark in tree.children(v, "mark")))
    return joined(tree, tuple(v for v in marked if is_infinitive(tree, v)))


def joined(tree: Tree, verbs: tuple[int, ...]) -> tuple[int, ...]:
    """Give infinitives with those that are joined to them: "urged Iran to stop *and to return* the ship"."""
    return tuple(
        dict.fromkeys(
            each
            for first in verbs
            for each in tree.conjuncts(first)
            if each == first or tree[each].tag == tree[first].tag
        )
    )


def _is_wished(tree: Tree, word: int) -> bool:
    """Say whether a clause tells what should be: "that it leave", "that it should leave"."""
    helping = {tree[child].text.lower() for child in tree.children(word, "aux", "auxpass")}
    return bool(helping & {"should", "must", "be"}) or (tree[word].tag in ("VB", "VBP") and not helping)


def is_infinitive(tree: Tree, word: int) -> bool:
    """Say whether a verb is an infinitive with "to", of a passive too: "to be dropped"."""
    passive = tree[word].tag == "VBN" and tree.child(word, "auxpass") is not None
    return (tree[word].tag == "VB" or passive) and any(tree[child].tag == "TO" for child in tree.children(word, "aux"))


def judged_by(tree: Tree, word: int, judgement: int, cue: StanceCue) -> tuple[int, ...]:
    """Give what a copula says something of: its subject, or the clause for which "it" stands ("it is vital *that*")."""
    subjects = subjects_of(tree, word)
    if any(tree[each].text.lower() == "it" for each in subjects):
        if not cue.clause:
            return ()
        below = [
            *tree.children(judgement, "ccomp", "xcomp", "advcl", "acl"),
            *tree.children(word, "ccomp", "xcomp", "advcl"),
        ]
        clauses = tuple(v for v in below if v > judgement and _is_stated(tree, v))
        return joined(tree, clauses[:1])
    return subjects


def _is_stated(tree: Tree, word: int) -> bool:
    """Say whether a clause behind a judgement is what is judged: "that they leave", "to leave", not "if they leave"."""
    marks = {tree[mark].text.lower() for mark in tree.children(word, "mark")}
    return is_infinitive(tree, word) or (tree[word].dep == "ccomp" and marks <= {"that"})


def duty(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Find what should or must be done, in the mouth of the speaker: "Iran must stop", "they need to help"."""
    tree = document.tree
    done: tuple[int, ...]
    if tree[word].dep == "aux" and "infinitive" not in cue.object:
        done = (tree[word].head,)
    elif "infinitive" in cue.object and tree[word].tag in _NOW:
        done = joined(tree, tuple(c for c in tree.children(word, "xcomp") if is_infinitive(tree, c)))
    else:
        return None
    beside = {tree[word].dep, *(tree[v].dep for v in done[:1])} & {"relcl", "acl"}
    told = [v for v in done if tree[v].pos == "VERB" and not _is_said(tree, v) and not beside]
    return Found(cue, word, word if "infinitive" in cue.object else done[0], (), tuple(told), voiced=True)


def _is_said(tree: Tree, word: int) -> bool:
    """Say whether something is only guessed ("must have left") or said ("it should be noted")."""
    perfect = any(tree[aux].lemma == "have" for aux in tree.children(word, "aux"))
    empty = any(tree[each].text.lower() == "it" for each in tree.children(word, "nsubjpass"))
    return perfect or empty


def purpose(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Find what somebody does something for: "sent ships *to prevent* a war"; only verbs that take a side count."""
    tree = document.tree
    aim = tree[word].head
    turns = stance_turns(document.language)
    if tree[word].dep != "aux" or tree[aim].dep not in ("advcl", "acl") or tree[aim].lemma not in turns:
        return None
    above = tree[aim].head
    if tree[aim].dep == "acl":  # "started *an offensive* to prevent"
        noun = tree[above]
        if noun.dep != "dobj" or stance_cues(document.language).get(noun.lemma):
            return None
        above = noun.head
    attitude = any(each.pos == "verb" for each in stance_cues(document.language).get(tree[above].lemma, ()))
    if tree[above].pos != "VERB" or attitude or tree.children(aim, "mark"):
        return None
    return Found(cue, word, above, clause(tree, above).subjects, joined(tree, (aim,)))
