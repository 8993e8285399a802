"""The polity of a bare title: "Foreign Minister X" in a text that speaks of one state, as ``home_at`` finds it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.claims.tenures import Lead
from detente.documents import HOME_KINDS, Document, by_signs, home_at
from detente.lexicon import office_of


def at_home(document: Document, leads: Iterable[Lead]) -> Iterator[Lead]:
    """Give to titles without a polity that of the state of which the text speaks, where there is but one."""
    beside = dict(reversed(list(by_signs(document))))
    for lead in leads:
        entry, token = office_of(lead.office, document.language), document.tree.at(lead.evidence[0].start)
        bare = lead.polity is None and entry is not None and entry.kind in HOME_KINDS and token is not None
        state = (beside.get(lead.person or "") or home_at(document, token)) if bare and token is not None else None
        if state is None:
            yield lead
        else:
            yield replace(lead, polity=state, basis="implied", confidence=0.65, why=f"{lead.why}; context/home")
