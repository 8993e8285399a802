"""How an attitude is held: turned round by a negation, given up, promised, on a condition, strongly or weakly."""

from typing import Literal, NamedTuple

from detente.claims.stance_denials import is_disowned
from detente.claims.stance_found import Found
from detente.documents import Document, factuality, subjects_of
from detente.lexicon import CarrierRole, carriers, embedders, stance_cues
from detente.text import Spans

_DEPENDENT = ("advcl", "ccomp", "prep", "acl", "advmod")


class Shade(NamedTuple):
    """What the sentence makes of an attitude; ``why`` names the rules beyond the cue."""

    negated: bool
    strength: int
    status: Literal["current", "former", "promised"]
    condition: Spans
    why: str


def shade(document: Document, found: Found, *, asked: bool = False) -> Shade | None:
    """Judge an attitude in its sentence; None where nobody has it ("if Peru supports", "urged Peru to support").

    ``asked`` says that it stands in a question whose answer is known.
    """
    tree = document.tree
    fact = factuality(document, found.anchor)
    words = set(fact.why)
    known, promises = embedders(document.language), carriers(document.language)
    wished = any(word in known and known[word].effect == "hypothetical" for word in words - {"would"})

    def has(role: CarrierRole) -> bool:
        return any((word, role) in promises for word in words)

    ours = any(tree[h].lemma.lower() in ("we", "i") for h in found.holders)
    idle = has("idle") and not found.cue.able and not (ours or fact.negated or found.cue.pos == "duty")
    unsaid = has("open") or idle or _asked(document, found.anchor) or _is_wanted_as_term(document, found)
    if (unsaid and not asked) or has("granting") or (wished and not asked) or _is_expected(document, found):
        return None
    if asked and found.cue.negated:
        fact = fact._replace(negated=True)
    if (found.cue.negated and not fact.negated) or (found.cue.act and fact.negated):
        return None
    if has("denies") or is_disowned(document, found.anchor):
        return None  # "denied that it supports the rebels" is not against them
    promised = [promises[word, "promises"].id for word in words if found.cue.deed and (word, "promises") in promises]
    former = found.ended or _is_over(document, found)
    negated = fact.negated and not found.cue.twice and not (found.ended and "no" in words)
    strength = 1 if "would" in words else 3 if _is_strong(document, found) else int(found.cue.strength)
    return Shade(
        negated=(negated and not ("never" in words and _is_compared(document, found))) ^ _is_less(document, found),
        strength=strength,
        status="former" if former else "promised" if promised or found.cue.promised else "current",
        condition=_condition(document, found),
        why="".join(f"; {name}" for name in (*found.carriers, *(f"stance_carriers/{each}" for each in promised))),
    )


def _is_wanted_as_term(document: Document, found: Found) -> bool:
    """Say whether something is wanted for something else alone: "had sought the treaty *as a prerequisite* for it"."""
    tree = document.tree
    below = (prep for prep in tree.children(found.token, "prep") if tree[prep].text.lower() == "as")
    return any(_is_term(document, prep) for prep in below)


def _is_expected(document: Document, found: Found) -> bool:
    """Say whether another wants or expects an attitude of its holder: "we *expect Chile* to honour the treaty"."""
    tree = document.tree
    above = tree[found.anchor].head
    cues = stance_cues(document.language).get(tree[above].lemma, ()) if above != found.anchor else ()
    wants = any(cue.pos == "verb" and "infinitive" in cue.object for cue in cues)
    below = tree[found.anchor].dep in ("xcomp", "ccomp") and tree[found.anchor].tag == "VB"
    return wants and below and set(found.holders).isdisjoint(subjects_of(tree, above))


def _is_less(document: Document, found: Found) -> bool:
    """Say whether an attitude is told as wanting: "was *less* generous about", "*hardly* supports"."""
    tree, known = document.tree, carriers(document.language)
    return any((tree[each].lemma.lower(), "lessens") in known for each in tree.children(found.token, "advmod"))


