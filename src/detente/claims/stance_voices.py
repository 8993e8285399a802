"""Whose voice a stretch of text is: that of a speaker, or of those who issue the article as their own statement."""

from typing import NamedTuple

from detente.claims.kinds import Utterance
from detente.claims.speech import asserting
from detente.documents import Document, issuers_of, signatory_of, voice_of
from detente.text import Spans


class Voice(NamedTuple):
    """Those who say "I" and "we", where they are named, and what they say; ``date`` is the day on which they do.

    ``signed`` is the person by whom a statement is signed that speaks for a state; ``relayed`` are those through whom
    the words reach us, from the one nearest to the speaker.
    """

    speakers: tuple[str, ...]
    source: Spans
    content: Spans
    date: str | None = None
    signed: str | None = None
    relayed: tuple[str, ...] = ()


class Voices(NamedTuple):
    """The voices of an article: its utterances, and the statement that it is, if it is one."""

    utterances: tuple[Utterance, ...]
    statement: Voice | None

    def of(self, evidence: Spans) -> Voice | None:
        """Give the voice in which the evidence stands; None for a reporter's."""
        said = asserting(self.utterances, evidence)
        if said and (said.speakers or not self.statement):
            return Voice(said.speakers, said.source, said.content, said.date, relayed=said.relayed_by)
        return self.statement

    def in_words(self, evidence: Spans) -> Voice | None:
        """Give the voice whose own words these are: in quotation marks, or of the statement."""
        said = asserting(self.utterances, evidence)
        if said and said.speakers and said.mode != "indirect":
            return Voice(said.speakers, said.source, said.content, said.date)
        return self.statement


def voices(document: Document, utterances: tuple[Utterance, ...]) -> Voices:
    """Find the voices of an article."""
    issuers = issuers_of(document)
    if issuers and all(document.actor[each].type == "person" and document.state_of(each) == each for each in issuers):
        issuers = voice_of(document) or issuers
    everything = tuple(block.span for block in document.blocks)
    signed = next(iter(signatory_of(document)), None)
    return Voices(utterances, Voice(issuers, (), everything, signed=signed) if issuers else None)
