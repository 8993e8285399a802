"""In which capacity somebody speaks: for a state or body, for himself, or left open."""

from detente.claims.kinds import Capacity
from detente.claims.utterance_draft import Draft, minus
from detente.documents import Document, Role
from detente.lexicon import reporting_ways
from detente.text import Span, fold

_OPENING = 6
_NO_BODY = ("person", "place", "group")


def capacity_of(document: Document, draft: Draft, speakers: tuple[str, ...]) -> tuple[Capacity, str]:
    """Judge the capacity, and name the rule where one has decided that it is personal."""
    for way, words in (("personal_beside", _beside(document, draft)), ("personal_opening", _opening(document, draft))):
        padded = f" {fold(words)} "
        if any(f" {fold(phrase)} " in padded for phrase in reporting_ways(document.language)[way].words):
            return "personal", f"; reporting_ways/{way}"
    actors = [document.actor[each] for each in speakers if each in document.actor]
    held = [role for role in document.roles if _is_held(document, draft, role)]
    if any(role.status == "former" for role in held):
        return "unclear", ""
    if actors and all(each.type not in _NO_BODY or each.represents for each in actors):
        return "institutional", ""
    return ("institutional" if held else "unclear"), ""


def _is_held(document: Document, draft: Draft, role: Role) -> bool:
    """Say whether a role is that of the source itself, not of somebody named beside it: "the president's son"."""
    tree = document.tree
    if not draft.speakers:
        return any(span.holds(role.span) for span in draft.source)
    named = {each for head in draft.speakers for each in (head, *tree.children(head, "appos", "compound", "nmod"))}
    return role.head in named or role.name in named


def _beside(document: Document, draft: Draft) -> str:
    """Give the words of source and cue, and of what stands in the sentence around what is said."""
    if draft.verb is None:
        return ""
    sentence = document.sentence_of(draft.verb).span
    quoted = tuple(each.span for each in document.quotations)
    around = minus((sentence,), (*draft.content, *quoted)) if _is_alone(document, draft) else ()
    own = (*draft.source, *draft.cue)
    return " ".join(span.of(document.text).replace(",", " ").strip() for span in (*own, *around))


def _is_alone(document: Document, draft: Draft) -> bool:
    """Say whether the verb governs its sentence, so that what stands around it is about its speaker."""
    return draft.verb is not None and document.tree[draft.verb].dep == "ROOT"


def _opening(document: Document, draft: Draft) -> str:
    """Give the words with which what is said begins."""
    first = draft.content[0]
    tokens = document.tree.within(Span(first.start, first.end))[:_OPENING]
    return " ".join(document.tree[i].text for i in tokens)
