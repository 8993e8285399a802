"""Sentences that tell of a change of position, by tokens: whose, on what, told by which word."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.documents import Document, clause, factuality, owners, subjects_of
from detente.lexicon import ChangeCue, carriers, change_cues, stance_cues

_OPEN = {"if", "whether", "unless", "could", "may", "might", "should", "would"}


class Told(NamedTuple):
    """A change told in one sentence.

    ``holders`` and ``objects`` are tokens; ``head`` is the word under which the words of the change stand and
    ``verb`` the one that tells of it; ``announced`` says that those who change their position say so themselves.
    """

    cue: ChangeCue
    head: int
    verb: int
    holders: tuple[int, ...]
    objects: tuple[int, ...]
    announced: bool


def told(document: Document) -> Iterator[Told]:
    """Give every sentence that tells of a change, in the order of the text."""
    known = change_cues(document.language)
    seen: set[int] = set()
    for token in document.tree.tokens:
        for cue in known.get(token.lemma) or known.get(token.text, ()):
            found = _LOOK[cue.form](document, token.i, cue)
            first = document.sentence_of(token.i).first
            again = cue.form == "adjective" and first in seen
            if found and found.holders and not again and not _is_open(document, found.verb):
                seen.add(first)
                yield found
                break


def _is_open(document: Document, verb: int) -> bool:
    fact = factuality(document, verb)
    return (
        fact.hypothetical
        or bool(set(fact.why) & _OPEN)
        or document.tree[document.sentence_of(verb).last - 1].text == "?"
    )


def _noun(document: Document, noun: int, cue: ChangeCue) -> Told | None:
    """Take "announced a change of position in his country's foreign policy in relation to Venezuela"."""
    tree = document.tree
    if tree[noun].pos != "NOUN":
        return None
    below = tree.subtree(noun)
    policies = [t for t in below if tree[t].lemma in cue.policies and t != noun]
    above = tree[noun].head
    if not policies or tree[above].pos not in ("VERB", "AUX"):
        return None
    owned = [o for t in (noun, *policies) for o in owners(tree, t) if o not in policies]
    subjects = clause(tree, above).subjects
    names = (tree[above].lemma, "expresses") in carriers(document.language)
    holding = (*owned, *(subjects if names else ()))
    return Told(cue, noun, above, holding[:1], _named(document, below, holding), names and bool(subjects))


def _named(document: Document, tokens: tuple[int, ...], holding: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(t for t in tokens if t not in holding and document.who(t) and document.tree[t].pos != "PRON")


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
    below = tree.subtree(verb)
    return Told(cue, verb, verb, found.subjects, _named(document, below, found.subjects), announced=False)


def _drop(document: Document, verb: int, cue: ChangeCue) -> Told | None:
    """Take "dropped its opposition to the pipeline"."""
    tree = document.tree
    if tree[verb].pos != "VERB" or tree[verb].dep in ("pcomp", "xcomp"):
        return None
    found = clause(tree, verb)
    attitudes = [o for o in found.objects if _is_attitude(document, o) or tree[o].lemma in cue.policies]
    if not attitudes or not found.subjects:
        return None
    below = tuple(t for a in attitudes for t in tree.subtree(a))
    return Told(cue, verb, verb, found.subjects, _named(document, below, found.subjects), announced=False)


def _is_attitude(document: Document, noun: int) -> bool:
    token = document.tree[noun]
    cues = stance_cues(document.language).get(token.lemma, ())
    plain = any(
        cue.pos == "noun" and cue.holder == "subject" and not {"infinitive", "that"} & set(cue.object) for cue in cues
    )
    tree = document.tree
    owned = any(tree[own].tag == "PRP$" for own in tree.children(noun, "poss"))
    return token.pos == "NOUN" and plain and (owned or bool(tree.children(noun, "prep")))


def _adverb(document: Document, adverb: int, cue: ChangeCue) -> Told | None:
    """Take "no longer recognises", "now supports"."""
    tree = document.tree
    verb = tree[adverb].head
    if tree[adverb].dep != "advmod" or tree[verb].pos != "VERB":
        return None
    if cue.before and tree[adverb - 1].text.lower() not in cue.before:
        return None
    cues = stance_cues(document.language).get(tree[verb].lemma, ())
    if not any(each.pos == "verb" and each.holder == "subject" and "object" in each.object for each in cues):
        return None
    if not cue.before and tree[verb].tag not in ("VBZ", "VBP"):
        return None
    found = clause(tree, verb)
    if not found.objects:
        return None
    below = tuple(t for o in found.objects for t in tree.subtree(o))
    return Told(cue, verb, verb, found.subjects, _named(document, below, found.subjects), announced=False)


def _adjective(document: Document, word: int, cue: ChangeCue) -> Told | None:
    """Take "their points of view are different now"."""
    tree = document.tree
    verb = tree[word].head
    if tree[word].dep != "acomp" or not any(tree[a].lemma in cue.needs for a in tree.children(verb, "advmod")):
        return None
    nouns = [s for s in subjects_of(tree, verb) if tree[s].lemma in cue.policies]
    holding = tuple(o for n in nouns for o in owners(tree, n) if tree[o].lemma not in cue.policies)
    return Told(cue, verb, verb, holding, (), announced=False) if holding else None


_LOOK = {"noun": _noun, "verb": _verb, "drop": _drop, "adverb": _adverb, "adjective": _adjective}
