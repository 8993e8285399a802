"""Which state publishes a text by a body of its own, and whose officers its bare titles therefore mean.

A department tells of its own officers by rank alone ("Deputy Secretary Hall left for Rome"), and of others with their
state.
"""

from collections.abc import Iterator

from detente.documents.document import Document, Role
from detente.lexicon import names, offices, statement_words, telling_titles, words

_LONGEST = 5
"""No name of a state in an outlet's has more words."""


def own_officers(document: Document) -> Iterator[tuple[str, str]]:
    """Give those whose title is one of the publishing department's ranks and names no state, with its state."""
    bare = [role for role in document.roles if role.person and role.polity is None and _is_rank(document, role)]
    for state in publisher(document) if bare else ():
        yield from ((role.person, state) for role in bare if role.person)


def publisher(document: Document) -> tuple[str, ...]:
    """Give the state one of whose bodies the outlet is ("US Department of State", "Embassy of Japan"), if any.

    Where no outlet is told, a spokesman's text is that of the only state whose ranks it names by their titles alone.
    """
    named = words(document.article.outlet or "")
    if set(named) & statement_words(document.language)["publisher"]:
        return tuple(_states(named, document.language))[:1]
    evident = {role.polity for role in document.roles if role.polity and _tells_polity(document, role)}
    head = {block.span.of(document.text).lower() for block in document.blocks[:1]}
    spokesmans = statement_words(document.language)["spokesman"] & head
    return tuple(evident) if not named and spokesmans and len(evident) == 1 else ()


def _states(named: tuple[str, ...], language: str) -> Iterator[str]:
    """Give the states that an outlet's name names, from its first word on."""
    known = names(language)
    for start in range(len(named)):
        for end in range(min(start + _LONGEST, len(named)), start, -1):
            for name in known.get(named[start:end], ()):
                if name.known.type == "state" and name.use != "capital":
                    yield name.known.id


def _is_rank(document: Document, role: Role) -> bool:
    entry = offices(document.language).get(role.office)
    return entry is not None and entry.department and role.status not in ("former", "contested")


def _tells_polity(document: Document, role: Role) -> bool:
    """Say whether the title alone says whose office it is: "Under Secretary of State"."""
    title = role.span.of(document.text).lower()
    return any(words in title and polity == role.polity for words, polity in telling_titles(document.language).items())
