"""Words of attitude that are nouns: "its support for", "an opponent of", "called the attack a crime"."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.stance_called import called
from detente.claims.stance_found import Found
from detente.claims.stance_policies import COPULAS, policy_holders
from detente.claims.stance_verbs import clause_after, is_infinitive, joined, judged_by
from detente.documents import Document, Preposition, Tree, clause, owners, prepositions, subjects_of
from detente.lexicon import StanceCue, carriers

_THEIRS = ("its", "their", "his", "her")
_FROM = ("from", "by", "among")
_ABOUT = ("in", "on", "about")


def noun(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Find who has the attitude that a noun names, and towards what."""
    tree = document.tree
    above = tree[word].head
    copula = above if _says(tree, above, word) else None
    if cue.holder == "speaker":
        return _judged(document, word, cue)
    objects = _noun_objects(tree, word, cue, copula)
    enjoyed = _enjoyed(document, word, cue)
    if cue.negated and cue.polarity == "neutral" and not _is_none(tree, word):
        return None
    if enjoyed or not objects:
        return enjoyed or _drawn(document, word, cue)
    anchor = word if copula is None or tree[word].dep == "attr" else copula
    if copula is None and tree[word].dep == "dobj" and tree.children(above, "neg"):
        anchor = above  # "will not provide support"
    if cue.holder == "self":
        return Found(cue, word, _named_by(tree, word), (word,), objects)
    owned = tree.children(word, "poss") or (() if "of" in cue.object else owners(tree, word))
    owned = owned or tuple(c for c in tree.children(word, "compound", "nmod", "amod") if document.who(c))
    if cue.voiced and (_is_there(tree, above) or _has_come(tree, word)):
        return Found(cue, word, anchor, (), objects, voiced=True)
    given = tuple(o for prep in _phrases(tree, word) if prep.word in _FROM for o in prep.objects if document.who(o))
    by = carried(document, word)
    names = tuple(f"stance_carriers/{by.entry}" for _ in by.entry[:1])
    if by.holders and any(tree[o].tag == "PRP$" and tree[o].lemma in _THEIRS for o in owned):
        owned = ()  # "Peru voiced its support": whose it is the subject says
    return Found(cue, word, anchor, given or owned or by.holders, objects, by.ended, names, by.holders)


def _says(tree: Tree, verb: int, noun: int) -> bool:
    """Say whether a verb says of a noun what it is, or of a time that it is there: "the *time* has *come* to"."""
    return (tree[verb].lemma in COPULAS and tree[noun].dep in ("nsubj", "attr")) or _has_come(tree, noun)


def _has_come(tree: Tree, noun: int) -> bool:
    """Say whether a time is there: "the *time* has come"; of no other noun is it said so."""
    above = tree[tree[noun].head]
    return tree[noun].lemma == "time" and tree[noun].dep == "nsubj" and above.lemma == "come"


