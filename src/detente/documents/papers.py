"""For whom a document speaks: "Met Norway issued a warning. The warning read", "reads the communiqué"."""

from collections.abc import Iterator

from detente.documents.clauses import owners, subjects_of
from detente.documents.discourse import Discourse
from detente.documents.phrases import is_definite
from detente.documents.sides import beside
from detente.lexicon import Description, statement_words

_ISSUERS = ("state", "government", "bloc", "organisation", "party")
_REACH = 3


def author(discourse: Discourse, i: int, entry: Description) -> tuple[str, ...]:
    """Give the issuers of a document that speaks: its owners, those told to have issued it, or who acted last.

    Who acted last issues only what bodies issue ("the communiqué"), not a report or a letter of unknown origin.
    """
    tree = discourse.document.tree
    token = tree[i]
    if not _speaks(discourse, i) or not is_definite(discourse, i) or token.tag != "NN":
        return ()
    if owners(tree, i) and (own := _owners(discourse, i)):
        return own
    if named := beside(discourse, i):
        return named if len(named) == 1 else ()
    if told := next(filter(None, _told(discourse, i, entry)), ()):
        return told
    if entry.id != "document":
        return ()
    acted = (t for t in discourse.recent(_REACH, i) if t.subject and len(t.actors) == 1)
    return next(((t.actors[0],) for t in acted if discourse.type_of(t.actors[0]) in _ISSUERS), ())


def _speaks(discourse: Discourse, i: int) -> bool:
    """Say whether the document is the subject, also of "'…', reads the communiqué", or that according to which."""
    tree = discourse.document.tree
    token = tree[i]
    if token.dep == "pobj":
        return tree[tree[token.head].head].lemma in ("accord", "according")
    after = token.dep == "dobj" and token.head < i and not tree.children(token.head, "nsubj", "nsubjpass")
    ends = {each.span.end for each in discourse.document.quotations}
    near = {tree[token.head].start - gap for gap in (0, 1, 2)}
    return token.dep == "nsubj" or (after and bool(ends & near))


def _owners(discourse: Discourse, i: int) -> tuple[str, ...]:
    tree = discourse.document.tree
    named = (discourse.mentions[head].actors for head in tree.children(i, "poss") if head in discourse.mentions)
    return next(
        (tuple(discourse.document.state_of(a) if _is_body(discourse, a) else a for a in each) for each in named), ()
    )


def _is_body(discourse: Discourse, actor: str) -> bool:
    return discourse.type_of(actor) == "government"


def _told(discourse: Discourse, i: int, entry: Description) -> Iterator[tuple[str, ...]]:
    """Give those of whom the text tells, the latest first, that they issued such a document or spoke in it."""
    tree = discourse.document.tree
    words = statement_words(discourse.document.language)
    giving = words["issue"] | words["write"]
    first = discourse.document.sentences[max(0, discourse.sentence(i) - _REACH)].first
    for token in reversed(tree.tokens[first:i]):
        if token.lemma.lower() not in entry.words or token.pos not in ("NOUN", "PROPN"):
            continue
        same = token.lemma.lower() == tree[i].lemma.lower() or entry.id == "document"
        verb = tree[token.head].head if token.dep == "pobj" and tree[token.head].text.lower() == "in" else token.head
        told = token.dep == "pobj" or tree[verb].lemma in giving
        if same and told and tree[verb].pos == "VERB" and token.dep in ("pobj", "dobj", "nsubjpass"):
            heads = subjects_of(tree, verb) if token.dep != "nsubjpass" else _agents(discourse, verb)
            yield tuple(
                dict.fromkeys(a for h in heads if h in discourse.mentions for a in discourse.mentions[h].actors)
            )
        yield _by(discourse, token.i) if same else ()


def _agents(discourse: Discourse, verb: int) -> tuple[int, ...]:
    tree = discourse.document.tree
    return tuple(head for by in tree.children(verb, "agent") for head in tree.children(by, "pobj"))


def _by(discourse: Discourse, noun: int) -> tuple[str, ...]:
    """Read "a warning issued by Met Norway"."""
    tree = discourse.document.tree
    heads = (head for each in tree.children(noun, "acl") for head in _agents(discourse, each))
    return next((discourse.mentions[head].actors for head in heads if head in discourse.mentions), ())
