"""Did it happen? Negation, time and doubt over a verb or noun, with the words that decide.

Follows the spirit of FactBank (Saurí and Pustejovsky 2009): polarity and certainty come from auxiliaries, from
negation and from the predicates above, down to the border of the sentence.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from detente.documents.document import Document
from detente.documents.tree import Tree
from detente.lexicon import Embedder, embedders

_DOUBT = {"would", "could", "may", "might", "should", "can", "must", "shall"}
_CONDITION = {"if", "unless", "whether", "provided", "lest"}
_NOT = {"not", "n't", "never", "no", "neither", "nor", "none", "nobody", "nothing", "without", "hardly", "scarcely"}
_NONE = {"no", "none", "nobody", "nothing", "neither", "nor", "hardly"}
_COMPLEMENTS = ("xcomp", "ccomp", "pcomp", "advcl", "acl", "dobj", "pobj", "conj", "prep", "relcl", "attr")
_APART = ("at", "on", "in", "after", "before", "by", "with", "during")
_GOING_ON = ("continue", "begin", "start", "keep", "remain", "go", "like", "help")
"""Verbs above an infinitive whose own tense and doubt are those of the deed: "can *continue* to help"."""
_GOVERNED = ("xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep")


class Factuality(NamedTuple):
    """What the sentence says of an event: ``time`` from the tense, the rest from the words in ``why``.

    ``recalled``: it is told as long past ("the anniversary of the coup").
    """

    time: Literal["past", "present", "future"]
    hypothetical: bool
    negated: bool
    why: tuple[str, ...]
    recalled: bool = False


def factuality(document: Document, token: int) -> Factuality:
    """Judge a verb or noun in its sentence."""
    tree = document.tree
    known = embedders(document.language)
    time = _time(tree, token)
    why = _doubts(tree, token, known)
    hypothetical, negated, recalled = bool(why), False, False
    for word in (*_own_marks(tree, token), *_denying_arguments(tree, token)):
        hypothetical |= word in _DOUBT | _CONDITION
        negated |= word in _NOT
        why.append(word)
    below = token
    for above in tree.heads(token):
        dep = tree[below].dep
        if dep not in _COMPLEMENTS or _is_apart(tree, above, below):
            break
        head = tree[above]
        owing = _owing(tree, above, below, known)
        hypothetical |= bool(owing)
        why += owing
        cue = _embedding(tree, above, known) if dep in _GOVERNED else None
        entry = known[cue] if cue else None
        governs = entry is not None and _governs(tree, token, below)
        if entry and governs:
            if entry.effect == "ended" and tree[token].pos == "NOUN":
                break
            why.append(cue or "")
            time = "future" if entry.effect == "future" else time
            recalled |= entry.effect == "recalled"
            hypothetical |= entry.effect == "hypothetical"
            negated ^= entry.effect in ("negated", "ended")
        if denial := _denial(tree, above, dep):
            negated, why = not negated, [*why, denial]
        raised = dep == "xcomp" and head.lemma in _GOING_ON
        if head.pos in ("VERB", "AUX") and (governs or dep == "conj" or raised):
            for word in _handed_down(tree, above, below):
                hypothetical |= word in _DOUBT | _CONDITION
                negated ^= word in _NOT and dep != "conj"
                why.append(word)
        below = above
        if head.pos in ("VERB", "AUX") and not (governs or raised) and dep != "conj":
            break
    return Factuality(time, hypothetical, negated, tuple(why), recalled)


def _doubts(tree: Tree, token: int, known: Mapping[str, Embedder]) -> list[str]:
    """Give the adverbs or adjectives that put a deed in doubt: "*potentially* ending the war", "a *possible* war"."""
    kinds = ("advmod", "amod") if tree[token].pos == "NOUN" else ("advmod",)
    words = [tree[child].lemma.lower() for child in tree.children(token, *kinds)]
    return [word for word in words if word in known and known[word].effect == "doubted"]


def _is_apart(tree: Tree, above: int, below: int) -> bool:
    """Say whether something is told besides: after a semicolon, or of a name ("asked Soto, *who is ill*, to go")."""
    dep = tree[below].dep
    if dep == "relcl":
        return tree[above].pos == "PROPN"
    return dep in ("ccomp", "parataxis") and any(tree[i].text == ";" for i in range(below, above))


def _governs(tree: Tree, token: int, below: int) -> bool:
    """Say whether an embedder reaches down to a word: not to names, nor through "at", "in" or "after"."""
    apart = tree[below].dep == "prep" and tree[below].lemma in _APART
    return tree[token].pos not in ("PROPN", "PRON") and not apart


def _denial(tree: Tree, above: int, dep: str) -> str | None:
    """Give the word above a verb that denies it: "*without* signing", "has *yet* to sign"."""
    head = tree[above]
    if dep == "pcomp" and head.lemma == "without":
        return "without"
    waits = dep == "xcomp" and head.lemma == "have"
    return "yet" if waits and any(tree[child].lemma == "yet" for child in tree.children(above, "advmod")) else None


def _owing(tree: Tree, above: int, below: int, known: Mapping[str, Embedder]) -> list[str]:
    """Give the words by which an infinitive is owed, not done: "*have* to help", "*should* use it to help"."""
    infinitive = any(tree[child].text.lower() == "to" for child in tree.children(below, "aux"))
    if tree[below].tag != "VB" or tree[below].dep not in ("xcomp", "advcl") or not infinitive:
        return []
    owed = {word for word, entry in known.items() if entry.effect == "owed"}
    waits = any(tree[child].lemma == "yet" for child in tree.children(above, "advmod"))
    own = () if tree[below].dep == "advcl" or waits else (above,)
    words = (tree[i].text.lower() for i in (*own, *tree.children(above, "aux")) if tree[i].tag == "MD" or i == above)
    return [word for word in words if word in owed]


def _embedding(tree: Tree, above: int, known: Mapping[str, Embedder]) -> str | None:
    """Give the embedder that a word is, or that its predicate is: "it is *unlikely* that"."""
    head = tree[above]
    words = [head.lemma, head.lemma + "e"] if head.text.lower().startswith(head.lemma + "e") else [head.lemma]
    if head.lemma == "be":
        words = [tree[child].lemma for child in tree.children(above, "acomp")]
    meant = (word for word in words if word in known and known[word].effect != "owed")
    return next(meant, None)  # "hop" is what the parser makes of "hopes"


def _handed_down(tree: Tree, above: int, below: int) -> list[str]:
    """Give the marks of a verb that also hold for what hangs on it; doubt ends where a clause has its own subject."""
    if tree[below].dep != "conj":
        return _own_marks(tree, above)
    marks = _own_marks(tree, above, conjunct=True)
    own_subject = tree.children(below, "nsubj", "nsubjpass")
    return [word for word in marks if word not in _DOUBT] if own_subject else marks


def _own_marks(tree: Tree, token: int, *, conjunct: bool = False) -> list[str]:
    """Give the auxiliaries, negations and conjunctions that hang on the word itself."""
    deps = ("aux", "mark") if conjunct else ("aux", "mark", "neg", "det", "preconj")
    marks = tree.children(token, *deps)
    words = [tree[child].text.lower() for child in marks if tree[min(child + 1, len(tree) - 1)].text.lower() != "only"]
    words += [
        "no"
        for child in tree.children(token, "advmod")
        if tree[child].text.lower() == "longer" and tree.child(child, "neg")
    ]
    if tree[token].pos in ("NOUN", "PROPN"):
        words = [word for word in words if word == "no"]
    return ["would" if word == "'d" else word for word in words if word in _DOUBT | _CONDITION | _NOT]


def _denying_arguments(tree: Tree, token: int) -> list[str]:
    """Give the words by which an argument denies the verb: "no state recognises", "neither does it", "nor did she"."""
    if tree[token].pos not in ("VERB", "AUX"):
        return []
    arguments = tree.children(token, "nsubj", "nsubjpass", "dobj", "attr")
    words = [tree[each].text.lower() for each in arguments]
    words += [tree[c].text.lower() for each in arguments for c in tree.children(each, "det", "preconj", "advmod")]
    if tree[token].dep == "conj":
        words += [tree[c].text.lower() for c in tree.children(tree[token].head, "cc") if c < token]
    return [word for word in words if word in _NONE]


def _time(tree: Tree, token: int) -> Literal["past", "present", "future"]:
    auxiliaries = {tree[child].text.lower() for child in tree.children(token, "aux", "auxpass")}
    if auxiliaries & {"will", "'ll", "shall", "wo"}:
        return "future"
    tag = tree[token].tag
    if tag == "VB" and auxiliaries and not auxiliaries & {"to", "did"}:
        return "present"
    if tag in ("VBZ", "VBP", "VBG") and not auxiliaries & {"was", "were", "had", "did"}:
        return "present"
    if tag == "VB" and not auxiliaries and tree[token].dep == "conj" and tree[tree[token].head].tag == "VB":
        return _time(tree, tree[token].head)  # "will visit them and *meet* the mayor"
    if tag == "VB" and "to" in auxiliaries:
        head = tree[tree[token].head]
        return _time(tree, head.i) if head.i != token and head.pos in ("VERB", "AUX") else "present"
    return "past"
