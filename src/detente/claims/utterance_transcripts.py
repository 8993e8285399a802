"""Transcripts: every turn is an utterance, and what it says of other words is one within it.

What a speaker says here and now with "I think", "let me say" or "we condemn" is no further utterance; what he said
at another time is ("I told him last week that"), and so is what he reminds the one asked of ("You said in May that").
"""

from collections.abc import Iterator
from typing import Literal

from detente.claims.utterance_draft import Draft
from detente.documents import Document, Turn
from detente.lexicon import ReportingVerb, pronouns
from detente.text import Span, Spans

LABEL = "label"
_CONFIDENCE = 0.9
_ANSWERING = (None, "nameless")

Person = Literal["first", "second"]


def transcript_drafts(document: Document) -> Iterator[Draft]:
    """Give a draft for every turn; an answer is tied to the question before it."""
    asked: Spans = ()
    for turn in document.turns:
        if turn.spans:
            cue = (Span(turn.label.end, document.text.index(":", turn.label.end) + 1),)
            reply = asked if turn.part in _ANSWERING else ()
            yield Draft(None, (turn.label,), (), cue, turn.spans, turn.why, _CONFIDENCE, reply_to=reply, mode="direct")
            asked = _asked(document, turn, asked)


def _asked(document: Document, turn: Turn, before: Spans) -> Spans:
    """Give the question that is open after a turn; a host who gives the floor to somebody leaves it open."""
    if turn.part == "host" and before:
        return before
    return turn.spans if turn.part == "asker" or turn.spans[-1].of(document.text).endswith("?") else ()


def turn_at(document: Document, place: int) -> Turn | None:
    """Give the turn in whose words a place of the text lies."""
    return next((turn for turn in document.turns for span in turn.spans if span.start <= place < span.end), None)


def labelled(document: Document, label: Span) -> tuple[str, ...]:
    """Give the speaker whom a label names; nobody where it names none."""
    return tuple(turn.speaker for turn in document.turns if turn.label == label and turn.speaker)


def person_of(document: Document, token: int) -> Person | None:
    """Say whether a word is the speaker himself ("I", "us", "our") or the one spoken to ("you", "your")."""
    word = document.tree[token].text
    known = pronouns(document.language).get(word.lower()) if word != "US" else None
    if known is None or known.kind not in ("speaker", "hearer"):
        return None
    return "first" if known.kind == "speaker" else "second"


def is_said_now(document: Document, verb: int, person: Person, entry: ReportingVerb) -> bool:
    """Say whether words of this person in a turn are but the turn itself: "I think", "let me say", "I must say"."""
    tree = document.tree
    helpers = [tree[child] for child in tree.children(verb, "aux")]
    modal = any(each.tag == "MD" for each in helpers) or tree[verb].tag == "VB"
    if entry.inner or modal:
        return True
    perfect = any(each.lemma in ("have", "'ve", "’ve") or each.text.lower() == "had" for each in helpers)
    past = tree[verb].tag == "VBD" or (tree[verb].tag == "VBN" and perfect)
    return person == "first" and not past


def hearer(document: Document, place: int) -> tuple[str, ...]:
    """Give the one whom a question's "you" means: who has the floor next, else who had it before."""
    turn = turn_at(document, place)
    if turn is None:
        return ()
    n = document.turns.index(turn)
    near = (*document.turns[n + 1 : n + 2], *reversed(document.turns[max(0, n - 1) : n]))
    return next(((each.speaker,) for each in near if each.speaker and each.speaker != turn.speaker), ())
