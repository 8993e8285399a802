"""Answers of a word: "Will you sign it? No." holds the stance that the question asks for."""

from typing import NamedTuple

from detente.claims.kinds import Utterance
from detente.claims.stance_found import Found
from detente.claims.stance_voices import Voice
from detente.documents import Document
from detente.lexicon import carriers, pronouns_of
from detente.text import Span

_SHORT = 6
_SHORTEST = 4


class Answer(NamedTuple):
    """The voice of who answers, whether he says yes, and the words by which he does."""

    voice: Voice
    yes: bool
    words: Span


def answer_to(document: Document, found: Found, utterances: tuple[Utterance, ...]) -> Answer | None:
    """Give the answer to the question in which an attitude stands, if a word of it says yes or no.

    Asked of his own side alone: what he says of another's attitude is a report of it.
    """
    place = document.tree[found.token].span
    for each in utterances:
        if each.speakers and any(span.holds(place) for span in each.in_reply_to):
            start = each.content[0].start
            said = _says_yes(document, start) if _is_last(document, found, each) else None
            if said is None or not _is_own(document, found, each.speakers):
                return None
            words = Span(start, document.tree[_first_words(document, start)[-1]].end)
            return Answer(Voice(each.speakers, each.source, each.content, each.date), said, words)
    return None


def _is_last(document: Document, found: Found, answer: Utterance) -> bool:
    """Say whether it is the last sentence of the question that asks for the attitude."""
    end = max(span.end for span in answer.in_reply_to)
    return not any(
        document.sentence_of(found.token).last <= s.first < s.last and s.span.end <= end for s in document.sentences
    )


def _first_words(document: Document, start: int) -> list[int]:
    """Give the words up to the first stop."""
    tree = document.tree
    first = next(token.i for token in tree.tokens if token.start >= start)
    words: list[int] = []
    for i in range(first, min(first + 2 * _SHORT, len(tree))):
        if tree[i].pos == "PUNCT":
            if words:
                break
            continue
        words.append(i)
    return words or [first]


def _says_yes(document: Document, start: int) -> bool | None:
    tree, known = document.tree, carriers(document.language)
    words = _first_words(document, start)
    lower = [tree[i].text.lower() for i in words]
    if len(words) > _SHORT:
        return None
    if any((word, "negates") in known for word in lower):
        return False
    if (lower[0], "affirms") in known:
        return True
    whole = len(words) <= _SHORTEST and tree[words[-1]].pos == "AUX"  # "we will"
    return True if whole else None


def _is_own(document: Document, found: Found, speakers: tuple[str, ...]) -> bool:
    tree, yours = document.tree, pronouns_of(document.language, "hearer")
    if any(tree[each].text.lower() in yours for each in found.holders):
        return True
    ours = {*speakers, *(document.state_of(each) for each in speakers)}
    return bool(ours & {document.state_of(each) for each in document.who(*found.holders)})
