"""One speaker going on: "Béjar said that he will go, adding that ...": the second cue is his too, not his words."""

from detente.claims.utterance_draft import Draft, minus, trimmed
from detente.documents import Document
from detente.text import Span


def unthreaded(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Cut what a speaker adds by a further participle out of what he said before, and give him both."""
    tree = document.tree
    quoted = [each.span for each in document.quotations]
    for later in drafts:
        verb = later.verb
        if verb is None or tree[verb].tag != "VBG" or tree[verb].dep != "advcl" or tree[verb - 1].text != ",":
            continue
        cue = later.cue[0]
        if any(span.holds(cue) for span in quoted):
            continue
        for earlier in drafts:
            if earlier is later or earlier.verb is None or earlier.verb > verb:
                continue
            if any(span.holds(cue) for span in earlier.content) and _is_same_sentence(document, earlier.verb, verb):
                added = Span(cue.start, max(span.end for span in earlier.content))
                left = trimmed(document.text, minus(earlier.content, (added,)))
                if left:
                    earlier.content = left
                    later.source, later.speakers = earlier.source, earlier.speakers
                break
    return drafts


def _is_same_sentence(document: Document, one: int, other: int) -> bool:
    return document.sentence_of(one) == document.sentence_of(other)
