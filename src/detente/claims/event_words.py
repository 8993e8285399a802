"""The words around a predicate as frames ask for them: lemmas, what stands beside a verb, which verb lends a noun."""

from collections.abc import Iterator

from detente.documents import Clause, Token, Tree, prepositions
from detente.lexicon import Phrase

_GOVERNED = ("dobj", "nsubjpass", "attr", "oprd")
_LENDING = ("in", "into", "on", "under", "to", "with", "out", "of", "for")
_VERBS = ("VERB", "AUX")


def is_noun(tree: Tree, i: int) -> bool:
    """Say whether a word is a noun, also where the parser calls it a verb: "condemned Iran's *launches*"."""
    token = tree[i]
    owned = token.dep in (*_GOVERNED, "pobj", "nsubj") and bool(tree.children(i, "poss")) and token.tag != "VBG"
    return token.pos in ("NOUN", "PROPN") or (token.pos == "VERB" and owned)


def is_no_predicate(tree: Tree, i: int) -> bool:
    """Say whether a verb is an auxiliary, an adjective or an order to the reader ("*visit* our website")."""
    token = tree[i]
    if token.dep in ("aux", "auxpass", "amod"):
        return True
    bare = token.tag in ("VB", "VBP") and not tree.children(i, "aux", "nsubj", "nsubjpass")
    if bare and token.dep == "conj" and tree[token.head].tag == token.tag:
        return is_no_predicate(tree, token.head)  # "take a map and *visit* them"
    return bare and token.dep in ("ROOT", "ccomp", "parataxis")


def beside_of(tree: Tree, around: Clause) -> set[str]:
    """Give the words beside a verb that may belong to its phrase: prepositions, what they govern, adverbs."""
    words = {*around.particles, *(each.word for each in around.prepositions)}
    words |= {tree[head].lemma.lower() for each in around.prepositions for head in each.objects}
    if any(
        tree[mark].text.lower() == "for"
        for verb in _clauses_below(tree, around)
        for mark in tree.children(verb, "mark")
    ):
        words.add("for")  # "called *for* Iran to leave"
    words |= {tree[i].lemma for head in around.objects for i in tree.subtree(head) if _stands_behind(tree, i)}
    words |= {word for head in around.objects for word in modifiers_of(tree, head)}
    kinds = ("advmod", "neg", "acomp", "attr", "dobj", "oprd", "xcomp", "ccomp", "prt")
    return words | {tree[child].lemma.lower() for child in tree.children(around.verb, *kinds)}


def _stands_behind(tree: Tree, i: int) -> bool:
    """Say whether an adjective follows its noun: "called the plan of Chile *unacceptable*"."""
    return tree[i].dep == "amod" and tree[i].head < i


def _clauses_below(tree: Tree, around: Clause) -> tuple[int, ...]:
    return (*around.complements, *tree.children(around.verb, "advcl"))


def with_contents(tree: Tree, heads: tuple[int, ...]) -> Iterator[int]:
    """Give heads, each followed by what it counts: "a series of attacks", "one of the men"."""
    for head in heads:
        yield head
        for each in prepositions(tree, head):
            if each.word == "of":
                yield from each.objects


def is_named(tree: Tree, head: int, phrases: tuple[str, ...]) -> bool:
    """Say whether a noun is one of the phrases: its lemma the last word, the others before it."""
    lemma = lemmas_of(tree[head])[0]
    for phrase in phrases:
        *before, last = phrase.split()
        if lemma == last and (not before or set(before) <= modifiers_of(tree, head)):
            return True
    return False


def modifiers_of(tree: Tree, head: int) -> set[str]:
    """Give the lemmas of the adjectives and nouns before a noun."""
    return {tree[child].lemma.lower() for child in tree.children(head, "amod", "compound", "nmod")}


def small_subjects(tree: Tree, around: Clause, phrase: Phrase) -> tuple[int, ...]:
    """Give the subject of a small clause: "found *him* guilty", "declared *the envoy* persona non grata"."""
    below = (verb for verb in around.complements if tree[verb].pos == "ADJ" or tree[verb].lemma in phrase.beside)
    return tuple(head for verb in below for head in tree.children(verb, "nsubj"))


def lemmas_of(token: Token) -> tuple[str, ...]:
    """Give a word's lemma, and for a verb the one that it has if the parser dropped an e: "hopes", "waged".

    A plural in capitals has its singular, which the parser does not give: "Human Rights *Consultations*".
    """
    lemma, text = token.lemma.lower(), token.text.lower()
    if token.tag == "NNPS":
        return (lemma.removesuffix("s"),)
    if token.pos == "VERB" and text == lemma + text[len(lemma) :] and text[len(lemma) :] in ("es", "ed"):
        return lemma, lemma + "e"
    return (lemma,)


def governor(tree: Tree, noun: int) -> int | None:
    """Give the verb that a noun completes: "launch an *attack*", "engage in *talks*", "a series of *raids*"."""
    token = tree[noun]
    for _ in range(4):
        head = tree[token.head]
        if token.dep == "appos" and head.dep == "dative" and token.tag == "NN":
            return head.head  # "granted *him a pardon*", of which the parser makes his description
        if token.dep == "conj" or (token.dep == "pobj" and head.text.lower() == "of"):
            token = head if token.dep == "conj" else tree[head.head]
        elif token.dep == "pobj" and head.text.lower() in _LENDING and tree[head.head].pos in _VERBS:
            return head.head
        else:
            return head.i if token.dep in _GOVERNED and head.pos in _VERBS else None
    return None
