"""Whose office a bare title means: "Foreign Minister X" in a text that speaks of one state.

News leave out the polity for the state that the article is about: the one that acts in its first sentence, unless
the sentence before the title speaks of another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.claims.arguments import sides
from detente.claims.tenures import Lead
from detente.documents import Document, Sentence, subjects_of
from detente.lexicon import offices

_KINDS = ("head-of-state", "head-of-government", "minister")


def at_home(document: Document, leads: Iterable[Lead]) -> Iterator[Lead]:
    """Give to titles without a polity that of the state of which the text speaks, where there is but one."""
    known = offices(document.language)
    for lead in leads:
        entry = known.get(lead.office)
        state = _home(document, lead) if lead.polity is None and entry and entry.kind in _KINDS else None
        if state is None:
            yield lead
        else:
            yield replace(lead, polity=state, basis="implied", confidence=0.65, why=f"{lead.why}; context/home")


def _home(document: Document, lead: Lead) -> str | None:
    token = document.tree.at(lead.evidence[0].start)
    if token is None:
        return None
    here = document.sentences.index(document.sentence_of(token))
    first = next((state for each in document.sentences[:here] if (state := _acting(document, each))), None)
    before = _acting(document, document.sentences[here - 1]) if here else None
    return first if first is not None and before in (None, first) else None


def _acting(document: Document, sentence: Sentence) -> str | None:
    """Give the state that is the subject of a sentence."""
    tree = document.tree
    root = next((i for i in range(sentence.first, sentence.last) if tree[i].dep == "ROOT"), sentence.first)
    found = sides(document, subjects_of(tree, root)) if tree[root].pos in ("VERB", "AUX") else ()
    return found[0] if len(found) == 1 and "/" not in found[0] else None
