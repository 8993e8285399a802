"""How a side is known: announced by its holder, in so many words, or attributed to him by another."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from detente.lexicon import carriers
from detente.positions.naming import Directory
from detente.record import Kept
from detente.text import Span, fold, quote

_LANGUAGE = "en"
_TELLERS = ("person", "government", "bloc", "organisation")
_WORD = re.compile(r"\w+")
_ENDINGS = ("", "s", "d", "ed", "ing")


def told(kept: Kept, utterance: Mapping[str, Any], directory: Directory, holder: str) -> str | None:
    """Give how a claim's holder is known to hold it; None where he says so, or the article, without more ado."""
    relayed, spoken = (list(filter(_is_teller, utterance.get(name, ()))) for name in ("relayed_by", "speakers"))
    tellers = relayed or spoken
    if not tellers:
        return None
    if holder not in map(directory.state, tellers) and kept.body.get("through") not in tellers:
        return "attributed"
    cue = quote(kept.article.text, tuple(Span(*span) for span in utterance["cue"]))
    known = carriers(_LANGUAGE)
    return (
        "announced"
        if any((base, "announces") in known for word in _WORD.findall(cue) for base in _bases(word))
        else None
    )


def _is_teller(actor: str) -> bool:
    """Say whether somebody may speak for a side: a state, a bloc, a body of either, a person."""
    return actor.partition("/")[0] in _TELLERS or "/" not in actor


def _bases(word: str) -> Iterator[str]:
    """Give what a verb's form may be made of: "announce" of "announced"."""
    return (fold(word).removesuffix(ending) for ending in _ENDINGS)
