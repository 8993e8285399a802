"""Find words of attitude with the places of those who have it and of what it is about."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from detente.documents import Clause, Document, Preposition, Tree, clause, owners, prepositions, subjects_of
from detente.lexicon import StanceCue, carriers, stance_cues

_COPULAS = ("be", "remain", "stay", "become", "seem", "feel", "stand", "appear", "keep")
_CALLING = ("call", "consider", "deem", "term", "label", "brand", "find")
_THEIRS = ("its", "their", "his", "her")
_NAMES = {"verb": ("VERB",), "noun": ("NOUN",), "adjective": ("ADJ", "VERB"), "preposition": ("ADP", "SCONJ")}


class Found(NamedTuple):
    """A word of attitude, all by tokens.

    ``anchor`` is the word whose factuality is that of the attitude; ``holders`` is empty where the speaker has
    it; ``ended`` says that the holder has it no longer.
    """

    cue: StanceCue
    token: int
    anchor: int
    holders: tuple[int, ...]
    objects: tuple[int, ...]
    ended: bool = False
    carriers: tuple[str, ...] = ()
    others: tuple[int, ...] = ()


def find(document: Document) -> Iterator[Found]:
    """Give every word of attitude whose object is there, in the order of the text."""
    cues = stance_cues(document.language)
    for token in document.tree.tokens:
        known = cues.get(token.lemma, ())
        if token.tag == "VBN" and token.text != token.lemma:
            known = (*cues.get(token.text, ()), *known)
        for cue in known:
            if token.pos in _NAMES[cue.pos]:
                found = _LOOK[cue.pos](document, token.i, cue)
                if found and found.objects and (found.holders or found.others or cue.holder == "speaker"):
                    yield found


def _verb(document: Document, verb: int, cue: StanceCue) -> Found | None:
    tree = document.tree
    if tree[verb].dep in ("amod", "aux", "auxpass", "compound"):
        return None
    found = clause(tree, verb)
    if cue.holder == "speaker":
        own = tree[verb].dep not in ("xcomp", "advcl", "acl", "pcomp", "relcl") and not _is_infinitive(tree, verb)
        return Found(cue, verb, verb, (), found.subjects if own and not found.passive else ())
    return Found(cue, verb, verb, found.subjects, _verb_objects(tree, found, cue))


def _verb_objects(tree: Tree, found: Clause, cue: StanceCue) -> tuple[int, ...]:
    for slot in cue.object:
        if slot == "object":
            objects = found.objects
        elif slot == "infinitive":
            objects = tuple(c for c in found.complements if _is_infinitive(tree, c))
        elif slot == "that":
            objects = tuple(c for c in found.complements if tree[c].dep == "ccomp" and tree[c].pos in ("VERB", "AUX"))
        elif slot == "should":
            objects = tuple(c for c in found.complements if tree[c].dep == "ccomp" and _is_wished(tree, c))
        else:
            objects = () if cue.bare and found.objects else found.after(slot)
        if objects:
            return objects
    return ()


def _is_wished(tree: Tree, verb: int) -> bool:
    """Say whether a clause tells what should be: "that it leave", "that it should leave"."""
    helping = {tree[child].text.lower() for child in tree.children(verb, "aux", "auxpass")}
    return bool(helping & {"should", "must", "be"}) or (tree[verb].tag in ("VB", "VBP") and not helping)


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return tree[verb].tag == "VB" and any(tree[child].tag == "TO" for child in tree.children(verb, "aux"))


def _noun(document: Document, noun: int, cue: StanceCue) -> Found | None:
    tree = document.tree
    above = tree[noun].head
    copula = above if tree[above].lemma in _COPULAS and tree[noun].dep in ("nsubj", "attr") else None
    if cue.holder == "speaker":
        named = copula is not None and tree[noun].dep == "attr"
        return Found(cue, noun, above, (), subjects_of(tree, above)) if named else None
    objects = _noun_objects(tree, noun, cue, copula)
    if not objects:
        return None
    anchor = noun if copula is None or tree[noun].dep == "attr" else copula
    if copula is None and tree[noun].dep == "dobj" and tree.children(above, "neg"):
        anchor = above  # "will not provide support"
    if cue.holder == "self":
        return Found(cue, noun, anchor, (noun,), objects)
    owned = tree.children(noun, "poss") or (() if "of" in cue.object else owners(tree, noun))
    owned = owned or tuple(c for c in tree.children(noun, "compound", "nmod", "amod") if document.who(c))
    carried = _carried(document, noun)
    names = tuple(f"stance_carriers/{carried.entry}" for _ in carried.entry[:1])
    if carried.holders and any(tree[o].tag == "PRP$" and tree[o].lemma in _THEIRS for o in owned):
        owned = ()  # "Peru voiced its support": whose it is the subject says
    return Found(cue, noun, anchor, owned or carried.holders, objects, carried.ended, names, carried.holders)


class _Carried(NamedTuple):
    """Those who express what a noun names, whether they give it up, and the entry that says so."""

    holders: tuple[int, ...] = ()
    ended: bool = False
    entry: str = ""


def _noun_objects(tree: Tree, noun: int, cue: StanceCue, copula: int | None) -> tuple[int, ...]:
    below = [*tree.children(noun, "acl", "relcl", "ccomp", "xcomp")]
    if copula is not None and tree[noun].dep == "nsubj":
        below += tree.children(copula, "xcomp", "ccomp", "advcl")
    for slot in cue.object:
        if slot == "is" and copula is not None:
            objects = tuple(v for v in tree.children(copula, "xcomp", "ccomp", "advcl") if v > noun)
            if objects:
                return objects
        if slot in ("to", "infinitive", "that"):
            objects = tuple(v for v in below if _opens(tree, v, slot))
            if objects:
                return objects
        objects = tuple(head for prep in _phrases(tree, noun) if prep.word == slot for head in prep.objects)
        if objects:
            return objects
    return ()


def _phrases(tree: Tree, noun: int) -> Iterator[Preposition]:
    """Give the phrases of a noun, and those that the parser has hung on the verb before it: "voiced support for"."""
    yield from prepositions(tree, noun)
    above = tree[noun].head
    if tree[noun].dep == "dobj" and tree[above].pos == "VERB":
        yield from (prep for prep in prepositions(tree, above) if prep.token > noun)


def _opens(tree: Tree, verb: int, slot: str) -> bool:
    """Say whether this verb below a noun is its infinitive or the clause that "that" opens."""
    if slot == "that":
        return any(tree[mark].lemma == "that" for mark in tree.children(verb, "mark"))
    return _is_infinitive(tree, verb)


def _carried(document: Document, noun: int) -> _Carried:
    """Find who expresses the attitude that a noun names: "voiced support", "is in favour of"."""
    tree, known = document.tree, carriers(document.language)
    token, above = tree[noun], tree[tree[noun].head]
    if token.dep == "conj":
        return _carried(document, above.i)
    if token.dep == "attr" and above.lemma in _COPULAS:
        return _Carried(subjects_of(tree, above.i))
    if token.dep == "pobj" and above.head != above.i:
        verb = tree[above.head]
        if above.lemma == "in" and (policy := known.get((verb.lemma, "policy"))):
            return _Carried(policy_holders(document, verb.i), entry=policy.id)
        expresses = known.get((verb.lemma, "expresses"))
        if verb.pos in ("VERB", "AUX") and (above.lemma == "in" or expresses):
            return _Carried(clause(tree, verb.i).subjects, entry=expresses.id if expresses else "")
    if token.dep == "dobj" and above.pos == "VERB":
        particle = tree.child(above.i, "prt")
        lemma = above.lemma if particle is None else f"{above.lemma} {tree[particle].lemma}"
        entry = known.get((lemma, "expresses")) or known.get((lemma, "ends"))
        if entry:
            return _Carried(clause(tree, above.i).subjects, entry.role == "ends", entry.id)
    return _Carried()


def _adjective(document: Document, word: int, cue: StanceCue) -> Found | None:
    tree = document.tree
    token = tree[word]
    participle = token.pos == "VERB"
    if participle and (token.tag != "VBN" or tree.children(word, "agent", "dobj", "aux")):
        return None
    verb = word if participle else next((h for h in tree.heads(word) if tree[h].pos in ("VERB", "AUX")), word)
    described = (token.head,) if token.dep in ("amod", "acl", "relcl") and tree[token.head].pos != "AUX" else ()
    if cue.holder == "speaker" and (called := _called(document, word, cue)):
        return called
    if token.dep == "amod" or (token.dep not in ("acomp", "conj", "acl", "oprd", "attr") and not participle):
        return None
    auxiliary = tree.child(verb, "auxpass")
    subjects = described or subjects_of(tree, verb) or (subjects_of(tree, auxiliary) if auxiliary is not None else ())
    if cue.holder == "speaker":
        judged = token.dep == "acomp" and tree[verb].lemma in _COPULAS and tree[verb].dep not in ("relcl", "acl")
        return Found(cue, word, verb, (), subjects) if judged else None
    phrases = [*prepositions(tree, word), *(prepositions(tree, verb) if verb != word else ())]
    for slot in cue.object:
        objects = tuple(head for prep in phrases if prep.word == slot for head in prep.objects)
        if slot == "that":
            objects = tree.children(word, "ccomp")
        if objects:
            return Found(cue, word, verb, subjects, objects)
    return None


def _called(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take "called the decision regrettable", where the parser may hang the adjective on its noun."""
    tree = document.tree
    noun = tree[word].head
    behind = tree[word].dep == "amod" and noun < word
    verb = tree[noun].head if behind else noun
    if tree[verb].lemma not in _CALLING or not (behind or tree[word].dep == "oprd"):
        return None
    found = clause(tree, verb)
    objects = tuple(o for o in found.objects if o < word)
    return Found(cue, word, verb, found.subjects, objects) if objects else None


