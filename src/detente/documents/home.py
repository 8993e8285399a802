"""Whose office a bare title means: "Foreign Minister X" in a text that speaks of one state.

News leave out the polity for the state that the article is about: the one that acts first, unless the sentence before
the title speaks of another. He speaks for it only where no other state has acted down to his title.
"""

from dataclasses import replace

from detente.documents.clauses import subjects_of
from detente.documents.document import Document, Role, Sentence
from detente.lexicon import offices

_KINDS = ("head-of-state", "head-of-government", "minister")
_OWNERS = ("poss", "amod", "compound", "nmod")


def annotate(document: Document) -> Document:
    """Let those whose title names no state speak for the one at home, where no other has acted before."""
    found: dict[str, str] = {}
    for role in document.roles:
        state = _state_of(document, role)
        if role.person and state:
            found.setdefault(role.person, state)
    if not found:
        return document
    actors = (each._replace(represents=each.represents or found.get(each.id)) for each in document.actors)
    return replace(document, actors=tuple(actors))


def _state_of(document: Document, role: Role) -> str | None:
    entry = offices(document.language).get(role.office)
    stated = role.polity is not None or role.status in ("former", "contested")
    if stated or entry is None or not entry.represents or entry.kind not in _KINDS:
        return None
    state = home_at(document, role.head)
    here = document.sentences.index(document.sentence_of(role.head))
    acting = {each for sentence in document.sentences[: here + 1] if (each := _acting(document, sentence))}
    return state if acting <= {state} else None


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
    subjects = subjects_of(tree, root)
    actors = [a for i in subjects for a in document.who(i) or document.who(*tree.children(i, *_OWNERS))]
    found = {document.state_of(actor) for actor in actors}
    state = found.pop() if len(found) == 1 else None
    return state if state and "/" not in state else None
