"""What a reporting verb takes: a clause, an infinitive, an object, someone and what he shall do."""

from collections.abc import Callable, Iterable

from detente.claims.utterance_clauses import caught, clauses_after_that, own
from detente.claims.utterance_sources import inserted, stolen
from detente.documents import Document
from detente.documents.tree import Tree
from detente.lexicon import ReportingVerb

_FINITE_OR_PERFECT = {"VBD", "VBZ", "VBP", "VBN"}

Content = tuple[str, set[int], set[int]]


def content_of(document: Document, verb: int, second: int, entry: ReportingVerb) -> Content | None:
    """Give the frame, the tokens of the content, and those that belong to the cue."""
    tree = document.tree
    children = [*tree.children(verb), *(tree.children(second) if second != verb else ())]
    for frame in entry.takes:
        extra: set[int] = set()
        if frame == "order":
            tokens, extra = _order(tree, children)
        elif frame == "about":
            extra = {child for child in children if child > verb and _is_phrase(tree, child, entry.about)}
            tokens = _below(tree, extra) - extra
        elif frame in ("object", "naming"):
            tokens = _object(tree, children, entry, naming=frame == "naming")
        else:
            fits = FITS[frame]
            heads = own(document, verb, [child for child in children if child != second and fits(document, child)])
            heads = heads or (caught(document, verb, entry) if frame == "clause" else [])
            tokens = _below(tree, heads)
            tokens = {i for i in tokens if i > verb} if frame == "infinitive" else tokens
            for head in heads:
                for each in stolen(tree, verb, head):
                    tokens -= {*tree.subtree(each), *(cc for cc in tree.children(head, "cc") if cc < each)}
            if not tokens and (frame == "clause" or (frame == "quote" and _in_quotes(document, tree[verb].head))):
                tokens = _parenthetical(document, verb)
            if not tokens and frame == "clause":
                tokens = _foregoing(document, verb) or _rest(document, verb)
        if tokens:
            return frame, tokens, extra
    return None


def _below(tree: Tree, heads: Iterable[int]) -> set[int]:
    return {token for head in heads for token in tree.subtree(head)}


def _is_phrase(tree: Tree, token: int, words: tuple[str, ...]) -> bool:
    return tree[token].dep == "prep" and tree[token].lemma in words


def _is_clause(document: Document, token: int) -> bool:
    tree = document.tree
    dep = tree[token].dep
    if tree[token].lemma == "ask" and tree[token].tag == "VBN" and tree[token - 1].pos in ("PUNCT", "SCONJ", "SPACE"):
        return False
    return (dep == "ccomp" or (dep == "xcomp" and tree[token].tag != "VBG")) and not is_to(tree, token)


def _is_that(document: Document, token: int) -> bool:
    tree = document.tree
    return tree[token].dep == "ccomp" and any(
        tree[mark].text.lower() == "that" for mark in tree.children(token, "mark")
    )


def _is_quote(document: Document, token: int) -> bool:
    return _is_clause(document, token) and _in_quotes(document, token)


def _is_infinitive(document: Document, token: int) -> bool:
    return document.tree[token].dep == "xcomp" and is_to(document.tree, token)


def _is_gerund(document: Document, token: int) -> bool:
    return document.tree[token].dep in ("xcomp", "dobj") and document.tree[token].tag == "VBG"


FITS: dict[str, Callable[[Document, int], bool]] = {
    "clause": _is_clause,
    "that": _is_that,
    "quote": _is_quote,
    "infinitive": _is_infinitive,
    "gerund": _is_gerund,
}


def _object(tree: Tree, children: list[int], entry: ReportingVerb, *, naming: bool) -> set[int]:
    """Give what is praised, announced or named, with what is said of it: "accused X of Y", "called X a friend"."""
    objects = [child for child in children if tree[child].dep in ("dobj", "nsubjpass")]
    further = ("oprd", "xcomp")
    more = [each for each in children if tree[each].dep in further or _is_phrase(tree, each, entry.beyond)]
    if naming:
        more += [
            each
            for noun in objects
            for each in tree.children(noun, "amod", "acl")
            if each > noun and _is_name(tree, each)
        ]
    if naming and not (more and objects):
        small = [each for each in children if tree[each].dep == "ccomp" and tree.child(each, "nsubj") is not None]
        return _below(tree, [*small, *more, *(objects if small or more else ())])
    return (
        _below(tree, (*objects, *more)) if objects else _below(tree, (each for each in more if _is_as_bare(tree, each)))
    )


