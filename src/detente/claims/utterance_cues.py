"""Verbs that introduce what someone says: "X said that", "X," said Y, "X urged Y to", "X praised Y"."""

from collections.abc import Iterator, Mapping

from detente.claims.utterance_draft import Draft, minus, runs, trimmed, with_quotations
from detente.claims.utterance_frames import FITS, content_of
from detente.claims.utterance_polarity import polarity_of, undecided
from detente.claims.utterance_questions import questions_at
from detente.claims.utterance_sources import cue_of, relays_of, source_of
from detente.claims.utterance_unsaid import is_own, is_unsaid, quoted_tokens
from detente.documents import Document
from detente.documents.tree import Tree
from detente.lexicon import ReportingVerb, Second, reporting_verbs
from detente.text import Span, Spans

_ASIDE = ("PRON", "DET", "NOUN", "ADJ", "PROPN", "NUM")
_THINGS = {"it", "this", "these", "those"}


def verb_drafts(document: Document) -> Iterator[Draft]:
    """Give a draft for every reporting verb that has both a source and a content."""
    yield from undecided(document, list(_verb_drafts(document)))


def _verb_drafts(document: Document) -> Iterator[Draft]:
    known = reporting_verbs(document.language)
    tree = document.tree
    quoted = quoted_tokens(document)
    others = known.get("*", ())
    for token in tree.tokens:
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        for second, entry in _entries(known, token.lemma, others if token.pos == "VERB" else ()):
            partner = _second(tree, token.i, second) if second else token.i
            if partner is None:
                continue
            draft = _draft(document, token.i, partner, entry, in_quotes=token.i in quoted)
            if draft:
                yield draft
                break


def _entries(known: Mapping[str, tuple[Second, ...]], lemma: str, others: tuple[Second, ...]) -> Iterator[Second]:
    """Give the entries of a verb and then those of every verb, unless it is one that never reports."""
    own = known.get(lemma, ())
    yield from own
    if all(entry.takes for _, entry in own):
        yield from others


def _second(tree: Tree, verb: int, second: str) -> int | None:
    for child in tree.children(verb):
        if child > verb and tree[child].text.lower() == second and child - verb <= 3:
            return child
    return None


def _draft(document: Document, verb: int, second: int, entry: ReportingVerb, *, in_quotes: bool) -> Draft | None:
    tree = document.tree
    source, speakers = source_of(tree, verb)
    own = bool(speakers) and is_own(document, verb, speakers[0], entry, in_quotes=in_quotes)
    if not source or own or is_unsaid(document, verb):
        return None
    found = content_of(document, verb, second, entry)
    if found is None:
        return None
    frame, tokens, extra = found
    unknown = tree[source[-1]].text.lower() in _THINGS and not document.who(*speakers)
    if frame not in FITS and (unknown or _is_deed(document, verb, entry)):
        return None
    cue = cue_of(tree, verb, second)
    asked = {i for each in questions_at(document, verb) for i in tree.subtree(each)}
    tokens = tokens - set(source) - set(cue) - extra - asked
    if all(tree[i].pos in ("PRON", "DET", "PUNCT", "SCONJ") for i in tokens):
        return None
    while tree[max(tokens)].pos == "CCONJ":
        tokens.discard(max(tokens))
    tokens -= asides(tree, tokens, clause=frame in FITS)
    tokens -= day_before(document, tokens) if frame == "clause" else set()
    source_spans = trimmed(document.text, runs(tree, source))
    cue_spans = runs(tree, (*cue, *extra))
    content = with_quotations(document, runs(tree, tokens), verb)
    content = trimmed(document.text, minus(content, (*source_spans, *cue_spans)))
    if frame in FITS:
        content = _before_cue(document, content, cue_spans[0], tokens)
    if not content or not source_spans:
        return None
    polarity, why = polarity_of(document, verb, entry, speakers, tokens)
    return Draft(
        verb=verb,
        source=source_spans,
        speakers=speakers,
        cue=cue_spans,
        content=content,
        why=f"reporting_verbs/{entry.id} {frame}{why}",
        confidence=entry.confidence,
        polarity=polarity,
        addressed=entry.addressed,
        relays=relays_of(tree, verb),
    )


def asides(tree: Tree, tokens: set[int], *, clause: bool) -> set[int]:
    """Give what the reporter adds behind the words of another: "..., something that he had said before"."""
    last = max(tokens)
    for i in tokens:
        token = tree[i]
        if token.dep == "appos" and tree.child(i, "relcl") is not None and tree[tree.subtree(i)[0] - 1].text == ",":
            under = tree.subtree(i)
            if under[-1] >= last - 1 and tree[under[0]].pos in _ASIDE:
                return set(under)
        if clause and token.dep == "relcl" and tree[i].head in tokens:
            under = tree.subtree(i)
            if under[-1] >= last - 1 and tree[under[0] - 1].text == "," and tree[under[0]].lemma in ("which", "who"):
                return set(under)
    return set()


def _is_deed(document: Document, verb: int, entry: ReportingVerb) -> bool:
    """Say whether a verb does something to its object and says nothing of it: "recalled the envoy", "denied entry"."""
    tree = document.tree
    withheld = bool(entry.given) and tree.child(verb, "dative") is not None
    given = withheld or any(tree[each].lemma in entry.given for each in tree.children(verb, "dobj", "nsubjpass"))
    return given or (tree[verb].lemma in entry.deeds and _is_someone(document, verb))


def _is_someone(document: Document, verb: int) -> bool:
    """Say whether the object of a verb is an office or a person: he is recalled or received, not spoken of."""
    tree = document.tree
    for noun in tree.children(verb, "dobj", "nsubjpass"):
        if any(noun in (role.head, role.name) for role in document.roles):
            return True
        if any(document.actor[each].type == "person" for each in document.who(noun)):
            return True
    return False


def day_before(document: Document, tokens: set[int]) -> set[int]:
    """Give the day of the telling that has got in front of what is told: "said *on Monday* Peru would leave"."""
    tree = document.tree
    if not tokens:
        return set()
    first = min(tokens)
    start = first + (tree[first].text.lower() == "on")
    if start == first and not tree[first].text[0].isupper():
        return set()
    for time in document.times:
        if time.type == "DATE" and time.span.start == tree[start].start:
            after = tree.at(time.span.end + 1)
            if after in tokens and tree[after].pos in ("PRON", "DET", "PROPN", "NOUN", "SCONJ"):
                return {i for i in tokens if i < after}
    return set()


def _before_cue(document: Document, content: Spans, cue: Span, tokens: set[int]) -> Spans:
    """Drop what stands after the cue, quotations apart, where the content has come to an end before it."""
    tree = document.tree
    top = next((i for i in tokens if tree[i].head not in tokens), None)
    if top is None or len(content) < 2 or tree[top].start > cue.start:
        return content
    return tuple(
        span for span in content if span.start < cue.start or any(q.span.holds(span) for q in document.quotations)
    )
