"""Changes of position that are told of, but not as having come: supposed, denied, asked for, waited for, or offered."""

from detente.claims.stance_denials import is_disowned
from detente.claims.stance_told import Told
from detente.documents import Document, factuality
from detente.lexicon import carriers

_DENYING = ("adverb", "waived", "adjective")
"""Forms of change told by a word that denies: "no longer"."""
_ON_TERMS = (*_DENYING, "inclined")
"""Forms of change that may be made on terms: "is *now ready* to sign, provided that"."""
_IN_VIEW = ("announces", "promises", "decides")
"""Roles of verbs above "to change its course" that tell it as decided."""
_BELOW = ("xcomp", "ccomp", "pcomp", "advcl", "acl", "conj", "relcl", "dobj", "pobj", "attr")


def is_open(document: Document, told_: Told) -> bool:
    """Say whether a change is only supposed, asked about, denied or asked for: "has *not* changed its position"."""
    verb, tree = told_.verb, document.tree
    fact = factuality(document, verb)
    known = carriers(document.language)
    return (
        fact.hypothetical
        or is_disowned(document, verb)
        or (fact.negated and told_.cue.form not in _DENYING)
        or any((word, role) in known for word in fact.why for role in ("idle", "open"))
        or tree[document.sentence_of(verb).last - 1].text == "?"
        or _is_conditional(document, verb, on_terms=told_.cue.form in _ON_TERMS)
        or _is_unfinished(document, verb)
        or _is_none(document, told_)
    )


def _is_conditional(document: Document, verb: int, *, on_terms: bool) -> bool:
    """Say whether it hangs on something or something on it: "if Peru changes its course, we will change ours".

    What is so now may be so on terms: "*no longer* objects, provided that the names are kept".
    """
    tree, known = document.tree, carriers(document.language)

    def is_open_clause(clause: int) -> bool:
        before = (prep for prep in tree.children(clause, "prep") if prep < clause or not on_terms)
        marks = (*tree.children(clause, "mark", "advmod"), *before)
        words = {
            words for mark in marks for words in (tree[mark].text.lower(), f"{tree[mark - 1].text} {tree[mark].text}")
        }
        return any((word, role) in known for word in words for role in ("open", "granting", "awaiting"))

    above, below = [verb], verb
    for head in tree.heads(verb):
        if tree[below].dep not in _BELOW:
            break
        above.append(head)
        below = head
    over = (tree[each].text.lower() for each in above[1:])
    if any((word, "granting") in known for word in over):
        return True
    return any(map(is_open_clause, above)) or any(map(is_open_clause, tree.children(verb, "advcl")))


def _is_unfinished(document: Document, verb: int) -> bool:
    """Say whether a verb tells what shall be, or would be: "urged it to change course", "a sign that it changes"."""
    tree, known = document.tree, carriers(document.language)
    above = tree[verb].head
    if tree[above].pos == "NOUN" and tree[verb].dep in ("acl", "ccomp", "relcl") and tree.children(verb, "mark"):
        return True
    helping = [tree[aux].text.lower() for aux in tree.children(verb, "aux")]
    if tree[verb].tag != "VB" or (helping and "to" not in helping):
        return False
    if not helping:  # "end this blockade", "demanded that it end its blockade"; not "we no longer make it depend on"
        return above < verb or not tree.children(verb, "nsubj")
    return above == verb or not any((tree[above].lemma, role) in known for role in _IN_VIEW)


def _is_none(document: Document, told_: Told) -> bool:
    """Say whether it is a change that is not there: "no change in our approach", "any shift of its policy"."""
    tree, known = document.tree, carriers(document.language)
    words = (tree[child].text.lower() for child in tree.children(told_.head, "det", "neg", "amod"))
    return told_.cue.form == "noun" and any((word, role) in known for word in words for role in ("negates", "any"))
