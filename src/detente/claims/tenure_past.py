"""Titles that history gives: "President Kennedy" in an article of today tells of no office held today."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from detente.claims.tenures import Lead, directory_of
from detente.documents import Document
from detente.lexicon import Leader, followed, leaders_on
from detente.text import fold

_ALIKE = 0.7


def of_today(document: Document, leads: Iterable[Lead]) -> Iterator[Lead]:
    """Mark as former who is known to have been followed; leave out the unknown in an office that another holds.

    Leads that tell of more than the title, and titles of offices whose holder the directory does not know on the
    article's day, stay as the text says.
    """
    leads = tuple(leads)
    day = document.article.published or ""
    contested = {lead.person for lead in leads if lead.status != "current"}
    for lead in leads:
        held = leaders_on(lead.polity or "", lead.office, day) if lead.status == "current" else ()
        if not held or lead.person in contested or any(_may_be(document, lead.person, each) for each in held):
            yield lead
            continue
        own = [
            each
            for each in directory_of(document, lead.person)
            if (each.office, each.state) == (lead.office, lead.polity)
        ]
        if any(followed(each, day) for each in own):
            yield replace(lead, status="former", why=f"{lead.why}; world/leaders")
        elif own:
            yield lead


def _may_be(document: Document, person: str, leader: Leader) -> bool:
    """Say whether a person may be this leader, however his name is written: "Zelensky" for "Zelenskyy"."""
    actor = document.actor.get(person)
    words = fold(actor.name if actor else person.removeprefix("person/")).replace("-", " ").split()
    return any(SequenceMatcher(None, word, own).ratio() >= _ALIKE for word in words for own in leader.family)
