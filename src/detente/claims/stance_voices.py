"""Whose voice a stretch of text is: that of a speaker, or of those who issue the article as their own statement."""

from typing import NamedTuple

from detente.claims.kinds import Utterance
from detente.claims.speech import asserting
from detente.documents import Document
from detente.text import Spans

_BYLINE_BLOCKS = 4
_PLURAL = ("we",)


class Voice(NamedTuple):
    """Those who say "I" and "we", where they are named, and what they say; ``date`` is the day on which they do."""

    speakers: tuple[str, ...]
    source: Spans
    content: Spans
    date: str | None = None


class Voices(NamedTuple):
    """The voices of an article: its utterances, and the statement that it is, if it is one."""

    utterances: tuple[Utterance, ...]
    statement: Voice | None

    def of(self, evidence: Spans) -> Voice | None:
        """Give the voice in which the evidence stands; None for a reporter's."""
        said = asserting(self.utterances, evidence)
        if said and (said.speakers or not self.statement):
            return Voice(said.speakers, said.source, said.content, said.date)
        return self.statement


def voices(document: Document, utterances: tuple[Utterance, ...]) -> Voices:
    """Find the voices of an article."""
    issuers = _byline(document) or _opening(document)
    everything = tuple(block.span for block in document.blocks)
    return Voices(utterances, Voice(issuers, (), everything) if issuers else None)


def _byline(document: Document) -> tuple[str, ...]:
    """Give those under whose name a statement is issued: a heading that is a name and, after a comma, an office."""
    for block in document.blocks[:_BYLINE_BLOCKS]:
        if block.kind == "heading" and "," in block.span.of(document.text):
            for role in document.roles:
                if role.span.holds(block.span) or (block.span.holds(role.span) and role.span.end == block.span.end):
                    return tuple(each for each in (role.person or role.polity,) if each)
    return ()


def _opening(document: Document) -> tuple[str, ...]:
    """Give the issuers of "We, the foreign ministers of Canada, France and Japan, condemn"."""
    tree = document.tree
    for sentence in document.sentences:
        first = next((i for i in range(sentence.first, sentence.last) if tree[i].pos != "PUNCT"), None)
        if first is not None and tree[first].lemma in _PLURAL and tree[min(first + 1, sentence.last - 1)].text == ",":
            until = next((i for i in range(first, sentence.last) if tree[i].pos in ("VERB", "AUX")), sentence.last)
            found = document.who(*range(first + 1, until))
            blocs = [each for each in found if document.actor[each].type == "bloc"]
            return tuple(blocs[:1]) or tuple(each for each in found if document.actor[each].type == "state")
    return ()