def _is_compared(document: Document, found: Found) -> bool:
    """Say whether an attitude is told as greater, as it then never was: "has never been *more important*"."""
    tree = document.tree
    return any(tree[each].tag == "RBR" for each in tree.children(found.token, "advmod"))


def _is_over(document: Document, found: Found) -> bool:
    """Say whether an attitude is told as over: "previously", "until now", in the past tense for a length of time."""
    tree, anchor = document.tree, found.anchor
    known = carriers(document.language)
    above = tree[anchor].head
    if tree[anchor].dep == "xcomp" and tree[above].lemma == "use" and tree[above].tag in ("VBD", "VBN"):
        return True  # "used to oppose"
    if any((tree[child].lemma.lower(), "formerly") in known for child in tree.children(anchor, "advmod", "aux")):
        return True
    below = [
        tree[t].text.lower()
        for child in tree.children(anchor, "prep", "advmod", "mark")
        for t in tree.subtree(child)[:3]
    ]
    if "until" in below and any((word, role) in known for word in below for role in ("lately", "then")):
        return True
    long = (prep for prep in tree.children(anchor, "prep") if tree[prep].lemma.lower() == "for")
    times = (time for prep in long for time in document.times_in(tree.phrase(prep)))
    past = tree[anchor].tag == "VBD" or any(tree[aux].text.lower() == "had" for aux in tree.children(anchor, "aux"))
    return past and any(time.type == "DURATION" for time in times)


def _asked(document: Document, token: int) -> bool:
    sentence = document.sentence_of(token)
    return document.tree[sentence.last - 1].text == "?" or document.tree[max(sentence.last - 2, 0)].text == "?"


def _is_strong(document: Document, found: Found) -> bool:
    tree, known = document.tree, carriers(document.language)
    return any((tree[c].lemma.lower(), "strengthens") in known for c in tree.children(found.token, "advmod", "amod"))


def _condition(document: Document, found: Found) -> Spans:
    """Give what an attitude depends on, below its word or its object: "ready to talk if", "agrees on terms"."""
    tree = document.tree
    heads = dict.fromkeys((found.anchor, found.token, *found.objects))
    below = [child for head in heads for child in tree.children(head, *_DEPENDENT)]
    if tree[found.anchor].dep == "ccomp":  # "announced that it agrees, *provided* ..."
        below += [child for child in tree.children(tree[found.anchor].head, *_DEPENDENT) if child > found.anchor]
    return next(((tree.phrase(child),) for child in below if _is_condition(document, child)), ())


def _is_condition(document: Document, child: int) -> bool:
    """Say whether a phrase or clause names a condition: "provided that", "on two terms", "as long as", "only after"."""
    tree, known = document.tree, carriers(document.language)
    dep = tree[child].dep
    if dep == "advmod":  # "as *long* as it covers the river"
        bound = any(tree.children(verb, "mark") for verb in tree.children(child, "advcl"))
        return bound and (tree[child].lemma.lower(), "bounds") in known
    words = [tree[mark].lemma.lower() for mark in tree.children(child, "mark", "advmod")]
    if "only" in words and any((word, "thereafter") in known for word in (tree[child].text.lower(), *words)):
        return True
    if dep == "prep":
        clause_ = bool(tree.children(child, "pcomp"))  # "provided that they leave", not "until 2030"
        return _is_term(document, child) or (clause_ and (tree[child].text.lower(), "conditions") in known)
    said = (tree[child].text.lower(), *(words if dep == "advcl" else ()))
    return any((word, "conditions") in known for word in said)


def _is_term(document: Document, preposition: int) -> bool:
    """Say whether a preposition governs a noun of terms: "on two *terms*", "*as* a *prerequisite* for it"."""
    tree, known = document.tree, carriers(document.language)
    return tree[preposition].text.lower() in ("on", "as") and any(
        (tree[each].lemma, "terms") in known for each in tree.children(preposition, "pobj")
    )
