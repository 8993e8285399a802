"""Finding the speaker of quotations that no clause has claimed."""

from detente.claims.utterance_colons import after_colon, before_dash
from detente.claims.utterance_draft import Draft, runs, trimmed
from detente.claims.utterance_sources import cue_of, relays_of, source_of
from detente.documents import Document, Quotation
from detente.lexicon import reporting_verbs
from detente.text import Span, Spans, merge, overlap

_FAR = 300
_NEAR = 12
_LONG = 3
_LEADS = set(",:.?!")
_ENDS = (".", "!")
_STOPS = {".", '"', "”", "»", "“", "«", "''", "``"}


def with_orphans(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Give the drafts with the quotations added that belong to them, and new ones for those with cues of their own."""
    drafts = sorted(drafts, key=lambda each: each.content[0])
    owner: dict[int, Draft] = {}
    outermost = [each for each in document.quotations if each.level == 0]
    for n, each in enumerate(outermost):
        found = _owner(drafts, each)
        if found:
            owner[n] = found
    for n, each in enumerate(outermost):
        if n not in owner:
            before = (outermost[n - 1], owner[n - 1]) if n - 1 in owner else None
            draft = _found(document, each, drafts, before)
            if draft:
                owner[n] = _joined(document, draft, each, drafts)
    return drafts


def _found(
    document: Document, quotation: Quotation, drafts: list[Draft], before: tuple[Quotation, Draft] | None
) -> Draft | None:
    """Give the draft to which a quotation belongs: a cue beside it, after it, the speaker before, a cue before."""
    draft = before_dash(document, quotation) or _beside(document, quotation, drafts)
    draft = draft or after_colon(document, quotation)
    draft = draft or _new(document, quotation, after=True)
    if draft is None and before and _follows(document, before[0], quotation, drafts):
        return before[1]
    return draft or _new(document, quotation, after=False) or _goes_on(document, quotation, drafts)


def _goes_on(document: Document, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """Give the only one who speaks in the sentence before, where a quotation is a sentence of its own.

    "The levy cost too much, *he told the House*. "We will not pay it.""
    """
    first = document.tree.within(quotation.content)[:1]
    here = document.sentence_of(first[0]) if first else None
    if here is None or here.first == 0 or here.span.start < quotation.span.start:
        return None
    before = document.sentence_of(here.first - 1)
    whole = quotation.content.of(document.text)[-1:] in _ENDS and quotation.content.of(document.text).count(" ") > _LONG
    if before.block != here.block or not whole:
        return None
    told = [each for each in drafts if any(before.span.holds(part) for part in each.cue)]
    voices = {each.speakers for each in told}
    return told[0] if len(voices) == 1 and told[0].speakers else None


def _joined(document: Document, draft: Draft, quotation: Quotation, drafts: list[Draft]) -> Draft:
    """Add a quotation to its draft, and a new draft to the others unless its cue has one already."""
    same = next((other for other in drafts if other is not draft and other.verb == draft.verb is not None), None)
    if same and not any(draft is each for each in drafts):
        draft = same
        if not _is_quoted(document, same):
            same.content = ()
    elif not any(draft is each for each in drafts):
        drafts.append(draft)
    if not any(span.holds(quotation.span) for span in draft.content):
        draft.content = merge((*draft.content, quotation.span))
    return draft


def _owner(drafts: list[Draft], quotation: Quotation) -> Draft | None:
    size = quotation.span.end - quotation.span.start
    for each in drafts:
        inside = any(quotation.span.holds(part) for part in each.cue)
        if not inside and 2 * overlap(each.content, (quotation.span,)) > size:
            return each
    return None


def _block(document: Document, quotation: Quotation) -> Span:
    for block in document.blocks:
        if block.span.holds(quotation.span):
            return block.prose
    return Span(0, len(document.text))


def _beside(document: Document, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """Give the draft whose cue or source touches the quotation: "X," he said, "Y"."""
    text = document.text
    for each in drafts:
        parts = [part for part in (*each.cue, *each.source) if not quotation.span.meets(part)]
        if any(_touches(text, part, quotation.span) for part in parts) and _is_quoted(document, each):
            return each
    return None


def _touches(text: str, part: Span, quotation: Span) -> bool:
    """Say whether at most a comma stands between the two."""
    if part.end <= quotation.start:
        gap = text[part.end : quotation.start]
    elif quotation.end <= part.start:
        gap = text[quotation.end : part.start]
    else:
        return False
    return len(gap) < 4 and not any(c.isalnum() or c in "\n." for c in gap)


def _is_quoted(document: Document, draft: Draft) -> bool:
    return any(span.meets(each.span) for each in document.quotations for span in draft.content)


def _follows(document: Document, one: Quotation, other: Quotation, drafts: list[Draft]) -> bool:
    """Say whether the second quotation goes on from the first: it begins a sentence, nothing new is said between."""
    text = document.text
    gap = Span(one.span.end, other.span.start)
    between = gap.of(text)
    if not between.strip():
        return "\n" not in between or _fills(document, other)
    starts = sum(1 for each in document.sentences if one.span.end < each.span.start < other.span.start)
    voices = {each.speakers for each in drafts if each.cue and gap.holds(each.cue[0])}
    if starts > 0 or len(between) > _FAR or len(voices) > 1:
        return False
    if "\n" in between:
        return _fills(document, other)
    return between.rstrip()[-1:] in ".,;:–—"


def _fills(document: Document, quotation: Quotation) -> bool:
    """Say whether the quotation is a paragraph of its own."""
    block = _block(document, quotation)
    return 10 * (quotation.span.end - quotation.span.start) > 9 * (block.end - block.start)


def _new(document: Document, quotation: Quotation, *, after: bool) -> Draft | None:
    """Make a draft of a quotation with a verb of speech after or before it, in the same sentence."""
    tree = document.tree
    known = reporting_verbs(document.language)
    block = _block(document, quotation)
    if after and quotation.content.of(document.text).endswith("."):
        return None
    if after:
        near = list(tree.within(Span(quotation.span.end, block.end)))[:_NEAR]
    else:
        near = list(reversed(tree.within(Span(block.start, quotation.span.start))))[:_NEAR]
    for n, i in enumerate(near):
        token = tree[i]
        if n and token.text in _STOPS:
            break
        if token.pos not in ("VERB", "NOUN") or token.lemma not in known:
            continue
        fitting = (each for second, each in known[token.lemma] if not second and "quote" in each.takes)
        entry = next(fitting, None)
        source, speakers = source_of(tree, i)
        if not source and tree.child(i, "nsubjpass", "auxpass") is not None:
            continue
        if not source or any(quotation.span.holds(tree[s].span) for s in source):
            source, speakers = _subject_beside(document, i, quotation)
        cue = runs(tree, cue_of(tree, i, i))
        spans = trimmed(document.text, runs(tree, source))
        if entry is None or not spans or not _introduces(document, (*cue, *spans), quotation):
            continue
        why = f"reporting_verbs/{entry.id} beside"
        relays = relays_of(tree, i)
        return Draft(i, spans, speakers, cue, (quotation.span,), why, entry.confidence, relays=relays)
    return None


def _introduces(document: Document, parts: Spans, quotation: Quotation) -> bool:
    """Say whether cue or source stand right beside the quotation, or a comma or colon leads up to a long one."""
    text, place = document.text, quotation.span
    if any(_touches(text, part, place) for part in parts):
        return True
    mark = text[: place.start].rstrip()[-1:] if place.start >= max(parts).end else quotation.content.of(text)[-1:]
    return mark in _LEADS and quotation.content.of(text).count(" ") >= _LONG


def _subject_beside(document: Document, verb: int, quotation: Quotation) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the name next to the verb where the parser has lost it: "…," Béjar said; "…," said the minister."""
    tree = document.tree
    for near in (verb + 1, verb - 1, verb + 2, verb + 3):
        if not 0 <= near < len(tree) or tree[near].start < quotation.span.end:
            continue
        if tree[near].pos not in ("NOUN", "PROPN", "PRON") or tree[near].tag == "PRP$":
            continue
        head = next((i for i in (near, *tree.heads(near)) if tree[i].dep != "compound"), near)
        under = tree.subtree(head)
        tokens = tuple(i for i in under if tree[i].start >= quotation.span.end)
        if tokens and verb not in under:
            return tokens, (head,)
    return (), ()
