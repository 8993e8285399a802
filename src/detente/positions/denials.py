"""What a holder denies that others say of him: "we never withdrew our protest" beside "it has withdrawn its protest".

A denial is an utterance of his that denies its content ("denied having agreed to the levy"), or whose content itself
says no. It stands against what another article tells of him: a change; and where he denies by the verb, a pledge or
words that he is said to have spoken, too (who only says no has perhaps changed his mind). They are of one thing where
they share two telling words and half of the shorter's. Nothing is decided.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from detente.lexicon import empty_words
from detente.positions.holders import Envoys
from detente.positions.pledged import denying
from detente.positions.telling import words
from detente.record import Kept

_LANGUAGE = "en"
_FEWEST = 2
_TOLD = {"changes": ("evidence", "holder"), "commitments": ("text", "by"), "utterances": ("content", "speakers")}


class Denial(NamedTuple):
    """What somebody tells of a holder, and the words by which the holder denies it."""

    told: Kept
    part: str
    denied: Kept


def denials(envoys: Envoys) -> Iterator[Denial]:
    """Give what the holder denies of what other articles tell of him."""
    said = envoys.claims(("utterances",), ("speakers",))
    denied = [each for each in said if _denies(each)]
    if not denied:
        return
    for kind, (part, role) in _TOLD.items():
        claims = said if kind == "utterances" else envoys.claims((kind,), (role,))
        for told in claims:
            if kind == "utterances" and _denies(told):
                continue
            for each in denied:
                outright = kind == "changes" or each.body["polarity"] == "denied"
                if outright and each.article.id != told.article.id and _is_one(told.quote(part), each.quote("content")):
                    yield Denial(told, part, each)


def says_no(text: str) -> bool:
    """Say whether words deny by a word of denial, whole or at the end of a verb: "was *never* paid", "hasn't paid"."""
    return bool(_denying().search(text))


@cache
def _denying() -> re.Pattern[str]:
    whole = "|".join(re.escape(word) for word in denying() if word.isalpha())
    ending = "|".join(re.escape(word).replace("'", "['’]") for word in denying() if not word.isalpha())
    return re.compile(rf"\b(?:{whole})\b|(?:{ending})\b", re.IGNORECASE)


def _denies(kept: Kept) -> bool:
    """Say whether an utterance denies: by its verb ("denied that"), or in what it says ("was never withdrawn")."""
    polarity, content = kept.body["polarity"], kept.quote("content")
    return polarity == "denied" or (polarity == "asserted" and says_no(content))


def _is_one(told: str, denied: str) -> bool:
    """Say whether what is told is what is denied, and is not itself told as denied."""
    if says_no(told):
        return False
    mine, theirs = _telling(told), _telling(denied)
    shared = mine & theirs
    return len(shared) >= _FEWEST and 2 * len(shared) >= min(len(mine), len(theirs))


def _telling(text: str) -> set[str]:
    return set(words(text)) - empty_words(_LANGUAGE)
