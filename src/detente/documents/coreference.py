"""Which pronouns and descriptions stand for the same actor as an earlier name."""

from dataclasses import replace

from detente.documents import descriptions, holders, joint, pronouns
from detente.documents.discourse import Discourse
from detente.documents.document import Document
from detente.documents.phrases import is_listed
from detente.documents.speaking import Speaking


def annotate(document: Document) -> Document:
    """Give the document with pronouns and descriptions resolved, where there is evidence."""
    discourse = Discourse(document)
    offices = {role.head: role for role in document.roles}
    _note_speaking(discourse)
    for token in document.tree.tokens:
        named = discourse.mentions.get(token.i)
        if named and named.kind == "name":
            discourse.note(token.i, named.actors)
            _note_list(discourse, token.i)
        if joint.is_number(discourse, token.i):
            found = descriptions.resolve(discourse, token.i)
        elif token.pos in ("PRON", "DET"):
            found = pronouns.resolve(discourse, token.i)
        elif token.i in offices and not named:
            found = holders.of_office(discourse, offices[token.i]) or holders.titled(discourse, token.i)
        elif token.pos in ("NOUN", "PROPN") and not named:
            found = descriptions.resolve(discourse, token.i)
        else:
            continue
        if found:
            discourse.add(found)
            _note_described(discourse, token.i)
    _note_speaking(discourse)
    return _filled(discourse)


def _note_speaking(discourse: Discourse) -> None:
    """Tell who says "I" and "we": once by names alone, and again when every description has been resolved."""
    for mention in Speaking(discourse, _filled(discourse)).mentions():
        discourse.mentions[mention.head] = mention


def _filled(discourse: Discourse) -> Document:
    """Give the document with the mentions, roles and actors found so far."""
    document = discourse.document
    mentions = tuple(sorted(discourse.mentions.values()))
    roles = tuple(sorted((*document.roles, *discourse.roles), key=lambda role: role.span))
    return discourse.registry.fill(replace(document, mentions=mentions, roles=roles))


def _note_described(discourse: Discourse, last: int) -> None:
    """Remember a list that ends in a description: "the Secretary and *the Foreign Minister*"."""
    tree = discourse.document.tree
    first = last
    while tree[first].dep == "conj" and tree[first].head < first:
        first = tree[first].head
    if first != last and tree.conjuncts(first)[-1] == last:
        _note_list(discourse, first)


def _note_list(discourse: Discourse, head: int) -> None:
    """Remember names joined by "and" as several."""
    tree = discourse.document.tree
    joined = tree.conjuncts(head) if tree[head].dep != "conj" else ()
    joined = tuple(sorted({*joined, *(i for i in tree.children(head, "appos") if is_listed(tree, i))}))
    if len(joined) > 1 or discourse.listed(head):
        named = (discourse.mentions[i].actors for i in joined if i in discourse.mentions)
        actors = tuple(dict.fromkeys(actor for some in named for actor in some))
        listed = discourse.listed(head)
        if len(actors) > 1 or listed:
            discourse.note(head, listed if len(listed) > len(actors) else actors)
