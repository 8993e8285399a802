"""Finding the speaker of quotations that no clause has claimed."""

from detente.claims.utterance_cues import cue_of, source_of
from detente.claims.utterance_draft import Draft, runs, trimmed
from detente.documents import Document, Quotation
from detente.lexicon import reporting_verbs
from detente.text import Span, merge, overlap


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
        if n in owner:
            continue
        draft = _beside(document, each, drafts)
        if draft is None and n and (n - 1) in owner and _follows(document, outermost[n - 1], each):
            draft = owner[n - 1]
        if draft is None:
            draft = _new(document, each)
            if draft:
                drafts.append(draft)
        elif not any(span.holds(each.span) for span in draft.content):
            draft.content = merge((*draft.content, each.span))
        if draft:
            owner[n] = draft
    return drafts


def _owner(drafts: list[Draft], quotation: Quotation) -> Draft | None:
    size = quotation.span.end - quotation.span.start
    for each in drafts:
        if 2 * overlap(each.content, (quotation.span,)) > size:
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
        parts = (*each.cue, *each.source)
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


def _follows(document: Document, one: Quotation, other: Quotation) -> bool:
    """Say whether the second quotation goes on from the first: it begins a sentence, nothing new is said between."""
    between = document.text[one.span.end : other.span.start]
    if "\n" in between:
        block = _block(document, other)
        return not between.strip() and 10 * (other.span.end - other.span.start) > 9 * (block.end - block.start)
    return (len(between) < 120 and between.rstrip()[-1:] in ".,;:–—") or not between.strip()


def _new(document: Document, quotation: Quotation) -> Draft | None:
    """Make a draft of a quotation with a verb of speech beside it."""
    tree = document.tree
    known = reporting_verbs(document.language)
    block = _block(document, quotation)
    after = tree.within(Span(quotation.span.end, block.end))
    before = tree.within(Span(block.start, quotation.span.start))
    near = [*list(after)[:12], *list(reversed(before))[:12]]
    for i in near:
        token = tree[i]
        if token.pos != "VERB":
            continue
        fitting = (each for second, each in known.get(token.lemma, ()) if not second and "quote" in each.takes)
        entry = next(fitting, None)
        source, speakers = source_of(tree, i)
        if entry is None or not source or any(quotation.span.holds(tree[s].span) for s in source):
            continue
        cue = runs(tree, cue_of(tree, i, i))
        why = f"reporting_verbs/{entry.id} beside"
        spans = trimmed(document.text, runs(tree, source))
        return Draft(i, spans, speakers, cue, (quotation.span,), why, entry.confidence)
    return None
