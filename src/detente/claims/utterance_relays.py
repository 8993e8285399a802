"""Who carried an utterance to us, and which question it answers.

"Béjar pointed out that …, according to RT": Béjar speaks, RT relays. "When asked if he will go, Béjar said …": the
question is nobody's claim, the answer is.
"""

from detente.claims.utterance_draft import Draft, minus, runs, trimmed
from detente.documents import Document
from detente.documents.tree import Tree
from detente.lexicon import reporting_nouns
from detente.text import Span, Spans

_ASK = {"ask", "question", "press", "quiz", "query"}
_PLACES = ("in", "at", "during", "on", "to", "with", "before", "via", "through")


def with_relays(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Turn "according to" into a relay where the clause on which it hangs has a speaker of its own."""
    verbs = {each.verb: each for each in drafts if each.verb is not None and each.speakers}
    kept = []
    for draft in drafts:
        spoken = _spoken(document, draft, verbs) if draft.why.startswith("reporting_phrases/") else None
        if spoken is None:
            kept.append(draft)
            continue
        spoken.relays = (*spoken.relays, *_named(document, draft.source))
        if not _only_hands_on(document, draft):
            kept.append(draft)
        phrase = (Span(draft.cue[0].start, draft.source[-1].end),)
        spoken.content = trimmed(document.text, minus(spoken.content, phrase)) or spoken.content
    return kept


def _only_hands_on(document: Document, draft: Draft) -> bool:
    """Say whether those whom the phrase names only hand on: an outlet, or nobody known; a state says it all itself."""
    named = document.who(*_named(document, draft.source))
    return not named or any(document.actor[each].type in ("outlet", "organisation") for each in named)


def _spoken(document: Document, according: Draft, verbs: dict[int, Draft]) -> Draft | None:
    """Give the utterance that somebody else carries: its cue governs the phrase, or its content ends with it."""
    tree = document.tree
    assert according.verb is not None  # noqa: S101 - "according" is a token
    sentence = document.sentence_of(according.verb)
    for above in tree.heads(according.verb):
        if above in verbs and verbs[above] is not according and above != according.verb:
            return verbs[above]
    root = next((i for i in range(sentence.first, sentence.last) if tree[i].head == i), None)
    return verbs.get(root) if root is not None else None


def _named(document: Document, spans: Spans) -> tuple[int, ...]:
    """Give the heads of the mentions inside a phrase; names go before descriptions: "a report from RT" is RT."""
    tokens = [i for span in spans for i in document.tree.within(span)]
    known = [document.mention_at[i] for i in tokens if i in document.mention_at]
    names = [each.head for each in known if each.kind == "name"]
    return tuple(names or [each.head for each in known])


def question_before(document: Document, verb: int) -> Spans:
    """Give the question that the words answer: "asked whether ...", before the verb in its own sentence."""
    tree = document.tree
    for child in tree.children(verb, "advcl", "dep", "csubj"):
        if tree[child].lemma in _ASK and tree[child].tag == "VBN":
            heads = tree.children(child, "ccomp", "advcl", "xcomp") or tree.children(child, "prep")
            tokens = {i for head in heads for i in tree.subtree(head)}
            if tokens:
                return trimmed(document.text, runs(tree, tokens))
    return ()


def place_of(document: Document, verb: int) -> tuple[Span | None, Span | None]:
    """Give the words for where something was said ("in his statement") and to whom ("told reporters")."""
    tree = document.tree
    venue = audience = None
    nouns = reporting_nouns(document.language)
    for child in tree.children(verb, "prep", "dative", "dobj"):
        if tree[child].dep == "dobj":
            continue
        for head in tree.children(child, "pobj"):
            uses = {entry.use for entry in nouns.get(tree[head].lemma.lower(), ())}
            if tree[child].lemma in _PLACES and "venue" in uses:
                venue = venue or tree.phrase(head, without=("relcl", "acl"))
            elif tree[child].lemma == "to":
                audience = audience or tree.phrase(head, without=("relcl", "acl"))
    return venue, audience


def addressed(tree: Tree, verb: int, content: Spans) -> int | None:
    """Give the head of the one spoken to: "told *reporters* that"."""
    for child in tree.children(verb, "dobj", "dative"):
        if not any(span.meets(tree[child].span) for span in content) and tree[child].pos != "ADP":
            return child
    return None
