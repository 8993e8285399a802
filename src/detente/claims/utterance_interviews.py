"""Interviews: questions in lines of their own, and the answers of the one whom title or lead name."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.utterance_draft import Draft
from detente.documents import Block, Document, Mention
from detente.lexicon import pronouns_of, words_of_talk
from detente.text import Span, Spans, fold

INTERVIEW = "interview"
_CONFIDENCE = 0.8
_LEAD = 4
_FEWEST = 2
_TURNS = 3


class Interview(NamedTuple):
    """Who answers, the word of the lead that says so, and each answer with its question."""

    person: Mention
    cue: Span
    answers: tuple[tuple[Span, Spans], ...]


def interview_of(document: Document) -> Interview | None:
    """Find the interview that an article is; None where nobody is named or the answers are the article's own."""
    answers = () if document.turns else tuple(_answers(document))
    if len(answers) < _FEWEST or not _is_first_person(document, answers):
        return None
    named = _interviewee(document, answers[0][0].start)
    return Interview(*named, answers) if named else None


def interview_drafts(document: Document) -> Iterator[Draft]:
    """Give a draft for every answer, tied to its question."""
    found = interview_of(document)
    for question, answer in found.answers if found else ():
        assert found is not None  # noqa: S101 - there are answers
        source = (found.person.span,)
        head = (found.person.head,)
        yield Draft(
            None, source, head, (found.cue,), answer, INTERVIEW, _CONFIDENCE, reply_to=(question,), mode="direct"
        )


def _answers(document: Document) -> Iterator[tuple[Span, Spans]]:
    """Give every line that is a question with the paragraphs up to the next."""
    question: Span | None = None
    answer: list[Span] = []
    asked = _by_turns(document) or {block.span for block in document.blocks if _is_question(document, block)}
    for block in (*document.blocks, None):
        if block is None or block.span in asked or (block.kind == "heading" and question):
            if question and answer:
                yield question, tuple(answer)
            question, answer = (block.prose if block and block.span in asked else None), []
        elif question and block.kind == "paragraph":
            answer.append(_without_label(document, block))


def _by_turns(document: Document) -> set[Span]:
    """Give every other paragraph after the lead where these hold all questions, beside remarks that need no mark.

    Who asks also says "In Quito you looked lonely": so paragraphs take turns, which the questions among them show.
    """
    told = [block for block in document.blocks if block.kind == "paragraph"]
    asking = [n for n, block in enumerate(told) if _is_question(document, block)]
    if len(asking) < _TURNS or len({n % 2 for n in asking}) > 1 or asking[0] > _LEAD:
        return set()
    first = asking[0] - 2 if asking[0] - 2 >= 1 and _speaks_to(document, told[asking[0] - 2]) else asking[0]
    turns = told[first::2]
    answered = (len(told) - first) % 2 == 0
    return {block.span for block in turns} if answered else set()


def _speaks_to(document: Document, block: Block) -> bool:
    """Say whether a paragraph speaks to somebody: "you looked lonely"."""
    yours = pronouns_of(document.language, "hearer")
    return any(document.tree[i].text.lower() in yours for i in document.tree.within(block.span))


def _is_question(document: Document, block: Block) -> bool:
    words = block.span.of(document.text)
    return block.kind in ("paragraph", "heading") and words.endswith("?") and words[0] not in "\"“«‘'"


def _without_label(document: Document, block: Block) -> Span:
    words = block.prose.of(document.text)
    label = 2 if fold(words[:2]) == "a:" else 0
    return Span(block.prose.start + label + (label and words[label : label + 1] == " "), block.prose.end)


def _is_first_person(document: Document, answers: tuple[tuple[Span, Spans], ...]) -> bool:
    """Say whether the answers say "I" and "we" outside quotation marks."""
    tree, speaking = document.tree, pronouns_of(document.language, "speaker")
    quoted = [each.span for each in document.quotations]
    tokens = (tree[i] for _, spans in answers for span in spans for i in tree.within(span))
    mine = [token for token in tokens if token.text.lower() in speaking and token.text != "US"]
    return any(not any(span.holds(token.span) for span in quoted) for token in mine)


def _is_talk(document: Document, token: int) -> bool:
    said = document.tree[token].lemma.lower() in words_of_talk(document.language)
    return said and document.tree[token].pos in ("VERB", "NOUN")


def _interviewee(document: Document, until: int) -> tuple[Mention, Span] | None:
    """Give the only person named before the first question who talks or is asked, with the word that says so."""
    tree = document.tree
    lead = [i for each in document.sentences[:_LEAD] for i in range(each.first, each.last) if tree[i].end <= until]
    cue = next((i for i in lead if _is_talk(document, i)), None)
    named = [mention for i in lead if (mention := document.mention_at.get(i)) and mention.kind == "name"]
    people = [each for each in named if any(document.actor[a].type == "person" for a in each.actors)]
    if cue is None or len({each.actors for each in people}) != 1:
        return None
    return people[0], tree[cue].span
