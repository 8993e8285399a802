"""Words within words: which utterance holds which, and the chain of those who hand an inner one on."""

from dataclasses import replace

from detente.claims.kinds import Utterance
from detente.claims.utterance_draft import size
from detente.documents import Document
from detente.text import overlap


def placed(document: Document, made: list[Utterance]) -> tuple[Utterance, ...]:
    """Give utterances their numbers, the one that holds each, and those through whom it reaches us.

    Who asserts that another has spoken hands his words on, and so do those who hand on the assertion; who denies it
    does not.
    """
    holders = [_holder(each, n, made) for n, each in enumerate(made)]
    placed_ = []
    for n, each in enumerate(made):
        chain = [*each.relayed_by, *(_chain(made, holders, n) if _is_known(document, each) else ())]
        relays = tuple(dict.fromkeys(one for one in chain if one not in each.speakers))
        holder = holders[n]
        within = None if holder is None else f"utterances/{holder + 1}"
        placed_.append(replace(each, id=f"utterances/{n + 1}", within=within, relayed_by=relays))
    return tuple(placed_)


def _holder(utterance: Utterance, n: int, made: list[Utterance]) -> int | None:
    """Give the smallest utterance in whose content this one stands with its cue."""
    own = size(utterance.content)
    first, last = utterance.content[0].start, utterance.content[-1].end
    holding = [
        (size(other.content), m)
        for m, other in enumerate(made)
        if m != n
        and other.content[0].start <= first
        and last <= other.content[-1].end
        and size(other.content) > own
        and overlap(other.content, utterance.content) == own
        and overlap(other.content, utterance.cue) == size(utterance.cue)
    ]
    return min(holding)[1] if holding else None


def _chain(made: list[Utterance], holders: list[int | None], n: int) -> list[str]:
    """Give those who hand an utterance on, from the nearest to the last."""
    found: list[str] = []
    holder = holders[n]
    while holder is not None and made[holder].polarity == "asserted":
        found += (*made[holder].speakers, *made[holder].relayed_by)
        holder = holders[holder]
    return found


def _is_known(document: Document, utterance: Utterance) -> bool:
    """Say whether we know who speaks, or that he is named: a pronoun may stand for the one who reports."""
    words = [document.tree[i] for span in utterance.source for i in document.tree.within(span)]
    return bool(utterance.speakers) or not all(each.pos == "PRON" for each in words)
