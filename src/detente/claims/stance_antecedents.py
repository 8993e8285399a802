"""What a bare noun takes up that the article has named: "the dam" after "the Rovi dam", "the plan" after "Rovi"."""

from detente.documents import Document
from detente.lexicon import carriers

_BACK = 3
"""As many sentences back a noun that tells of no kind ("the project") takes up a name."""


def named_before(document: Document, head: int) -> tuple[str, ...]:
    """Give whom or what a bare definite noun takes up: "the dam" after "the Rovi dam", "the plan" after "Rovi"."""
    tree = document.tree
    token = tree[head]
    bare = {tree[each].dep for each in tree.children(head)} <= {"det", "punct", "cc", "conj"}
    definite = any(tree[each].text.lower() in ("the", "this", "that") for each in tree.children(head, "det"))
    if token.pos != "NOUN" or not bare or not definite:
        return ()
    generic = (token.lemma, "generic") in carriers(document.language)
    first = (
        document.sentences[max(0, document.sentences.index(document.sentence_of(head)) - _BACK)].first if generic else 0
    )
    for i in range(head - 1, first - 1, -1):
        same = tree[i].lemma == token.lemma and tree[i].pos == "NOUN"
        beside = tree.subtree(i) if same else (i,) if generic else ()
        if found := tuple(who for each in beside if each != head for who in _spots(document, each)):
            return found[:1]
    return ()


def _spots(document: Document, token: int) -> tuple[str, ...]:
    """Give the places, smaller than states and known to this article alone, that a token names."""
    known = (document.actor.get(who) for who in document.who(token))
    return tuple(each.id for each in known if each and each.type == "place" and not each.linked)