def _preposition(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take "a policy against", "is against": a preposition that hangs on a noun of policy or on a copula."""
    tree, known = document.tree, carriers(document.language)
    first = word
    while tree[first].dep == "conj" and tree[tree[first].head].pos in ("ADP", "SCONJ"):
        first = tree[first].head
    above = tree[tree[first].head]
    objects = tuple(c for head in tree.children(word, "pobj", "pcomp") for c in tree.conjuncts(head))
    if above.lemma == "be" and above.pos == "AUX" and cue.polarity == "against":
        return Found(cue, word, above.i, subjects_of(tree, above.i), objects)
    if cue.words == ("of",):
        return _course(document, cue, above.i, objects) if tree[word].head == above.i else None
    if above.pos == "NOUN" and (above.lemma, "policy") in known:
        names = (f"stance_carriers/{known[above.lemma, 'policy'].id}",)
        return Found(cue, word, above.i, policy_holders(document, above.i), objects, carriers=names)
    return None


def _course(document: Document, cue: StanceCue, noun: int, objects: tuple[int, ...]) -> Found | None:
    """Take "a policy of pressure", given up where somebody pursues it no longer."""
    tree = document.tree
    carrier = carriers(document.language).get((tree[noun].lemma, "course"))
    if carrier is None:
        return None
    carried = _carried(document, noun)
    above = tree[noun].head
    longer = any(tree[adverb].text.lower() == "longer" for adverb in tree.children(above, "advmod"))
    verb = tree[above].head if tree[above].pos == "ADP" else above
    acting = clause(tree, verb).subjects if tree[verb].pos == "VERB" else ()
    holding = tuple(o for o in tree.children(noun, "poss") if tree[o].tag != "PRP$") or acting
    names = (f"stance_carriers/{carrier.id}",)
    return Found(cue, noun, noun, holding, objects, carried.ended or longer, names)


def policy_holders(document: Document, noun: int) -> tuple[int, ...]:
    """Give those whose policy, stance or statement it is; the noun itself where the text does not say."""
    tree = document.tree
    above = tree[tree[noun].head]
    if found := owners(tree, noun):
        return found
    if tree[noun].dep == "attr" and above.lemma in _COPULAS:
        return subjects_of(tree, above.i) or (noun,)
    if tree[noun].dep == "dobj" and above.pos == "VERB":
        return clause(tree, above.i).subjects or (noun,)
    return (noun,)


_LOOK: dict[str, Callable[[Document, int, StanceCue], Found | None]] = {
    "verb": _verb,
    "noun": _noun,
    "adjective": _adjective,
    "preposition": _preposition,
}
