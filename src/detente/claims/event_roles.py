"""Who fills which role around a predicate: from names of slots to head tokens, from head tokens to actors."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from detente.claims.event_doers import doers_below, hands, issuers_around, owners_of
from detente.claims.event_names import is_name_of_thing, named
from detente.claims.event_nouns import agents_at, is_facing, is_money, is_other
from detente.documents import Clause, Document, Tree, prepositions, subjects_of
from detente.lexicon import event_agents, event_phrases, event_words

OBJECT_SLOTS = (
    "object",
    "dative",
    "to",
    "with",
    "against",
    "on",
    "upon",
    "at",
    "from",
    "of",
    "over",
    "for",
    "in",
    "into",
)
NOUN_SLOTS = ("against", "on", "upon", "with", "to", "of", "for", "from", "over", "at", "into", "in")
_ACTING = ("subject", "by", "between", "owner", "with")
_WHERE = ("in", "at")
_BESIDE = ("amod", "compound", "nmod")
_NAMING = ("poss", "amod", "compound", "nmod", "appos")


class Ground(NamedTuple):
    """Where a predicate stands: its token, the clause around it and the nouns whose own phrases count as well.

    ``beside`` are the words that belong to the predicate itself: "look *after* them".
    """

    token: int
    clause: Clause | None
    nouns: tuple[int, ...]
    beside: tuple[str, ...] = ()


def fill(document: Document, ground: Ground, slot: str, depth: int = 3) -> tuple[int, ...]:
    """Give the head tokens in one slot: subject, object, dative, owner, modifier, complement or a preposition."""
    tree, clause, nouns = document.tree, ground.clause, ground.nouns
    found: tuple[int, ...] | None = None
    if slot == "owner":
        found = tuple(whose for noun in nouns for whose in owners_of(tree, noun))
    elif slot == "modifier":
        found = tuple(child for noun in nouns for child in tree.children(noun, "amod", "compound", "nmod"))
    elif slot == "doer":
        found = tuple(doer for noun in nouns for doer in doers_below(document, noun))
    elif slot == "dative":
        mistaken = (child for noun in nouns for child in tree.children(noun, "compound") if tree[child].pos == "PROPN")
        found = (*(clause.recipients if clause else ()), *governed(document, ground, "dative"), *mistaken)
    elif slot == "content":
        found = tuple(_in_content(tree, ground))
    elif clause:
        found = _in_clause(tree, clause, nouns, slot)
    return governed(document, ground, slot, depth) if found is None else found


def _in_clause(tree: Tree, around: Clause, nouns: tuple[int, ...], slot: str) -> tuple[int, ...] | None:
    """Give the head tokens in a slot that only a clause has; None for any other."""
    if slot == "subject":
        found = around.subjects or ((*around.after("by"), *hands(tree, around)) if around.passive else ())
        return (*found, *issuers_around(tree, around.verb, found))
    if slot == "teller":
        return subjects_of(tree, tree[around.verb].head) if tree[around.verb].dep == "ccomp" else ()
    if slot == "joined":
        return (*around.objects, *around.after("by")) if around.passive else ()
    if slot == "object":
        return around.objects
    return tuple(_shall_act(tree, around, nouns)) if slot == "complement" else None


def _shall_act(tree: Tree, around: Clause, nouns: tuple[int, ...]) -> Iterator[int]:
    """Give who is to do what is asked: "urged that *Chad* go", "the need for *Chad* to go"."""
    below = [verb for noun in nouns for verb in tree.children(noun, "acl", "relcl", "advcl")]
    called = (verb for verb in (*tree.children(around.verb, "advcl"), *below) if is_called_for(tree, verb))
    for verb in (*around.complements, *called):
        yield from tree.children(verb, "nsubj", "nsubjpass")


def is_called_for(tree: Tree, verb: int) -> bool:
    """Say whether a clause tells what somebody shall do: "called *for* them to leave"."""
    return any(tree[mark].text.lower() == "for" for mark in tree.children(verb, "mark"))


def infinitives(tree: Tree, around: Clause) -> tuple[int, ...]:
    """Give the infinitives with "to" below a verb or its object: "urged Iran *to release*"."""
    below = (*around.complements, *tree.children(around.verb, "advcl", "acl"))
    nouns = (*around.objects, *around.after("on", "upon", "to", "for"))
    below += tuple(verb for head in nouns for verb in tree.children(head, "acl", "relcl"))
    return tuple(verb for verb in below if any(tree[c].text.lower() == "to" for c in tree.children(verb, "aux")))


def _in_content(tree: Tree, ground: Ground) -> Iterator[int]:
    """Give whom what is promised, asked or refused would be done to: "its readiness to work with *Iran*"."""
    gerunds = (
        verb for noun in ground.nouns for child in tree.children(noun, "prep") for verb in tree.children(child, "pcomp")
    )
    if ground.clause and not ground.nouns:  # "committed to *helping* Iran"
        told = (head for each in ground.clause.prepositions for head in each.objects)
        gerunds = (head for head in told if tree[head].tag == "VBG")
    for verb in (*(infinitives(tree, ground.clause) if ground.clause else ()), *gerunds):
        helped = (who for below in tree.children(verb, "ccomp") for who in tree.children(below, "nsubj"))
        named = (*tree.children(verb, "dobj", "dative"), *helped)  # "to help *Iran* rebuild it"
        objects = tuple(each for head in named for each in tree.conjuncts(head))
        yield from objects
        for each in (*prepositions(tree, verb), *(below for head in objects for below in prepositions(tree, head))):
            yield from each.objects


def governed(document: Document, ground: Ground, word: str, depth: int = 3) -> tuple[int, ...]:
    """Give what a preposition governs, whether it hangs on the verb, on its nouns or a little deeper."""
    tree, aside = document.tree, event_words(document.language)["aside"]
    found = list(ground.clause.after(word)) if ground.clause else []
    if word == "between" and not ground.clause and tree[ground.token].dep == "nsubj":
        broke = prepositions(tree, tree[ground.token].head)  # "fighting broke out *between* them"
        found += [head for each in broke if each.word == word for head in each.objects]
    level = list(ground.nouns)
    if ground.clause:
        other = aside.difference(ground.beside)
        level += [head for each in ground.clause.prepositions for head in each.objects if each.word not in other]
    for _ in range(depth):
        below = [each for noun in level for each in prepositions(tree, noun)]
        found += [head for each in below if each.word == word for head in each.objects]
        level = [head for each in below if each.word not in aside for head in each.objects]
    return tuple(dict.fromkeys(found))


def actors_of(document: Document, heads: tuple[int, ...], slot: str) -> tuple[str, ...]:
    """Give those who act: named themselves, or by whom people and bodies that act are described.

    A place acts only where it is named as the one who does ("Gaza fired rockets").
    """
    agents = event_agents(document.language)
    found: dict[str, None] = {}
    for head in heads:
        own = _names(document, head) or _reflexive(document, head) or _of_office(document, head)
        acting = document.tree[head].lemma.lower() in agents and not is_money(document, head)
        meant = own or (acting and _described(document, head)) or _called(document, head)
        for actor in meant or _doers(document, head, slot):
            kind = document.actor[actor].type if actor in document.actor else "person"
            if kind != "outlet" and (kind != "place" or (own and slot in _ACTING)):
                found[actor] = None
    return tuple(found)


def _names(document: Document, head: int) -> tuple[str, ...]:
    """Give whom a word names; of a plural, all whose names stand beside it: "two guests, *Ann Lee and Bo Holm*"."""
    found = named(document, head)
    several = document.tree[head].tag in ("NNS", "NNPS") and len(found) == 1
    beside = named(document, *_apposed(document.tree, head)) if several else ()
    return beside if len(beside) > 1 and found[0] in beside else found


def _of_office(document: Document, head: int) -> tuple[str, ...]:
    """Give who is named at the end of his office and the state it is for: "Envoy for the DPRK *Holm*"."""
    tree = document.tree
    if tree[head].pos != "PROPN":
        return ()
    for each in prepositions(tree, head):
        for i in each.objects if each.word in ("for", "to", "of") else ():
            states = document.who(*tree.children(i, "compound"))
            if tree[i].pos == "PROPN" and states and len(who := document.who(i)) == 1 and who[0] not in states:
                return who
    return ()


def _reflexive(document: Document, head: int) -> tuple[str, ...]:
    """Give the subject to which a pronoun that stands for nobody else leads back: "*Iran* must end *its* war"."""
    tree = document.tree
    noun = tree[tree[head].head]
    if tree[head].text.lower() != "its" or noun.dep != "dobj":
        return ()
    owning = document.who(*subjects_of(tree, noun.head))
    return owning if len(owning) == 1 else ()


def _doers(document: Document, head: int, slot: str) -> tuple[str, ...]:
    """Give whose deed does it: "*Iran*'s launches violated the truce"."""
    deeds = event_phrases(document.language, "nouns")
    known = slot == "subject" and document.tree[head].lemma.lower() in deeds
    return document.who(*document.tree.children(head, "poss")) if known else ()


def recipients_of(
    document: Document, heads: tuple[int, ...], *, direct: bool, without: Collection[str] = ()
) -> tuple[str, ...]:
    """Give those to whom it is done: named themselves, or (unless ``direct``) by what is theirs.

    ``without`` leaves out whom a description may name but cannot mean.
    """
    found = (named(document, head) if direct else _described(document, head, without) for head in heads)
    return tuple(dict.fromkeys(actor for actors in found for actor in actors))


def agents_of(document: Document, heads: tuple[int, ...]) -> str | None:
    """Give the entry that lets a noun act for those by whom it is described, None where none was needed."""
    needed = (agents_at(document, head) for head in heads if not document.who(head))
    return next((f"event_agents/{entry.id}" for entry in needed if entry), None)


def _described(document: Document, head: int, without: Collection[str] = ()) -> tuple[str, ...]:
    if found := _names(document, head) or named(document, *_apposed(document.tree, head)):
        return found
    level, people = [head], agents_at(document, head) is not None
    for depth in range(4):
        for each in level:
            if named(document, each):
                joined = named(document, *_joined(document.tree, each))
                if found := tuple(actor for actor in joined if actor not in without):
                    return found
        aside = _WHERE if people and depth else ()
        level = [below for each in level for below in _below(document, each, aside)]
    return ()


def _joined(tree: Tree, i: int) -> tuple[int, ...]:
    """Give a name with those joined to it: "of *Peru and Chile*", "the *Peruvian and Chilean* ministers"."""
    joined = tree.conjuncts(i)
    if tree[i].dep != "amod" or not tree.children(tree[i].head, "cc"):
        return joined
    return (*joined, *(each for each in tree.children(tree[i].head, "amod") if each not in joined))


def _apposed(tree: Tree, head: int) -> Iterator[int]:
    """Give the names after a noun: "the two ministers, *Ann Lee* and *Bo Holm*"."""
    for child in tree.children(head, "appos"):
        yield from tree.conjuncts(child)


def _called(document: Document, head: int) -> tuple[str, ...]:
    """Give whom a noun describes: "*Peru* is one of the countries that", "*the Lima Group*, a body that"."""
    tree, token = document.tree, document.tree[head]
    if token.dep == "pobj" and tree[token.head].text.lower() == "of":
        token = tree[tree[token.head].head]
    if token.dep == "attr":
        return named(document, *tree.children(token.head, "nsubj"))
    return named(document, token.head) if token.dep == "appos" else ()


def _is_place(document: Document, head: int) -> bool:
    known = [document.actor[each].type for each in document.who(head) if each in document.actor]
    return "place" in known


def _below(document: Document, head: int, aside: Collection[str] = ()) -> Iterator[int]:
    """Give the words below a noun that may tell whose it is.

    ``aside`` are prepositions that tell where a thing is, not whose people are: "members of clubs *in Chad*".
    """
    tree, inside = document.tree, event_words(document.language)["inside"]
    if tree[head].pos in ("VERB", "AUX"):
        return
    if is_other(document, head):  # "our *Iraqi* partners"
        yield from tree.children(head, *_BESIDE)
        return
    named_so = tree[head].pos == "PROPN" and is_name_of_thing(document, tree[head].text)
    near = tree.children(head, *_NAMING)
    yield from (i for i in near if not (named_so and _is_place(document, i)))  # "the *Paris* Agreement"
    yield from doers_below(document, head)
    for verb in tree.children(head, "relcl"):  # "the role that *Peru* plays"
        subjects = tree.children(verb, "nsubj", "nsubjpass")
        yield from (i for i in subjects if tree[i].pos == "PROPN" or (tree[i].pos == "NOUN" and document.who(i)))
    phrases = sorted(prepositions(tree, head), key=lambda each: each.word != "by")
    for each in phrases:  # whose deed it is comes first: "efforts *by the council* for Chad"
        thing = aside and agents_at(document, head) is None
        if each.word in inside and not (thing and each.word in aside):
            yield from (i for i in each.objects if not is_facing(document, i))
