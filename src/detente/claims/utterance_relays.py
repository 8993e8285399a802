"""Who carried an utterance to us: "Béjar pointed out that …, according to RT": Béjar speaks, RT relays."""

from detente.claims.utterance_draft import Draft, minus, trimmed
from detente.documents import Document
from detente.text import Span, Spans


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
