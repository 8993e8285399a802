"""Who cannot be meant: the subject of the verb whose object a word is, and those beside it in a list."""

from collections.abc import Iterator

from detente.documents.clauses import subjects_of
from detente.documents.discourse import SUBJECTS, Discourse
from detente.documents.tree import Token
from detente.lexicon import descriptions

_ONLY_OBJECT = ("dobj", "dative", "pobj")
_BELOW = ("relcl", "acl", "ccomp", "advcl")


def excluded(discourse: Discourse, i: int) -> Iterator[str]:
    """Give those who cannot be meant by a pronoun: the subject of the verb of which it is the object."""
    tree = discourse.document.tree
    token = tree[i]
    if token.dep in SUBJECTS and tree[token.head].dep == "parataxis":
        yield from _spoken_of(discourse, tree[token.head].head, i)
    if token.dep not in _ONLY_OBJECT or token.text.lower().endswith("self"):
        return
    verb = tree[token.head].head if token.dep == "pobj" else token.head
    if token.dep == "pobj" and tree[token.head].text.lower() == "with" and tree[verb].pos == "NOUN":
        verb = next((each for each in tree.heads(verb) if tree[each].pos == "VERB"), verb)  # "a meeting with him"
    yield from _acting(discourse, verb)


def excluded_above(discourse: Discourse, i: int) -> Iterator[str]:
    """Give those who cannot be meant by a noun: whoever acts on it ("Peru greets the new government") or on its noun.

    Only the nearest verb counts: in "Peru said that Chile would help the country" the country may be Peru.
    """
    tree = discourse.document.tree
    below = i
    while tree[below].dep in ("conj", *_ONLY_OBJECT, "prep") and tree[below].head != below:
        below = tree[below].head
        if tree[below].pos in ("VERB", "AUX"):
            yield from _acting(discourse, below)
            return


def acted_upon(discourse: Discourse, i: int) -> Iterator[str]:
    """Give those on whom a subject acts, who are others: "the country owes *Taiwan* money"."""
    tree = discourse.document.tree
    verb = tree[i].head
    for head in tree.children(verb, "dobj", "dative") if tree[i].dep in SUBJECTS else ():
        if head in discourse.mentions:
            yield from discourse.mentions[head].actors


def beside(discourse: Discourse, i: int) -> tuple[str, ...]:
    """Give those named in the same list before a word: "the Secretary and *the Foreign Minister*" are two."""
    tree = discourse.document.tree
    first = i
    while tree[first].dep == "conj" and tree[first].head < first:
        first = tree[first].head
    heads = (each for each in tree.conjuncts(first) if each < i and each in discourse.mentions)
    return tuple(actor for each in heads for actor in discourse.mentions[each].actors)


def unnamed(discourse: Discourse, i: int, tags: tuple[str, ...], *, only: tuple[str, ...] = ()) -> bool:
    """Say whether the nearest subject above a pronoun is a plain noun of its number that stands for nobody known.

    "The rescuers said that *they* were tired": they are the rescuers. ``only`` names the clauses that count.
    """
    tree = discourse.document.tree
    for verb in (each for each in tree.heads(i) if tree[each].pos in ("VERB", "AUX")):
        own = tree.children(verb, *SUBJECTS)
        if i in own or (tree[i].dep in _ONLY_OBJECT and verb == next(tree.heads(i))):
            if only and tree[verb].dep not in only:
                return False
            continue
        fitting = [each for each in own if each < i and (tree[each].tag in tags or each in discourse.mentions)]
        if "NNS" in tags:
            fitting = [each for each in fitting if each in discourse.mentions or is_crowd(discourse, tree[each])]
        if fitting:
            return fitting[0] not in discourse.mentions
    return False


def is_crowd(discourse: Discourse, token: Token) -> bool:
    """Say whether a plain plural stands for people: "the rescuers"."""
    known = descriptions(discourse.document.language).get(token.lemma.lower(), ())
    plural = token.tag in ("NNS", "NNPS") or token.lemma == "people"
    return plural and any(each.kind in ("crowd", "people") for each in known)


def is_many(discourse: Discourse, token: Token) -> bool:
    """Say whether a plain plural stands for several who act, people or states: "the rescuers", "the countries"."""
    known = descriptions(discourse.document.language).get(token.lemma.lower(), ())
    return is_crowd(discourse, token) or (token.tag == "NNS" and any(each.kind in ("state", "side") for each in known))


def _acting(discourse: Discourse, verb: int) -> Iterator[str]:
    """Give the subject of a verb; of one that may be joined to a relative clause or to what stands above, both."""
    tree = discourse.document.tree
    heads = [*subjects_of(tree, verb)]
    above = tree[verb].head
    if tree[verb].dep == "conj" and tree[above].dep in _BELOW and tree[above].tag != tree[verb].tag:
        whole = next((each for each in tree.heads(above) if tree[each].pos == "VERB"), None)
        heads += subjects_of(tree, whole) if whole is not None else ()
    for subject in heads:
        if subject in discourse.mentions:
            yield from discourse.mentions[subject].actors


def _spoken_of(discourse: Discourse, verb: int, i: int) -> Iterator[str]:
    """Give the subject of a clause into which "he said" is thrown: "Ruiz, he said, had failed" is not said by Ruiz."""
    for subject in subjects_of(discourse.document.tree, verb):
        mention = discourse.mentions.get(subject)
        if mention and mention.kind != "pronoun" and subject < i:
            yield from mention.actors
