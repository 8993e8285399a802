"""Find words of pledging with the places of who pledges and what."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.stance_denials import is_disowned
from detente.documents import Document, Tree, clause, factuality, owners, prepositions, subjects_of
from detente.lexicon import CommitmentCue, carriers, commitment_cues, embedders
from detente.text import Span

_LEFT_OUT = ("conj", "cc", "punct", "mark", "parataxis", "preconj", "relcl")
_LONGEST = 400
_WILL = {"will", "would", "shall", "'ll", "'d"}


class Pledge(NamedTuple):
    """A word of pledging; ``head`` is the token that heads what is pledged, ``text`` its words."""

    cue: CommitmentCue
    token: int
    subjects: tuple[int, ...]
    head: int
    text: Span
    evidence: Span


def pledges(document: Document) -> Iterator[Pledge]:
    """Give every pledge, in the order of the text."""
    known = commitment_cues(document.language)
    for token in document.tree.tokens:
        for cue in known.get(token.lemma if token.pos != "AUX" else token.text.lower(), ()):
            found = _LOOK[cue.pos](document, token.i, cue)
            if found and found.subjects and not _is_open(document, found):
                yield found


def _auxiliary(document: Document, token: int, cue: CommitmentCue) -> Pledge | None:
    tree = document.tree
    verb = tree[token].head
    if tree[token].dep != "aux" or tree[verb].pos != "VERB" or tree[verb].lemma in cue.never:
        return None
    if (cue.only and tree[verb].lemma not in cue.only) or tree.children(verb, "auxpass"):
        return None
    text = _text(document, verb)
    return Pledge(cue, verb, subjects_of(tree, verb), verb, text, text)


def _verb(document: Document, token: int, cue: CommitmentCue) -> Pledge | None:
    tree = document.tree
    if tree[token].pos != "VERB" or tree[token].dep in ("amod", "aux"):
        return None
    found = clause(tree, token)
    for slot in cue.object:
        heads: tuple[int, ...] = ()
        if slot == "object" and not found.passive:
            heads = found.objects
        elif slot in ("to", "that"):
            heads = tuple(v for v in found.complements if _is_due(tree, v, slot))
            heads = heads or (found.after("to") if slot == "to" and tree[token].lemma == "commit" else ())
        if heads:
            return _made(document, cue, token, found.subjects, heads[-1] if slot == "object" else heads[0])
    return None


def _is_due(tree: Tree, verb: int, slot: str) -> bool:
    """Say whether a clause tells what will be done: "to reopen", "that it would reopen"."""
    words = {tree[child].text.lower() for child in tree.children(verb, "aux")}
    return "to" in words if slot == "to" else bool(words & _WILL)


def _noun(document: Document, token: int, cue: CommitmentCue) -> Pledge | None:
    tree = document.tree
    if tree[token].pos != "NOUN":
        return None
    below = [v for v in tree.children(token, "acl") if tree[v].tag == "VB"]
    below += [head for prep in prepositions(tree, token) if prep.word in cue.object for head in prep.objects]
    above = tree[tree[token].head]
    expresses = tree[token].dep == "dobj" and (above.lemma, "expresses") in carriers(document.language)
    if not below or not expresses:
        return None
    own = tuple(o for o in owners(tree, token) if tree[o].dep == "poss" and tree[o].tag != "PRP$")
    return _made(document, cue, token, own or clause(tree, above.i).subjects, below[0])


def _adjective(document: Document, token: int, cue: CommitmentCue) -> Pledge | None:
    tree = document.tree
    if tree[token].dep not in ("acomp", "ROOT", "ccomp", "conj", "oprd") or tree[token].pos not in ("ADJ", "VERB"):
        return None
    below = [head for prep in prepositions(tree, token) if prep.word in cue.object for head in prep.objects]
    verb = token if tree[token].pos == "VERB" else tree[token].head
    return _made(document, cue, token, subjects_of(tree, verb), below[0]) if below else None


def _made(document: Document, cue: CommitmentCue, token: int, subjects: tuple[int, ...], head: int) -> Pledge:
    word, text = document.tree[token].span, _text(document, head)
    return Pledge(cue, token, subjects, head, text, Span(min(word.start, text.start), max(word.end, text.end)))


def _text(document: Document, head: int) -> Span:
    """Give the words of what is pledged, subject included, what is joined to it left out."""
    span = document.tree.phrase(head, _LEFT_OUT)
    if span.end - span.start > _LONGEST:
        span = document.tree.phrase(head, (*_LEFT_OUT, "prep", "advcl", "ccomp", "xcomp"))
    return Span(span.start, min(span.end, span.start + _LONGEST))


def _is_open(document: Document, pledge: Pledge) -> bool:
    """Say whether nobody pledges: in a condition, a wish or a refusal."""
    fact = factuality(document, pledge.token)
    known, carried = embedders(document.language), carriers(document.language)
    wished = any(word in known and known[word].effect in ("hypothetical", "negated") for word in fact.why)
    refused = fact.negated and pledge.cue.pos != "auxiliary"
    is_open = any((word, "open") in carried for word in fact.why)
    return is_open or wished or refused or is_disowned(document, pledge.token)


_LOOK = {"auxiliary": _auxiliary, "verb": _verb, "noun": _noun, "adjective": _adjective}