def _is_as_bare(tree: Tree, token: int) -> bool:
    """Say whether the object has slipped behind "as": "rejected *as untrue reports that* it had sold the ship"."""
    nouns = tree.children(token, "pobj") if tree[token].lemma == "as" else ()
    return any(
        tree[token + 1].tag == "JJ" and tree[token + 1].head == noun and clauses_after_that(tree, noun)
        for noun in nouns
    )


def _is_name(tree: Tree, token: int) -> bool:
    """Say whether an adjective behind its noun is what the noun is called: "called the decision “regrettable”"."""
    return tree[token].pos == "ADJ" or tree[tree.subtree(token)[0] - 1].pos == "PUNCT"


def is_to(tree: Tree, verb: int) -> bool:
    """Say whether a verb stands after "to"."""
    return any(tree[child].lemma == "to" for child in tree.children(verb, "aux"))


def _in_quotes(document: Document, token: int) -> bool:
    start = document.tree[token].start
    return any(each.content.start <= start < each.content.end for each in document.quotations)


def _parenthetical(document: Document, verb: int) -> set[int]:
    """Give the clause into which "X said" is thrown."""
    tree = document.tree
    token = tree[verb]
    if inserted(tree, verb):
        return _around(tree, verb)
    thrown_in = token.dep == "parataxis" or (token.dep == "advcl" and _is_as(tree, verb))
    if not thrown_in or tree.child(verb, "dobj", "nsubjpass") is not None:
        return set()
    return set(tree.subtree(token.head)) - set(tree.subtree(verb))


def _around(tree: Tree, verb: int) -> set[int]:
    """Give the clause around "Peru, the ministry announced, would leave"."""
    noun = tree[verb].head
    clause = next((i for i in tree.heads(noun) if tree[i].pos in ("VERB", "AUX")), None)
    if clause is None:
        return set()
    first = max((i + 1 for i in range(noun) if tree[i].text == ";"), default=0)
    return {i for i in tree.subtree(clause) if i >= first} - set(tree.subtree(noun))


def _is_as(tree: Tree, verb: int) -> bool:
    """Say whether this is "as he put it"."""
    return any(tree[child].text.lower() == "as" for child in tree.children(verb, "mark", "advmod", "prep"))


def _foregoing(document: Document, verb: int) -> set[int]:
    """Give the sentence up to "..., said the minister" where the parser has not seen that it is what was said."""
    tree = document.tree
    subjects = tree.children(verb, "nsubj")
    if tree[document.sentence_of(verb).first].lemma.lower() in ("ask", "asked"):
        return set()
    finite = tree[verb].tag in ("VBD", "VBZ") or (tree[verb].tag == "VBN" and tree.child(verb, "aux") is not None)
    if not finite or not subjects or tree.child(verb, "dobj", "prt", "auxpass") is not None:
        return set()
    first = document.sentence_of(verb).first
    start = verb if subjects[-1] > verb else min(tree.subtree(subjects[-1]))
    if start - 1 <= first or tree[start - 1].text not in (",", '"', "”", "''"):
        return set()
    before = set(range(first, start - 1))
    finite = any(tree[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in before)
    return before if finite and tree[first].pos not in ("SCONJ", "ADP", "ADV", "CCONJ") else set()


def _rest(document: Document, verb: int) -> set[int]:
    """Give the rest of the sentence where the parser has found no clause: "the members said they will not come"."""
    tree = document.tree
    if (
        tree[verb].tag not in ("VBD", "VBZ", "VBP", "VBN")
        or tree.child(verb, "dobj", "nsubjpass", "auxpass") is not None
    ):
        return set()
    last = document.sentence_of(verb).last
    first = verb + 1
    if first >= last or tree[first].pos not in ("DET", "PRON", "PROPN", "NOUN", "SCONJ", "ADJ"):
        return set()
    rest = set(range(first, last))
    finite = any(tree[i].tag in ("VBD", "VBZ", "VBP", "MD") and tree[i].pos in ("VERB", "AUX") for i in rest)
    return rest if finite else set()


def _order(tree: Tree, children: list[int]) -> tuple[set[int], set[int]]:
    """Give the one addressed and what he is to do, and the preposition before him: "called on Peru to leave"."""
    verbs = [child for child in children if tree[child].dep in ("xcomp", "ccomp", "advcl") and is_to(tree, child)]
    extra = {
        child for child in children if verbs and child < verbs[0] and _is_phrase(tree, child, ("on", "upon", "to"))
    }
    whom = [child for child in children if tree[child].dep in ("dobj", "dative") and tree[child].pos != "ADP"]
    whom += [head for each in extra for head in tree.children(each, "pobj")]
    if verbs and (whom or tree.child(verbs[0], "nsubj") is not None):
        return _below(tree, (*whom, *verbs)), extra
    return set(), set()
