"""Which frames the words of a document match, before anybody asks who took part or whether it happened."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.event_roles import Ground
from detente.documents import Clause, Document, Tree, clause, prepositions
from detente.lexicon import Frame, Phrase, event_phrases

_QUANTITIES = ("of",)
_GOVERNED = ("dobj", "nsubjpass", "attr", "oprd", "nsubj")
_WORDS = ("VERB", "AUX")


class Match(NamedTuple):
    """A frame found at a token. ``verb`` carries tense and subject; ``taken`` are tokens that belong to it."""

    frame: Frame
    token: int
    verb: int
    ground: Ground
    taken: tuple[int, ...]


def matches(document: Document) -> list[Match]:
    """Give at most one match a token, in the order of the text; nouns that belong to a verb's match are left out."""
    tree = document.tree
    verbs, nouns, adjectives = (event_phrases(document.language, kind) for kind in ("verbs", "nouns", "adjectives"))
    found: list[Match] = []
    for token in tree.tokens:
        lemma = token.lemma.lower()
        match = None
        if lemma in verbs and token.pos in _WORDS and token.dep not in ("aux", "auxpass", "amod"):
            match = _verb(tree, clause(tree, token.i), verbs[lemma])
        elif lemma in adjectives and token.pos in ("ADJ", "VERB"):
            match = _adjective(tree, token.i, adjectives[lemma])
        if match is None and lemma in nouns and token.pos in ("NOUN", "PROPN"):
            match = _noun(tree, token.i, nouns[lemma])
        if match:
            found.append(match)
    taken = {token for match in found for token in match.taken}
    return [match for match in found if match.token not in taken]


def _verb(tree: Tree, around: Clause, phrases: tuple[Phrase, ...]) -> Match | None:
    beside = {*around.particles, *(each.word for each in around.prepositions)}
    beside |= {tree[child].lemma for child in tree.children(around.verb, "advmod", "acomp", "dobj", "advcl")}
    objects = tuple(_with_contents(tree, around.objects))
    for phrase in phrases:
        frame = phrase.frame
        if not beside.issuperset(phrase.beside) or not _complement(tree, around, frame):
            continue
        named = tuple(head for head in objects if _is_named(tree, head, frame.objects))
        if (frame.objects and not named) or any(_is_named(tree, head, frame.without) for head in objects):
            continue
        if frame.needs and not _needs(frame, around):
            continue
        return Match(frame, around.verb, around.verb, Ground(around.verb, around, objects), named)
    return None


def _with_contents(tree: Tree, heads: tuple[int, ...]) -> Iterator[int]:
    """Give heads, each followed by what it counts: "a series of attacks", "one of the men"."""
    for head in heads:
        yield head
        for each in prepositions(tree, head):
            if each.word in _QUANTITIES:
                yield from each.objects


def _is_named(tree: Tree, head: int, phrases: tuple[str, ...]) -> bool:
    """Say whether a noun is one of the phrases: its lemma the last word, the others before it."""
    lemma = tree[head].lemma.lower()
    for phrase in phrases:
        *before, last = phrase.split()
        if lemma == last and (not before or set(before) <= _modifiers(tree, head)):
            return True
    return False


def _modifiers(tree: Tree, head: int) -> set[str]:
    return {tree[child].lemma.lower() for child in tree.children(head, "amod", "compound", "nmod")}


def _complement(tree: Tree, around: Clause, frame: Frame) -> bool:
    if not frame.complement:
        return True
    if frame.complement == "any":
        return bool(around.complements)
    if frame.complement == "gerund":
        return any(tree[head].tag == "VBG" for each in around.prepositions for head in each.objects) or any(
            tree[verb].tag == "VBG" for verb in around.complements
        )
    below = (*around.complements, *tree.children(around.verb, "advcl", "acl"))
    below += tuple(verb for head in around.objects for verb in tree.children(head, "acl"))
    below += tuple(verb for head in around.after("on", "upon", "to", "for") for verb in tree.children(head, "acl", "relcl"))
    return any(tree[verb].tag == "VB" and _marked(tree, verb) for verb in below)


def _marked(tree: Tree, verb: int) -> bool:
    return any(tree[child].text.lower() == "to" for child in tree.children(verb, "aux"))


def _needs(frame: Frame, around: Clause) -> bool:
    """Say whether one of the slots that a frame needs is filled."""
    filled = {each.word for each in around.prepositions if each.objects}
    filled |= {name for name, heads in (("object", around.objects), ("dative", around.recipients)) if heads}
    filled |= {"subjects"} if len(around.subjects) > 1 else set()
    return bool(filled & set(frame.needs))


def _adjective(tree: Tree, token: int, phrases: tuple[Phrase, ...]) -> Match | None:
    """Match "is willing to withdraw": the subject belongs to the verb above."""
    head = tree[token].head
    if tree[token].dep not in ("acomp", "oprd", "ROOT", "conj") or tree[head].pos not in _WORDS:
        return None
    below = tree.children(token, "xcomp", "ccomp")
    around = clause(tree, head)._replace(complements=below)
    around = around._replace(prepositions=(*around.prepositions, *prepositions(tree, token)))
    beside = {each.word for each in around.prepositions}
    for phrase in phrases:
        infinitive = any(_marked(tree, verb) for verb in below)
        if beside.issuperset(phrase.beside) and (infinitive or phrase.frame.complement != "to"):
            return Match(phrase.frame, token, head, Ground(token, around, ()), ())
    return None


def _noun(tree: Tree, token: int, phrases: tuple[Phrase, ...]) -> Match | None:
    verb = governor(tree, token)
    light = tree[verb].lemma if verb is not None else None
    for phrase in phrases:
        if phrase.beside and not set(phrase.beside) <= _modifiers(tree, token):
            continue
        frame = phrase.frame
        if frame.needs and not {each.word for each in prepositions(tree, token)} & set(frame.needs):
            continue
        if light in frame.light and verb is not None:
            return Match(frame, token, verb, Ground(token, clause(tree, verb), (token,)), ())
        if not frame.only_light:
            return Match(frame, token, token, Ground(token, None, (token,)), ())
    return None


def governor(tree: Tree, noun: int) -> int | None:
    """Give the verb that a noun completes: "launch an *attack*", "engage in *talks*", "a series of *raids*"."""
    token = tree[noun]
    for _ in range(4):
        head = tree[token.head]
        if token.dep == "conj" or (token.dep == "pobj" and head.text.lower() == "of"):
            token = head if token.dep == "conj" else tree[head.head]
        elif token.dep == "pobj" and head.pos == "ADP" and tree[head.head].pos in _WORDS:
            return head.head
        else:
            return head.i if token.dep in _GOVERNED and head.pos in _WORDS else None
    return None