def _enjoyed(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take what somebody thinks of the subject: "the plan enjoys *the support of Peru*"."""
    tree = document.tree
    verb = tree[word].head
    role = carriers(document.language).get((tree[verb].lemma, "enjoys"))
    if role is None or tree[word].dep != "dobj" or tree[verb].pos != "VERB":
        return None
    of = (head for prep in prepositions(tree, word) if prep.word in ("of", "from", "by") for head in prep.objects)
    owned = (c for c in tree.children(word, "poss") if tree[c].tag != "PRP$")
    holding = tuple(each for each in (*owned, *of) if document.who(each))
    return (
        Found(cue, word, verb, holding, subjects_of(tree, verb), carriers=(f"stance_carriers/{role.id}",))
        if holding
        else None
    )


def _named_by(tree: Tree, word: int) -> int:
    """Give the copula that names somebody so, where there is one: "*was* among the critics of"."""
    above = tree[word].head
    verb = tree[above].head if tree[word].dep == "pobj" else above
    return verb if tree[verb].lemma in COPULAS and tree[verb].pos in ("AUX", "VERB") else word


def _is_none(tree: Tree, noun: int) -> bool:
    """Say whether there is none of what a noun names: "*no* position"."""
    return any(tree[each].text.lower() == "no" for each in tree.children(noun, "det"))


def _judged(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take what the speaker, or who calls it so, thinks of something: "is a crime", "none of our business"."""
    tree = document.tree
    above = tree[word].head
    if cue.none_of:
        return _none_of(document, word, cue)
    if cue.fixed and not _is_fixed(tree, word, cue):
        return None
    if cue.behind:
        return _behind(document, word, cue)
    if given := called(document, word, cue):
        return given
    if amounts := _amounts(document, word):
        entry = (f"stance_carriers/{amounts.entry}",)
        return Found(cue, word, amounts.verb, (), subjects_of(tree, amounts.verb), carriers=entry)
    named = tree[word].dep == "attr" and tree[above].lemma in COPULAS
    return Found(cue, word, above, (), judged_by(tree, above, word, cue)) if named else None


def _is_fixed(tree: Tree, word: int, cue: StanceCue) -> bool:
    """Say whether an adjective makes a phrase of a noun: "a *red* line"; "our red line" is something else."""
    before = {tree[each].lemma for each in tree.children(word, "amod")}
    return bool(before & set(cue.fixed)) and not tree.children(word, "poss")


def _behind(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take what somebody says is "within its rights", "out of the question"."""
    tree = document.tree
    before = tree[word].head
    verb = tree[before].head
    while tree[verb].pos in ("ADP", "SCONJ", "ADV") and tree[verb].head != verb:
        verb = tree[verb].head
    if tree[before].text.lower() not in cue.behind or tree[verb].lemma not in COPULAS:
        return None
    return Found(cue, word, verb, (), subjects_of(tree, verb))


def _none_of(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take what somebody says is "none of his business"."""
    tree = document.tree
    none = tree[tree[word].head].head if tree[word].dep == "pobj" else word
    verb = tree[none].head
    if tree[none].text.lower() != "none" or tree[none].dep != "attr" or tree[verb].lemma not in COPULAS:
        return None
    return Found(cue, word, word, (), subjects_of(tree, verb))


class _Amounts(NamedTuple):
    """A verb that says of its subject what it is, and the entry that says so."""

    verb: int
    entry: str


def _amounts(document: Document, word: int) -> _Amounts | None:
    """Give the verb that says of its subject what a copula would: "constitutes a crime", "amounts to a threat"."""
    tree = document.tree
    verb = tree[tree[word].head].head if tree[word].dep == "pobj" else tree[word].head
    role = carriers(document.language).get((tree[verb].lemma, "amounts"))
    to = tree[tree[word].head].text.lower() == "to"
    return _Amounts(verb, role.id) if role and (tree[word].dep == "dobj" or to) else None


def _drawn(document: Document, word: int, cue: StanceCue) -> Found | None:
    """Take what an attitude is about as the subject of a verb that draws it: "the ban drew criticism from Chile"."""
    tree = document.tree
    verb = tree[tree[word].head].head if tree[word].dep == "pobj" else tree[word].head
    draws = carriers(document.language).get((tree[verb].lemma, "draws"))
    holders = tuple(o for prep in _phrases(tree, word) if prep.word in _FROM for o in prep.objects)
    if draws is None or tree[word].dep not in ("dobj", "pobj") or not holders:
        return None
    return Found(cue, word, verb, holders, subjects_of(tree, verb), carriers=(f"stance_carriers/{draws.id}",))


def _is_there(tree: Tree, word: int) -> bool:
    """Say whether a copula has an empty subject: "there is a need", "it is time"."""
    empty = {tree[each].text.lower() for each in tree.children(word, "expl", "nsubj")} & {"there", "it", "this", "now"}
    return tree[word].lemma == "be" and bool(empty)


class _Carried(NamedTuple):
    """Those who express what a noun names, whether they give it up, and the entry that says so."""

    holders: tuple[int, ...] = ()
    ended: bool = False
    entry: str = ""


def _noun_objects(tree: Tree, noun: int, cue: StanceCue, copula: int | None) -> tuple[int, ...]:
    below = [*tree.children(noun, "acl", "relcl", "ccomp", "xcomp"), *_next_infinitive(tree, noun)]
    if copula is not None and tree[noun].dep == "nsubj":
        below += tree.children(copula, "xcomp", "ccomp", "advcl")
    for slot in cue.object:
        if slot == "is" and copula is not None:
            objects = tuple(v for v in tree.children(copula, "xcomp", "ccomp", "advcl") if v > noun)
            if objects:
                return objects
        if slot == "includes" and tree[noun].dep == "nsubj" and tree[tree[noun].head].lemma == "include":
            return clause(tree, tree[noun].head).objects
        if slot in ("to", "infinitive", "that"):
            objects = joined(tree, tuple(v for v in below if _opens(tree, v, slot)))
            if objects:
                return objects
        objects = tuple(head for prep in _phrases(tree, noun) if prep.word == slot for head in prep.objects)
        objects = objects or clause_after(tree, noun, slot)
        if not objects and tree[noun].dep == "dobj":
            objects = clause_after(tree, tree[noun].head, slot)
        if objects:
            return objects
    return ()


def _next_infinitive(tree: Tree, noun: int) -> tuple[int, ...]:
    """Give the infinitive right after a noun where the parser has hung it on the verb before it."""
    if tree[noun].dep != "dobj":
        return ()
    below = tree.children(tree[noun].head, "advcl", "xcomp")
    return tuple(
        verb for verb in below if any(tree[aux].tag == "TO" and aux == noun + 1 for aux in tree.children(verb, "aux"))
    )


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
    return is_infinitive(tree, verb)


def carried(document: Document, noun: int) -> _Carried:
    """Find who expresses the attitude that a noun names: "voiced support", "is in favour of"."""
    tree, known = document.tree, carriers(document.language)
    token, above = tree[noun], tree[tree[noun].head]
    if token.dep == "conj":
        return carried(document, above.i)
    if token.dep == "attr" and above.lemma in COPULAS:
        return _Carried(subjects_of(tree, above.i))
    if token.dep == "pobj" and above.head != above.i:
        return _carried_in(document, above.i)
    if token.dep == "dobj" and above.pos == "VERB":
        particle = tree.child(above.i, "prt")
        lemma = above.lemma if particle is None else f"{above.lemma} {tree[particle].lemma}"
        entry = known.get((lemma, "expresses")) or known.get((lemma, "ends"))
        if entry:
            return _Carried(clause(tree, above.i).subjects, entry.role == "ends", entry.id)
    return _Carried()


def _carried_in(document: Document, preposition: int) -> _Carried:
    """Find who expresses it in a phrase: "spoke *in* favour of", "a speech *on* the need for", "retreated *from*"."""
    tree, known = document.tree, carriers(document.language)
    above = tree[preposition]
    verb = tree[above.head]
    if above.lemma in _ABOUT and (policy := known.get((verb.lemma, "policy"))):
        return _Carried(policy_holders(document, verb.i), entry=policy.id)
    away = (f"{verb.lemma} {tree[each].text.lower()}" for each in tree.children(verb.i, "advmod", "prt"))
    ends = next((known[each, "ends"] for each in (verb.lemma, *away) if (each, "ends") in known), None)
    if above.lemma == "from" and ends:
        return _Carried(clause(tree, verb.i).subjects, ended=True, entry=ends.id)
    expresses = known.get((verb.lemma, "expresses"))
    if verb.pos in ("VERB", "AUX") and (above.lemma == "in" or expresses):
        return _Carried(clause(tree, verb.i).subjects, entry=expresses.id if expresses else "")
    return _Carried()
