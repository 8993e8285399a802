"""What an event is about: its PLOVER contexts and the words for its subject matter."""

from detente.claims.event_matches import Match
from detente.documents import Document
from detente.lexicon import event_contexts
from detente.text import Spans

_ABOUT = ("on", "about", "over", "regarding", "concerning", "for", "of")


def contexts(document: Document, match: Match) -> tuple[str, ...]:
    """Give the contexts that words of the event's clause show, in the order of the words."""
    known = event_contexts(document.language)
    found: dict[str, None] = {}
    for token in document.tree.subtree(match.verb):
        for context in known.get(document.tree[token].lemma.lower(), ()):
            found[context] = None
    return tuple(found)


def about(document: Document, match: Match, recipients: tuple[int, ...]) -> Spans:
    """Give the words for what it is about: what is asked or promised, else what follows "on", "about", "over"."""
    tree, around = document.tree, match.ground.clause
    if around is None:
        return ()
    below = [verb for verb in around.complements if verb not in recipients]
    if below and match.frame.type in ("AGREE", "REQUEST", "REJECT", "THREATEN"):
        return (tree.phrase(below[0]),)
    for each in around.prepositions:
        heads = [head for head in each.objects if head not in recipients]
        if each.word in _ABOUT and heads and tree[heads[0]].head == each.token:
            return (tree.phrase(heads[0]),)
    return ()
