"""Groups without a name that speak or take a side: "opposition lawmakers", "farmers' unions", "the protesters".

Each is an actor of its own article, which no other article shares: what two articles call "protesters" are two groups.
It belongs to no state, whoever its members are. Its mentions stand apart from those of other actors, so that it counts
only where somebody's words or side are asked for.
"""

from collections.abc import Iterator
from dataclasses import replace

from detente.documents.clauses import clause, owners, prepositions, subjects_of
from detente.documents.document import Actor, Document, Mention
from detente.documents.tree import Tree
from detente.lexicon import CROWD, descriptions, reporting_nouns, reporting_verbs, stance_cues
from detente.text import Span, slug

_FROM = ("from", "by", "among")
_NOBODY = {"no", "any", "few", "what", "which", "whatever"}
_KIND = ("amod", "compound", "poss", "nmod")
_LEFT_OUT = ("relcl", "acl", "appos", "conj", "cc", "preconj", "advcl", "punct", "det", "predet", "nummod", "quantmod", "advmod")  # fmt: skip  # noqa: E501
_LONGEST = 60


def annotate(document: Document) -> Document:
    """Give the document with the groups that it describes and hears, and where it does."""
    told: dict[str, Actor] = {}
    mentions: list[Mention] = []
    for head in sorted(set(_heard(document))):
        if entry := _described(document, head):
            span = _words(document.tree, head)
            actor = _known(document, head, told) or _new(document, span)
            told[actor.id] = actor._replace(mentions=(*told.get(actor.id, actor).mentions, span))
            mentions.append(Mention(span, head, "nominal", (actor.id,), f"descriptions/{entry}"))
    actors = tuple(sorted((*document.actors, *told.values()), key=lambda each: each.id)) if told else document.actors
    return replace(document, crowds=tuple(mentions), actors=actors)


def _heard(document: Document) -> Iterator[int]:
    """Give those who speak or take a side, named or not."""
    tree, language = document.tree, document.language
    verbs = {*stance_cues(language), *reporting_verbs(language)}
    nouns = {*stance_cues(language), *reporting_nouns(language)}
    for token in tree.tokens:
        if token.pos in ("VERB", "AUX") and token.lemma in verbs:
            yield from clause(tree, token.i).subjects
        elif token.pos == "ADJ" and token.lemma in verbs:
            verb = next((each for each in tree.heads(token.i) if tree[each].pos in ("VERB", "AUX")), None)
            yield from subjects_of(tree, verb) if verb is not None else ()
        elif token.pos == "NOUN" and token.lemma in nouns:
            yield from owners(tree, token.i)
            yield from (head for prep in prepositions(tree, token.i) if prep.word in _FROM for head in prep.objects)
            above = subjects_of(tree, token.head) if tree[token.head].pos in ("VERB", "AUX") else ()
            yield from (each for each in above if each != token.i)


def _described(document: Document, head: int) -> str | None:
    """Give the entry by which a noun describes a group; None where it does not, or stands for somebody known."""
    tree = document.tree
    token = tree[head]
    if token.pos != "NOUN" or head in document.mention_at or _is_nobody(tree, head):
        return None
    apt = bool(tree.children(head, *_KIND, "relcl"))
    for entry in descriptions(document.language).get(token.lemma.lower(), ()):
        alone = entry.kind == "gathering" and (entry.national or (entry.qualified and apt))
        if entry.kind in CROWD and (token.tag == "NNS" or alone):
            loose = entry.qualified or entry.kind == "people"
            return entry.id if not loose or apt or (entry.kind == "people" and tree.children(head, "prep")) else None
    return None


def _is_nobody(tree: Tree, head: int) -> bool:
    return any(tree[each].text.lower() in _NOBODY for each in tree.children(head, "det", "amod", "predet"))


def _words(tree: Tree, head: int) -> Span:
    """Give the words that describe a group, without number and article."""
    whole = tree.phrase(head, _LEFT_OUT)
    short = whole if whole.end - whole.start <= _LONGEST else tree.phrase(head, (*_LEFT_OUT, "prep"))
    first = next(i for i in tree.within(short) if i == head or tree[i].dep != "det")
    return Span(tree[first].start, short.end)


def _new(document: Document, span: Span) -> Actor:
    name = " ".join(span.of(document.text).split())
    return Actor(f"crowd/{slug(name)}", name, "group", linked=False, mentions=())


def _known(document: Document, head: int, told: dict[str, Actor]) -> Actor | None:
    """Give the only group told of under this noun, where nothing stands beside it: "the protesters"."""
    tree = document.tree
    if tree.children(head, *_KIND, "relcl", "prep"):
        return None
    noun = slug(tree[head].text)
    same = [each for each in told.values() if f"-{noun}-" in f"-{each.id.partition('/')[2]}-"]
    return same[0] if len(same) == 1 else None
