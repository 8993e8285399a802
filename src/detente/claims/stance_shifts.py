"""Sentences that tell of a change of position, by tokens: whose, on what, told by which word."""

from collections.abc import Iterator

from detente.claims.change_openness import is_open
from detente.claims.stance_moves import about, alone, coming, moved, over
from detente.claims.stance_now import adjective, adverb, inclined
from detente.claims.stance_told import Told, governed, named_in
from detente.documents import Document, clause, owners, prepositions, subjects_of
from detente.lexicon import ChangeCue, carriers, change_cues, stance_cues

_POINTING = ("that", "this", "such", "the")


def told(document: Document) -> Iterator[Told]:
    """Give every sentence that tells of a change, in the order of the text."""
    known = change_cues(document.language)
    seen: set[int] = set()
    for token in document.tree.tokens:
        for cue in known.get(token.lemma) or known.get(token.text, ()):
            found = _LOOK[cue.form](document, token.i, cue)
            first = document.sentence_of(token.i).first
            again = cue.form == "adjective" and first in seen
            if found and (found.holders or found.by_speaker) and not again and not is_open(document, found):
                seen.add(first)
                yield found
                break


def _noun(document: Document, noun: int, cue: ChangeCue) -> Told | None:
    """Take "announced a change of position in his country's foreign policy in relation to Venezuela"."""
    tree = document.tree
    if tree[noun].pos != "NOUN":
        return None
    below = tree.subtree(noun)
    policies = [t for t in below if tree[t].lemma in cue.policies and t != noun] if cue.policies else [noun]
    return _announced(document, noun, cue, policies) if policies else None


def _announced(document: Document, noun: int, cue: ChangeCue, policies: list[int]) -> Told | None:
    """Resolve a noun of change by the verb that tells of it: "announced a change", "spoke of a change"."""
    tree = document.tree
    above = tree[noun].head
    if tree[above].pos == "ADP" and tree[above].lemma in ("of", "about"):
        above = tree[above].head
    if tree[above].pos not in ("VERB", "AUX"):
        return None
    below = tree.subtree(noun)
    owned = [o for t in (noun, *policies) for o in owners(tree, t) if o not in policies]
    known = carriers(document.language)
    tells = (tree[above].lemma, "expresses") in known or (tree[above].lemma, "announces") in known
    subjects = clause(tree, above).subjects if noun not in subjects_of(tree, above) else ()
    own = not owned and tells
    holding = (*owned, *(subjects if own else ()))
    return Told(cue, noun, above, holding[:1], named_in(document, below, holding), own and bool(subjects), subjects)


def _new(document: Document, word: int, cue: ChangeCue) -> Told | None:
    """Take "announced the new course towards Venezuela"."""
    tree = document.tree
    noun = tree[word].head
    if tree[word].dep != "amod" or tree[noun].lemma not in cue.policies or tree[noun].pos != "NOUN":
        return None
    known = carriers(document.language)
    if (tree[tree[noun].head].lemma, "announces") not in known or _is_measure(document, noun):
        return None
    found = _announced(document, noun, cue, [noun])
    if found is None:
        return None
    found = found._replace(carrier=known[tree[tree[noun].head].lemma, "announces"].id)
    if not found.announced:
        return found
    foreign = any(tree[child].lemma == "foreign" for child in tree.children(noun, "amod"))
    return found._replace(bare=not (found.objects or foreign))


def _is_measure(document: Document, noun: int) -> bool:
    """Say whether a noun of policy is told by what it does: "a new visa restriction policy" is a measure."""
    tree = document.tree
    return any(tree[each].pos == "NOUN" for each in tree.children(noun, "compound"))


