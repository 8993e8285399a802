"""Sides that cancel out: who would "neither support nor oppose" a thing takes no side on it."""

from detente.claims.stance_found import Found
from detente.documents import Document, factuality
from detente.lexicon import carriers, stance_cues

_OPPOSITE = {"for": "against", "against": "for"}


def is_balanced(document: Document, found: Found) -> bool:
    """Say whether an attitude is denied together with the opposite one that is joined to it."""
    opposite = _OPPOSITE.get(found.cue.polarity)
    first = _first(document, found.token)
    joined = {first, *(each for each in document.tree.conjuncts(found.token) if not _is_another(document, each, first))}
    partners = [each for each in joined if each != found.token and _takes(document, each, opposite)]
    denying, tree = carriers(document.language), document.tree
    neither = any((tree[each].text.lower(), "negates") in denying for each in tree.children(first, "preconj"))
    apart = _is_another(document, found.token, first)
    return bool(partners) and not apart and (neither or factuality(document, first).negated)


def _is_another(document: Document, token: int, first: int) -> bool:
    """Say whether what is joined to an attitude is told by itself: "and *members* find no line", "and *will* vote"."""
    return token != first and bool(document.tree.children(token, "nsubj", "nsubjpass", "aux"))


def _first(document: Document, token: int) -> int:
    tree = document.tree
    return tree[token].head if tree[token].dep == "conj" else token


def _takes(document: Document, token: int, side: str | None) -> bool:
    cues = stance_cues(document.language).get(document.tree[token].lemma, ())
    return side is not None and any(cue.polarity == side for cue in cues)
