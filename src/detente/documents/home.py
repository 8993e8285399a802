"""Whose office a bare title means: "Foreign Minister X" in a text that speaks of one state.

News leave out the polity for the state that the article is about: the one that acts first, unless the sentence before
the title speaks of another. He speaks for it only where no other state has acted down to his title.
"""

from collections.abc import Iterator
from dataclasses import replace

from detente.documents.clauses import subjects_of
from detente.documents.document import Document, Role, Sentence
from detente.documents.home_signs import (
    dateline_state,
    leading,
    named_next,
    own_bodies,
    owner_of,
    publishing_state,
    said_beside,
    seat_beside,
    told_before,
)
from detente.documents.publishers import own_officers
from detente.lexicon import office_of

HOME_KINDS = ("head-of-state", "head-of-government", "minister")
"""The kinds of offices whose polity news leave out at home."""
_RANK = "minister"
"""A title that names no department is that of the one who publishes: "the Minister, Ana Soto"."""
_OWNERS = ("poss", "amod", "compound", "nmod")


def annotate(document: Document) -> Document:
    """Let those whose title names no state speak for the one at home."""
    found = dict(reversed(list(at_home(document))))  # of several signs the first decides
    actors = (each._replace(represents=each.represents or found.get(each.id)) for each in document.actors)
    return replace(document, actors=tuple(actors)) if found else document


def at_home(document: Document) -> Iterator[tuple[str, str]]:
    """Give those with a bare title, and the state at home: the publisher's, the only one acting, that before."""
    yield from own_officers(document)
    yield from own_bodies(document)
    yield from named_next(document)
    yield from leading(document)
    yield from by_signs(document)
    bare = [role for role in document.roles if role.person and _is_bare(document, role)]
    acting = [_acting(document, sentence) for sentence in document.sentences] if bare else []
    for role in bare:
        sentence = document.sentence_of(role.head)
        here = document.sentences.index(sentence)
        states = {state for state in acting[: here + 1] if state}
        if role.person and len(states) == 1 and any(acting[:here]):
            yield role.person, states.pop()
        elif role.person and here and document.sentences[here - 1].block == sentence.block:
            told = {state for each in document.sentences[here - 1 : here + 1] for state in _named(document, each)}
            if acting[here - 1] and told == {acting[here - 1]}:
                yield role.person, told.pop()


def by_signs(document: Document) -> Iterator[tuple[str, str]]:
    """Give those of whose bare title its own surroundings tell the state."""
    untold = [role for role in document.roles if role.person and role.polity is None and _represents(document, role)]
    state = publishing_state(document) if untold else None
    line = dateline_state(document) if untold else None
    for role in untold:
        bare = _is_bare(document, role)
        here = document.sentences.index(document.sentence_of(role.head))
        first = not any(_acting(document, each) for each in document.sentences[:here])
        found = (
            owner_of(document, role)
            or seat_beside(document, role)
            or (state if bare and role.office == _RANK else None)
        )
        found = found or (said_beside(document, role) if bare else None) or (line if bare and first else None)
        found = found or (told_before(document, role) if bare else None)
        if role.person and found:
            yield role.person, found


def _named(document: Document, sentence: Sentence) -> Iterator[str]:
    """Give the states named in a sentence."""
    for token in range(sentence.first, sentence.last):
        for actor in document.who(token):
            if document.actor[actor].type == "state":
                yield actor


def _is_bare(document: Document, role: Role) -> bool:
    """Say whether a title that speaks for a state names none."""
    entry = office_of(role.office, document.language)
    home = entry is not None and entry.kind in HOME_KINDS
    return home and _represents(document, role) and role.polity is None


def _represents(document: Document, role: Role) -> bool:
    entry = office_of(role.office, document.language)
    return entry is not None and entry.represents and role.status not in ("former", "contested")


def _is_envoy(document: Document, role: Role) -> bool:
    """Say whether somebody speaks for his state to another, so that it is not the one at home: "the Peruvian envoy"."""
    entry = office_of(role.office, document.language)
    return entry is not None and entry.kind == "envoy"


def home_at(document: Document, token: int) -> str | None:
    """Give the state of which the text speaks down to a token: it acts first, and no other in the sentence before."""
    here = document.sentences.index(document.sentence_of(token))
    first = next((state for each in document.sentences[:here] if (state := _acting(document, each))), None)
    before = _acting(document, document.sentences[here - 1]) if here else None
    return first if first is not None and before in (None, first) else None


def _acting(document: Document, sentence: Sentence) -> str | None:
    """Give the state that is the subject of a sentence, or whose people are."""
    tree = document.tree
    root = next((i for i in range(sentence.first, sentence.last) if tree[i].dep == "ROOT"), sentence.first)
    if tree[root].pos not in ("VERB", "AUX"):
        return None
    abroad = {role.head for role in document.roles if _is_envoy(document, role)}
    subjects = [each for each in subjects_of(tree, root) if each not in abroad]
    actors = [a for i in subjects for a in document.who(i) or document.who(*tree.children(i, *_OWNERS))]
    found = {document.state_of(actor) for actor in actors}
    state = found.pop() if len(found) == 1 else None
    return state if state and "/" not in state else None