def _verb(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "partners who have changed their policy", "reversed its policy on Iran"."""
    tree = document.tree
    if tree[verb].pos != "VERB":
        return None
    found = clause(tree, verb)
    policies = [o for o in found.objects if tree[o].lemma in cue.policies]
    if not policies or not found.subjects:
        return None
    own = [o for p in policies for o in tree.children(p, "poss")]
    if own and tree[own[0]].pos == "PROPN":
        return None
    named = named_in(document, tree.subtree(verb), found.subjects)
    if tree[policies[0]].tag == "NNS" and not tree.children(policies[0], "poss", "prep"):
        return None  # "changed quite a few policies"
    return Told(cue, verb, verb, found.subjects, named, recent=_points_back(document, policies[0], named))


def _points_back(document: Document, noun: int, named: tuple[int, ...]) -> bool:
    """Say whether a policy is one told before: "that policy", "its opposition" without more."""
    tree = document.tree
    mine = tree.children(noun, "det", "poss")
    known = any(tree[c].lemma.lower() in _POINTING or tree[c].tag == "PRP$" for c in mine)
    return known and not named and not tree.children(noun, "prep", "acl", "relcl")


def _drop(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "dropped its opposition to the pipeline", "has broken with that policy"."""
    tree = document.tree
    if tree[verb].pos != "VERB" or tree[verb].dep in ("pcomp", "xcomp"):
        return None
    if cue.particle and cue.particle not in (tree[c].lemma for c in tree.children(verb, "prt", "advmod")):
        return None
    found = clause(tree, verb)
    below = governed(tree, found, cue.after) if cue.after else found.objects
    attitudes = [o for o in below if _is_attitude(document, o) or tree[o].lemma in cue.policies]
    if not attitudes or not found.subjects or found.passive:
        return None
    words = tuple(t for a in attitudes for t in tree.subtree(a))
    named = named_in(document, words, found.subjects)
    back = _points_back(document, attitudes[0], named)
    given_up = None if back else attitudes[0]
    return Told(cue, verb, verb, found.subjects, named, given_up=given_up, recent=back)


def _back(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "turned its back on the alliance"."""
    tree = document.tree
    found = clause(tree, verb)
    if tree[verb].pos != "VERB" or not any(tree[o].lemma in cue.policies for o in found.objects):
        return None
    below = (*found.after(*cue.after), *(h for o in found.objects for p in prepositions(tree, o) for h in p.objects))
    named = named_in(document, tuple(t for o in below for t in tree.subtree(o)), found.subjects)
    left = below[0] if below and tree[below[0]].pos in ("NOUN", "PROPN") else None
    return Told(cue, verb, verb, found.subjects, named, given_up=left) if left is not None else None


def _stop(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "gave up insisting on the deal", "stopped opposing the treaty", "has ceased to object to it"."""
    tree = document.tree
    if tree[verb].pos != "VERB":
        return None
    if cue.particle and cue.particle not in (tree[c].lemma for c in tree.children(verb, "prt", "advmod", "prep")):
        return None
    found = clause(tree, verb)
    under = (verb, *tree.children(verb, "prep", "prt"))
    below = [c for each in under for c in tree.children(each, "xcomp", "pcomp", "advcl", "ccomp") if c > verb]
    left = next((c for c in below if tree[c].lemma in cue.policies or _takes_side(document, c)), None)
    if left is None or not found.subjects or found.passive:
        return None
    return Told(cue, verb, verb, found.subjects, named_in(document, tree.subtree(left), found.subjects), given_up=left)


def _takes_side(document: Document, verb: int) -> bool:
    """Say whether a verb is one of attitude that its subject has."""
    cues = stance_cues(document.language).get(document.tree[verb].lemma, ())
    return any(each.pos == "verb" and each.holder == "subject" and not each.negated for each in cues)


def _waived(document: Document, adverb: int, cue: ChangeCue) -> Told | None:
    """Take what the speaker asks for no longer: "flights need no longer be cleared", "need not be cleared any more"."""
    tree = document.tree
    verb = tree[adverb].head
    while tree[verb].pos not in ("VERB", "AUX") and tree[verb].head != verb:
        verb = tree[verb].head
    if cue.before and tree[adverb - 1].text.lower() not in cue.before:
        return None
    if tree[adverb].dep != "advmod" or tree[tree[adverb].head].pos not in ("VERB", "AUX"):
        return None  # "no more important body"
    if any(tree[below].lemma == "than" for below in tree.children(adverb, "prep")) or tree[adverb + 1].lemma == "than":
        return None
    above = tree[verb].head if tree[verb].dep == "xcomp" else verb
    denied = any(tree.children(each, "neg") for each in (verb, above)) or tree[adverb - 1].text.lower() == "no"
    if not denied or tree[verb].dep == "advcl" or not _is_asked(document, verb, cue):
        return None
    objects = subjects_of(tree, verb)
    if any(tree[each].pos == "PRON" for each in objects):
        return None
    named = named_in(document, tuple(t for o in objects for t in tree.subtree(o)), ())
    of = (tree[verb].head,) if tree[verb].dep in ("acl", "relcl") else ()
    return Told(cue, verb, verb, of, named, given_up=objects[0] if objects else None, by_speaker=True)


def _is_asked(document: Document, verb: int, cue: ChangeCue) -> bool:
    """Say whether a deed is a duty: "need be cleared", "has to leave", "is required to pay", not "has more water"."""
    tree = document.tree
    helped = any(tree[aux].lemma.lower() in cue.needs for aux in tree.children(verb, "aux"))
    above = (tree[verb].head,) if tree[verb].dep == "xcomp" else ()
    bound = tree[verb].lemma in cue.needs and tree.children(verb, "xcomp", "ccomp")
    return helped or bool(bound) or any(tree[each].lemma in cue.needs for each in above)


def _is_attitude(document: Document, noun: int) -> bool:
    token = document.tree[noun]
    cues = stance_cues(document.language).get(token.lemma, ())
    own = [cue for cue in cues if cue.pos == "noun" and cue.holder == "subject"]
    plain = any(not {"infinitive", "that"} & set(cue.object) for cue in own)
    tree = document.tree
    owned = any(tree[each].tag == "PRP$" for each in tree.children(noun, "poss"))
    told_whole = bool(tree.children(noun, "prep", "acl", "ccomp", "relcl"))
    if token.pos != "NOUN" or not own:
        return False
    return (plain and (owned or bool(tree.children(noun, "prep")))) or (owned and told_whole)


_LOOK = {
    "noun": _noun,
    "new": _new,
    "verb": _verb,
    "drop": _drop,
    "back": _back,
    "over": over,
    "about": about,
    "moved": moved,
    "alone": alone,
    "coming": coming,
    "stop": _stop,
    "adverb": adverb,
    "inclined": inclined,
    "waived": _waived,
    "adjective": adjective,
}
