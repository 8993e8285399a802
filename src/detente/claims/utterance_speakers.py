"""The actors who speak: named by the source, or present in the talk."""

import re
from collections.abc import Iterator

from detente.claims.utterance_draft import Draft
from detente.claims.utterance_transcripts import LABEL, Person, hearer, labelled, person_of, turn_at
from detente.documents import Document, Mention, issuers_of, signatory_of
from detente.lexicon import pronouns
from detente.text import Span

_JOINTS = re.compile(r",? and |, ")
_FEWEST = 3


def speakers_of(document: Document, draft: Draft) -> tuple[str, ...]:
    """Give the actors that the source names: by its heads, by what stands beside them, never by mere nearness."""
    tree = document.tree
    if draft.why.split(";")[0] == LABEL:
        return labelled(document, draft.source[0])
    if found := _listed(document, draft) or document.who(*draft.speakers):
        return found
    if len(draft.speakers) == 1 and (person := person_of(document, draft.speakers[0])):
        return _present(document, draft.speakers[0], person)
    beside = [child for head in draft.speakers for child in tree.children(head, "appos")]
    if found := document.who(*beside):
        return found
    heads = [tree[head].span for head in draft.speakers]
    around = (each for each in document.mentions if any(each.span.holds(head) for head in heads))
    named = tuple(dict.fromkeys(actor for each in around for actor in each.actors))
    return named or tuple(document.crowd_at[head] for head in draft.speakers if head in document.crowd_at)


def _listed(document: Document, draft: Draft) -> tuple[str, ...]:
    """Give those in a list of nothing but names, in which the parser may see appositions: "Canada, Peru and Chile"."""
    if len(draft.source) != 1:
        return ()
    parts = list(_parts(document.text, draft.source[0]))
    named = [mention for part in parts if (mention := _name_at_end(document, part))]
    if len(parts) < _FEWEST or len(named) < len(parts):
        return ()
    return document.who(*(mention.head for mention in named))


def _parts(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _JOINTS.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _name_at_end(document: Document, part: Span) -> Mention | None:
    """Give the name with which a part of a list ends; a title may stand before it, nothing after."""
    words = part.of(document.text)
    found = [each for each in document.mentions if each.kind == "name" and part.holds(each.span)]
    capital = words.removeprefix("the ")[:1].isupper()
    return found[-1] if found and found[-1].span.end == part.end and capital else None


def _present(document: Document, token: int, person: Person) -> tuple[str, ...]:
    """Give those who speak or are spoken to where no name is needed: "you" in a turn, "we" and "I" in a statement."""
    if person == "second":
        return hearer(document, document.tree[token].start)
    if turn_at(document, document.tree[token].start):
        return ()
    singular = pronouns(document.language)[document.tree[token].text.lower()].number == "singular"
    return signatory_of(document) if singular else issuers_of(document)
